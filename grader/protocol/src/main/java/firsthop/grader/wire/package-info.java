/**
 * What crosses between a candidate and its examiner, and between the examiner and the grader: plain
 * data in bounded frames. Nothing here loads a class that the other side names.
 */
@NullMarked
package firsthop.grader.wire;

import org.jspecify.annotations.NullMarked;
