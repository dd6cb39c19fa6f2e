/** The instructor's command line. */
@NullMarked
package firsthop.grader.cli;

import org.jspecify.annotations.NullMarked;
