/** Marks in the forms in which other systems take them. */
@NullMarked
package firsthop.grader.export;

import org.jspecify.annotations.NullMarked;
