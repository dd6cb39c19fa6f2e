/** Stands between a client and a server, draws what passes, and loses some of it. */
@NullMarked
package firsthop.tool.relay;

import org.jspecify.annotations.NullMarked;
