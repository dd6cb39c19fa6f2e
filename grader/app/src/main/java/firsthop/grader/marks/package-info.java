/**
 * Computes marks from points: with an instructor's overrides, due dates and extensions, the late
 * rule, and the weights of the labs. Test results are never changed; marks are kept beside them.
 */
@NullMarked
package firsthop.grader.marks;

import org.jspecify.annotations.NullMarked;
