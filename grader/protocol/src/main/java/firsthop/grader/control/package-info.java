/** What the grader says to its trusted workers, examiner and compiler, and what they answer. */
@NullMarked
package firsthop.grader.control;

import org.jspecify.annotations.NullMarked;
