/** Makes the file that a student hands in. */
@NullMarked
package firsthop.tool.pack;

import org.jspecify.annotations.NullMarked;
