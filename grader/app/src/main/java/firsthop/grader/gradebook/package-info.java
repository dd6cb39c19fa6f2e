/** Writes and reads the folder of results. */
@NullMarked
package firsthop.grader.gradebook;

import org.jspecify.annotations.NullMarked;
