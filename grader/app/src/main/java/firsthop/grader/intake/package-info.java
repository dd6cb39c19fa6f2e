/** Takes in what students handed in: finds their sources by what they are, within bounds. */
@NullMarked
package firsthop.grader.intake;

import org.jspecify.annotations.NullMarked;
