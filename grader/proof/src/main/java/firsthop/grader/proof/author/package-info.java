/** The author's commands: they make the files of an exercise, and say what it still lacks. */
@NullMarked
package firsthop.grader.proof.author;

import org.jspecify.annotations.NullMarked;
