/** Tests of reading sources. */
@NullMarked
package firsthop.grader.proof.source;

import org.jspecify.annotations.NullMarked;
