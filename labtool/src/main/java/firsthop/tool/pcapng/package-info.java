/** Writes and reads capture files in the format pcapng. */
@NullMarked
package firsthop.tool.pcapng;

import org.jspecify.annotations.NullMarked;
