/** What one student or one group handed in, and how it arrived. */
@NullMarked
package firsthop.grader.submission;

import org.jspecify.annotations.NullMarked;
