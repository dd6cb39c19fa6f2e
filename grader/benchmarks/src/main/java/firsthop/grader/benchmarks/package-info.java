/** The programs that measure all published figures of firsthop. */
@NullMarked
package firsthop.grader.benchmarks;

import org.jspecify.annotations.NullMarked;
