/** Writes the handout for students. */
@NullMarked
package firsthop.grader.handout;

import org.jspecify.annotations.NullMarked;
