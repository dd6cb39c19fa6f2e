/** The labs in the folder of a student: where they are, compiling them, loading them. */
@NullMarked
package firsthop.tool.project;

import org.jspecify.annotations.NullMarked;
