/** Proves hidden tests and marks on submissions whose worth is known, through the whole grader. */
@NullMarked
package firsthop.grader.proof;

import org.jspecify.annotations.NullMarked;
