/**
 * From points to marks: an instructor's overrides, due dates and extensions, the late rule, the
 * weights of the labs. What the tests decided is never changed here; a mark stands beside it.
 */
@NullMarked
package firsthop.grader.marks;

import org.jspecify.annotations.NullMarked;
