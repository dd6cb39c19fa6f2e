/** Writes what students get. */
@NullMarked
package firsthop.grader.handout;

import org.jspecify.annotations.NullMarked;
