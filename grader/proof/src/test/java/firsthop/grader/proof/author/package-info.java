/** Tests of the author's commands. */
@NullMarked
package firsthop.grader.proof.author;

import org.jspecify.annotations.NullMarked;
