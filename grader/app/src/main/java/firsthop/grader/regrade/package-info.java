/**
 * Grades again: a class after its exam has changed, or one submission after a complaint. The new
 * results are compared with the kept ones.
 */
@NullMarked
package firsthop.grader.regrade;

import org.jspecify.annotations.NullMarked;
