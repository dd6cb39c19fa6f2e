/**
 * The network of a hidden test: hosts whose sockets are recorded, and a path between them that
 * loses, duplicates, delays and reorders datagrams by a script.
 *
 * <p>A test gets a {@link firsthop.grader.network.PacketTrace} as a parameter and passes it to its
 * {@link firsthop.grader.network.UdpPeer}s, {@link firsthop.grader.network.Relay}s, {@link
 * firsthop.grader.network.TcpPeer}s and {@link firsthop.grader.network.TcpListener}s, which record
 * every message on it. When the test fails, the instructor sees the trace. Every wait here has a
 * time limit, and all received data has a size limit.
 */
@NullMarked
package firsthop.grader.network;

import org.jspecify.annotations.NullMarked;
