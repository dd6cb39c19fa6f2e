package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * A server that sends every byte back to the client that it came from, as RFC 862 describes it for
 * TCP.
 *
 * <p>A server listens at one port, and accepts: each client that connects gets a connection, with a
 * socket of its own on this side, too.
 *
 * <p>What is served, on each connection:
 *
 * <ul>
 *   <li>Every byte that comes is sent back on the same connection: once, unchanged, and in the
 *       order in which they came. A connection carries any number of bytes.
 *   <li>A client that is slow to read loses nothing. As long as it does not read, the server may
 *       leave unread what it sends.
 *   <li>Bytes are sent back as soon as they have come. The server waits neither for more of them,
 *       nor for the end of a line, nor for the end of the stream.
 *   <li>The server ends no connection before its client does, however long the client is silent.
 *   <li>What came before a client's FIN is sent back in full; then the server closes the
 *       connection, so that the client gets a FIN after the last byte, and no reset. A client that
 *       sends FIN at once gets FIN and no byte.
 *   <li>A client that resets its connection gets nothing more.
 * </ul>
 *
 * <p>And of all of them together:
 *
 * <ul>
 *   <li>At least 200 clients are served at once, and any number one after the other. The server may
 *       use up to 512 threads.
 *   <li>No client has to wait for another: one that is silent holds up nobody.
 *   <li>A connection that fails costs its own client only: the others are served on, and new ones
 *       are accepted.
 *   <li>When a client has gone, by FIN or by a reset, no thread and no open socket is left of it.
 * </ul>
 *
 * <p>Tests have no more than 20 clients connect before one of them gets an answer; the default
 * backlog holds more.
 *
 * <p>A server serves once: it is made, started, closed.
 */
@Exercise(id = "3.5", title = "Listen, accept, echo", rfc = "RFC 862")
@Points(12)
public interface TcpEchoServer extends AutoCloseable {

  /**
   * Begins to serve, and returns at once.
   *
   * <p>{@code start} binds exactly the address and port that it is given. With port 0 it takes any
   * port that is free. It returns when the socket listens, and the server goes on in the
   * background: a client that connects after {@code start} has returned is served.
   *
   * @param address the IPv4 address to bind, such as {@code 127.0.0.1}, or {@code 0.0.0.0} for all
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
   * <p>Within a second after {@code close} was called nobody listens at the port any more and it
   * can be bound again, every open connection has been ended, by FIN or by a reset, and no thread
   * of the server is left. {@code close} may be called twice, or before {@code start}, and never
   * throws.
   */
  @Override
  void close();
}
