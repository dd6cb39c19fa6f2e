package firsthop.tcp;

import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;

/**
 * A TCP server that sends every byte back to the client that sent it (RFC 862).
 *
 * <p>The server listens at one port and accepts connections. Each client that connects gets its own
 * connection, and on the server's side each connection has its own socket.
 *
 * <p>What the server does on each connection:
 *
 * <ul>
 *   <li>Every byte that comes is sent back on the same connection: once, unchanged, and in the
 *       order in which the bytes came. A connection carries any number of bytes.
 *   <li>A client that is slow to read loses nothing. As long as a client does not read, the server
 *       may leave the bytes of this client unread.
 *   <li>Bytes are sent back as soon as they have come. The server does not wait for more bytes, for
 *       the end of a line, or for the end of the stream.
 *   <li>The server ends no connection before its client does, however long the client is silent.
 *   <li>What came before a client's FIN is sent back in full. Then the server closes the
 *       connection, so that the client gets a FIN after the last byte, and no reset. A client that
 *       sends FIN at once gets FIN and no byte.
 *   <li>A client that resets its connection gets nothing more.
 * </ul>
 *
 * <p>What the server does for all connections together:
 *
 * <ul>
 *   <li>At least 200 clients are served at the same time, and any number one after the other. The
 *       server may use up to 512 threads.
 *   <li>No client has to wait for another one. In particular, nobody has to wait for a silent
 *       client.
 *   <li>A connection that fails affects only its own client. The others are still served, and new
 *       ones are accepted.
 *   <li>When a client has gone, by FIN or by a reset, the server keeps no thread and no open socket
 *       for it.
 * </ul>
 *
 * <p>In the tests, no more than 20 clients connect before one of them gets an answer. The default
 * backlog is large enough for this.
 *
 * <p>A server can be used once: it is created, started and closed.
 */
@Exercise(id = "3.5", title = "Listen, accept, echo", rfc = "RFC 862")
@Points(12)
public interface TcpEchoServer extends AutoCloseable {

  /**
   * Starts the server, and returns at once.
   *
   * <p>{@code start} binds exactly the address and port that it is given. With port 0 it takes any
   * port that is free. It returns when the socket is listening, and the server goes on in the
   * background: a client that connects after {@code start} has returned is served.
   *
   * @param address the IPv4 address to bind, such as {@code 127.0.0.1}, or {@code 0.0.0.0} for all
   *     addresses of the host
   * @param port the port to bind, 0 to 65535; 0 means any free port
   * @return the port that is bound, 1 to 65535
   * @throws IOException if the port is taken, or if the address does not belong to this host
   * @throws IllegalStateException if the server has been started or closed before
   */
  int start(String address, int port) throws IOException;

  /**
   * Closes the server.
   *
   * <p>Within one second after {@code close} was called:
   *
   * <ul>
   *   <li>Nobody listens at the port any more, and it can be bound again.
   *   <li>Every open connection has been ended, by FIN or by a reset.
   *   <li>No thread of the server is left.
   * </ul>
   *
   * <p>{@code close} may be called twice, or before {@code start}, and never throws.
   */
  @Override
  void close();
}
