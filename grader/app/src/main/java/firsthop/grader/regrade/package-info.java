/**
 * Grading again what was graded: a class, after its exam has changed, or one submission, for the
 * student who complains. What comes out is compared with what is kept.
 */
@NullMarked
package firsthop.grader.regrade;

import org.jspecify.annotations.NullMarked;
