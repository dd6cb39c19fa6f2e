/** Rules for what an exercise's author writes, read from the sources: nothing is compiled. */
@NullMarked
package firsthop.grader.proof.rules;

import org.jspecify.annotations.NullMarked;
