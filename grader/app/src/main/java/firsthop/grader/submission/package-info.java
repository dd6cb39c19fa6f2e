/** The work of one student or one group, and its origin. */
@NullMarked
package firsthop.grader.submission;

import org.jspecify.annotations.NullMarked;
