/** Proves hidden tests on submissions whose worth is known. */
@NullMarked
package firsthop.grader.proof;

import org.jspecify.annotations.NullMarked;
