/** What the author of a hidden test uses. */
@NullMarked
package firsthop.grader.exam;

import org.jspecify.annotations.NullMarked;
