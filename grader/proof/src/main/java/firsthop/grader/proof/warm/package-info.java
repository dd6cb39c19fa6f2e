/**
 * Candidates whose process serves one submission after the other: a quick place for code of our
 * own, which is known to be harmless. Students' code never runs here.
 */
@NullMarked
package firsthop.grader.proof.warm;

import org.jspecify.annotations.NullMarked;
