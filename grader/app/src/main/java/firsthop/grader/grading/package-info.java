/**
 * Grades one submission in one lab: compiles it, has it examined on a bench, keeps every verdict.
 */
@NullMarked
package firsthop.grader.grading;

import org.jspecify.annotations.NullMarked;
