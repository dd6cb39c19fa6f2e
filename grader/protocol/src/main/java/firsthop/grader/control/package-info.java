/** The messages between the grader and its trusted workers: examiner and compiler. */
@NullMarked
package firsthop.grader.control;

import org.jspecify.annotations.NullMarked;
