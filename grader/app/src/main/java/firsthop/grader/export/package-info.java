/** Exports marks in the formats of other systems. */
@NullMarked
package firsthop.grader.export;

import org.jspecify.annotations.NullMarked;
