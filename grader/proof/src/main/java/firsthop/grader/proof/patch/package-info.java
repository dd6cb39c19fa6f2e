/**
 * Wrong submissions as patches: one right base per exercise, and what each mistake changes in it.
 */
@NullMarked
package firsthop.grader.proof.patch;

import org.jspecify.annotations.NullMarked;
