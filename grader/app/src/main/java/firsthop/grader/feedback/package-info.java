/** What a student may read of a result. */
@NullMarked
package firsthop.grader.feedback;

import org.jspecify.annotations.NullMarked;
