/**
 * Helpers for every part of the program: errors for bad input, and text that is safe to display or
 * write.
 */
@NullMarked
package firsthop.grader.common;

import org.jspecify.annotations.NullMarked;
