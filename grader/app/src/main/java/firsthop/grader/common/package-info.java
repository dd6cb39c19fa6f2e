/**
 * What every part of the program uses: errors for bad input, and text that is safe to show or to
 * write.
 */
@NullMarked
package firsthop.grader.common;

import org.jspecify.annotations.NullMarked;
