/**
 * Grades submissions: compiles each one in each lab, examines it on a bench, and records the
 * verdicts.
 */
@NullMarked
package firsthop.grader.grading;

import org.jspecify.annotations.NullMarked;
