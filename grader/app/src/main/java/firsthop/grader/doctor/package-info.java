/** What the grader needs of the instructor's machine, whether it is there, and how to get it. */
@NullMarked
package firsthop.grader.doctor;

import org.jspecify.annotations.NullMarked;
