/** Reads the sources of exercises. */
@NullMarked
package firsthop.grader.proof.source;

import org.jspecify.annotations.NullMarked;
