/** The people in the class, and which submission belongs to whom. */
@NullMarked
package firsthop.grader.roster;

import org.jspecify.annotations.NullMarked;
