/** The programs that every published figure of firsthop comes from. */
@NullMarked
package firsthop.grader.benchmarks;

import org.jspecify.annotations.NullMarked;
