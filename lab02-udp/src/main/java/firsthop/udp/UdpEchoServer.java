package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * A server that sends every datagram back to where it came from, as RFC 862 describes it for UDP.
 *
 * <p>UDP has no connections. One socket serves all clients: each datagram that arrives brings the
 * address and port of its sender along, and that is where the answer goes.
 *
 * <p>What is served:
 *
 * <ul>
 *   <li>The answer to a datagram is one datagram with exactly the same bytes, no fewer and no more.
 *   <li>The answer goes to the address and port that the datagram came from.
 *   <li>The answer comes from the address and port that the server is bound to.
 *   <li>Any number of clients may ask, in any order.
 *   <li>An empty datagram is answered with an empty datagram.
 *   <li>A datagram may carry up to 65,507 bytes, the most that UDP over IPv4 can: 65,535 of an IPv4
 *       packet, less 20 for its header, less 8 for the header of UDP.
 *   <li>A datagram that cannot be answered is dropped, and the next one is served.
 * </ul>
 *
 * <p>UDP promises no delivery, and a server need not add it: a datagram that does not fit into the
 * socket's receive buffer is lost before any program sees it. Tests have no more than two of the
 * largest datagrams on the way at a time, which the default buffer holds.
 *
 * <p>A server serves once: it is made, started, closed.
 */
@Exercise(id = "2.3", title = "Echo, without a connection", rfc = "RFC 862")
@Points(16)
public interface UdpEchoServer extends AutoCloseable {

  /**
   * Begins to serve, and returns at once.
   *
   * <p>{@code start} binds exactly the address and port that it is given. With port 0 it takes any
   * port that is free. It returns when the socket is bound, and the server goes on in the
   * background: a datagram that is sent after {@code start} has returned is answered.
   *
   * @param address the address to bind, such as {@code 127.0.0.1}, or {@code 0.0.0.0} for all
   *     addresses of the host
   * @param port the port to bind, 0 to 65535; 0 means any free port
   * @return the port that is bound, 1 to 65535
   * @throws IOException if the port is taken, or the address is none of this host's
   * @throws IllegalStateException if the server has been started before, or closed
   */
  int start(String address, int port) throws IOException;

  /**
   * Ends the server.
   *
   * <p>Within a second after {@code close} was called the port is free again, no datagram is
   * answered, and no thread of the server is left. {@code close} may be called twice, or before
   * {@code start}, and never throws.
   */
  @Override
  void close();
}
