/** Tests of the rules for what an exercise's author writes. */
@NullMarked
package firsthop.grader.proof.rules;

import org.jspecify.annotations.NullMarked;
