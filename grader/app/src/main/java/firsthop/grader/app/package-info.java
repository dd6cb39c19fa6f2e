/** The instructor's command line. */
@NullMarked
package firsthop.grader.app;

import org.jspecify.annotations.NullMarked;
