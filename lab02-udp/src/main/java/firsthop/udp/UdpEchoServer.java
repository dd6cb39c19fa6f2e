package firsthop.udp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * A server that sends every datagram back to its sender, as RFC 862 describes it for UDP.
 *
 * <p>UDP has no connections. One socket serves all clients: each datagram that arrives contains the
 * address and port of its sender, and the answer goes there.
 *
 * <p>How the server answers:
 *
 * <ul>
 *   <li>The answer to a datagram is one datagram with exactly the same bytes.
 *   <li>The answer goes to the address and port that the datagram came from.
 *   <li>The answer comes from the address and port that the server is bound to.
 *   <li>Any number of clients may send datagrams, in any order.
 *   <li>An empty datagram is answered with an empty datagram.
 *   <li>A datagram may carry up to 65,507 bytes, the most that UDP over IPv4 can carry: the 65,535
 *       bytes of an IPv4 packet, minus 20 for the IPv4 header, minus 8 for the UDP header.
 *   <li>A datagram that cannot be answered is dropped, and the next one is answered.
 * </ul>
 *
 * <p>UDP does not guarantee delivery, and the server does not have to add it: a datagram that does
 * not fit into the socket's receive buffer is lost before any program sees it. At any time, a test
 * has at most two of the largest datagrams on their way. The default buffer has enough room for
 * two.
 *
 * <p>A server serves once: it is created, started and closed.
 */
@Exercise(id = "2.3", title = "Echo, without a connection", rfc = "RFC 862")
@Points(16)
public interface UdpEchoServer extends AutoCloseable {

  /**
   * Starts the server and returns at once.
   *
   * <p>{@code start} binds exactly the address and port that it is given. With port 0 it binds any
   * free port. It returns when the socket is bound, and the server runs in the background: a
   * datagram that is sent after {@code start} has returned is answered.
   *
   * @param address the address to bind, such as {@code 127.0.0.1}, or {@code 0.0.0.0} for all
   *     addresses of the host
   * @param port the port to bind, 0 to 65535; 0 means any free port
   * @return the port that is bound, 1 to 65535
   * @throws IOException if the port is taken, or the address is not an address of this host
   * @throws IllegalStateException if the server has already been started or closed
   */
  int start(String address, int port) throws IOException;

  /**
   * Stops the server.
   *
   * <p>Within a second after the call of {@code close}, the port is free again, no datagram is
   * answered any more, and no thread of the server is left. {@code close} may be called twice, or
   * before {@code start}, and never throws an exception.
   */
  @Override
  void close();
}
