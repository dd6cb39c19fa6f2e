/** Feedback: the part of a result that a student may read. */
@NullMarked
package firsthop.grader.feedback;

import org.jspecify.annotations.NullMarked;
