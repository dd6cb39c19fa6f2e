/** Starts the servers and clients of a student. */
@NullMarked
package firsthop.tool.run;

import org.jspecify.annotations.NullMarked;
