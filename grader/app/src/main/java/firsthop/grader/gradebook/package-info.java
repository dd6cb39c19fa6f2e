/** What grading came to, and the files in which it is kept. */
@NullMarked
package firsthop.grader.gradebook;

import org.jspecify.annotations.NullMarked;
