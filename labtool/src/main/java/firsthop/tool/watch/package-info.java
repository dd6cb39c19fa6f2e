/** Compiles and tests on every save. */
@NullMarked
package firsthop.tool.watch;

import org.jspecify.annotations.NullMarked;
