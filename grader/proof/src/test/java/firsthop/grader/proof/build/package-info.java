/** Tests of the build without Maven. */
@NullMarked
package firsthop.grader.proof.build;

import org.jspecify.annotations.NullMarked;
