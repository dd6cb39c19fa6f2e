@NullMarked
package firsthop.grader.report;

import org.jspecify.annotations.NullMarked;
