/**
 * The network that hidden tests play: hosts with sockets that are watched, and a path between them
 * that may lose, repeat, delay and reorder what it carries, by a script.
 *
 * <p>A test takes a {@link firsthop.grader.network.Trace} as a parameter and hands it to its {@link
 * firsthop.grader.network.UdpPeer}s, {@link firsthop.grader.network.Relay}s, {@link
 * firsthop.grader.network.TcpPeer}s and {@link firsthop.grader.network.TcpListener}s, which write
 * down on it all that goes over the wire; when the test fails, the instructor gets it. Every wait
 * here has an end, and everything that comes a bound.
 */
@NullMarked
package firsthop.grader.network;

import org.jspecify.annotations.NullMarked;
