/** Tests of reading and writing sources. */
@NullMarked
package firsthop.grader.proof.source;

import org.jspecify.annotations.NullMarked;
