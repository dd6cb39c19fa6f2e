/** The students' command {@code ./lab}: its commands and what they have in common. */
@NullMarked
package firsthop.tool;

import org.jspecify.annotations.NullMarked;
