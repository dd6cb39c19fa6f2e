/** Explains the octets of a frame, packet, datagram, segment or message, field by field. */
@NullMarked
package firsthop.tool.explain;

import org.jspecify.annotations.NullMarked;
