/** Checks whether the instructor's machine has what the grader needs, and how to get it. */
@NullMarked
package firsthop.grader.doctor;

import org.jspecify.annotations.NullMarked;
