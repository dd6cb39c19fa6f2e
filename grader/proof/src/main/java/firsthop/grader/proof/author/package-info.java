/** The author's commands: they make the files of an exercise, and check what it still needs. */
@NullMarked
package firsthop.grader.proof.author;

import org.jspecify.annotations.NullMarked;
