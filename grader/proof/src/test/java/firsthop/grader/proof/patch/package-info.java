@NullMarked
package firsthop.grader.proof.patch;

import org.jspecify.annotations.NullMarked;
