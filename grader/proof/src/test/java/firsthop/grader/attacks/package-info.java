/** The promise of the grader, attacked: see {@code grader/exams/hostile}. */
@NullMarked
package firsthop.grader.attacks;

import org.jspecify.annotations.NullMarked;
