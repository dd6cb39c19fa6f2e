/** Reads and writes what the author of an exercise writes. */
@NullMarked
package firsthop.grader.proof.source;

import org.jspecify.annotations.NullMarked;
