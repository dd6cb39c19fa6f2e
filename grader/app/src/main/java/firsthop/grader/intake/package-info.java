/** Reads what students handed in: finds their sources by package and class, within limits. */
@NullMarked
package firsthop.grader.intake;

import org.jspecify.annotations.NullMarked;
