/** Who is in the class, and which submission is whose. */
@NullMarked
package firsthop.grader.roster;

import org.jspecify.annotations.NullMarked;
