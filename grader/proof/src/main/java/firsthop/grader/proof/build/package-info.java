/** Compiles labs and hidden tests without Maven, which takes four times as long. */
@NullMarked
package firsthop.grader.proof.build;

import org.jspecify.annotations.NullMarked;
