/**
 * Recognizes the downloads of learning platforms and plain folders, and finds their submissions.
 */
@NullMarked
package firsthop.grader.platforms;

import org.jspecify.annotations.NullMarked;
