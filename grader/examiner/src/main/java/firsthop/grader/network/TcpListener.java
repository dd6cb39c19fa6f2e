package firsthop.grader.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A TCP port at which a test listens. The system completes handshakes while the backlog has room;
 * the test gets the connections one by one when it accepts them.
 */
public final class TcpListener implements Closeable {
  /** The number of connections that may wait until the test accepts them. */
  public static final int BACKLOG = 50;

  /** The maximum number of accepted connections; others stay in the backlog. */
  private static final int MAX_ACCEPTED = 1_000;

  private final PacketTrace trace;
  private final Dissector dissector;
  private final ServerSocketChannel channel;
  private final InetSocketAddress endpoint;
  private final List<TcpPeer> accepted = new ArrayList<>();
  private final List<SocketChannel> fillers = new ArrayList<>();

  /**
   * Listens with a backlog of {@value #BACKLOG} connections.
   *
   * @param name its name on the trace, such as {@code server}
   * @param port 0 for any
   */
  public TcpListener(
      PacketTrace trace, Dissector dissector, String name, InetAddress address, int port) {
    this(trace, dissector, name, new InetSocketAddress(address, port), BACKLOG);
  }

  private TcpListener(
      PacketTrace trace, Dissector dissector, String name, InetSocketAddress at, int backlog) {
    this.trace = trace;
    this.dissector = dissector;
    this.channel =
        BenchFaultError.opened(
            "a listener at " + TcpConnection.text(at),
            () -> ServerSocketChannel.open().bind(at, backlog));
    this.endpoint =
        BenchFaultError.opened(
            "a listener at " + TcpConnection.text(at),
            () -> {
              channel.configureBlocking(false);
              return (InetSocketAddress) channel.getLocalAddress();
            });
    trace.name(endpoint, name);
  }

  /**
   * Returns a listener that answers no connection attempt. Its backlog is full, and Linux ignores a
   * SYN then.
   *
   * @param name its name on the trace, such as {@code dead server}
   * @param port 0 for any
   */
  public static TcpListener dead(PacketTrace trace, String name, InetAddress address, int port)
      throws IOException {
    int backlog = 1;
    TcpListener dead =
        new TcpListener(
            trace, Dissector.BYTES, name, new InetSocketAddress(address, port), backlog);
    // Linux accepts one connection more than the backlog.
    for (int i = 0; i <= backlog; i++) {
      SocketChannel filler = Handshake.bound(address);
      dead.fillers.add(filler);
      filler.socket().connect(dead.endpoint, TcpPeer.PATIENCE_MILLIS);
    }
    return dead;
  }

  /** Returns the address and port of the listener. */
  public InetSocketAddress endpoint() {
    return endpoint;
  }

  /**
   * Accepts the next connection, which must arrive at once.
   *
   * @throws AssertionError when none arrives within {@value TcpPeer#PATIENCE_MILLIS} ms
   */
  public TcpPeer accept() throws IOException {
    return accept(TcpPeer.PATIENCE_MILLIS);
  }

  /**
   * Accepts the next connection.
   *
   * @throws AssertionError when none arrives within this time
   */
  public TcpPeer accept(int millis) throws IOException {
    return poll(millis)
        .orElseThrow(
            () ->
                new AssertionError(
                    "nobody connected to "
                        + TcpConnection.text(endpoint)
                        + " within "
                        + millis
                        + " ms"));
  }

  /** Waits up to this time for a connection and accepts it; empty if none arrives. */
  public Optional<TcpPeer> poll(int millis) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    @Nullable SocketChannel next = next();
    while (next == null && ChannelWait.await(channel, SelectionKey.OP_ACCEPT, deadline)) {
      next = next();
    }
    if (next == null) {
      return Optional.empty();
    }
    TcpPeer peer = TcpPeer.accepted(trace, dissector, new TcpConnection(next));
    accepted.add(peer);
    return Optional.of(peer);
  }

  /**
   * Waits until the other side has closed all connections to this listener, accepted or not.
   * Connections that our side has closed do not count.
   *
   * @throws AssertionError when one is still open after {@value TcpPeer#PATIENCE_MILLIS} ms
   * @see TcpPeer#awaitRelease
   */
  public void awaitAllReleased() throws IOException {
    while (accepted.size() < MAX_ACCEPTED && poll(0).isPresent()) {
      // Accept all connections that wait in the backlog.
    }
    for (TcpPeer peer : accepted) {
      if (!peer.isClosed()) {
        peer.awaitRelease();
      }
    }
  }

  /** Closes the listener and every connection that it has accepted. */
  @Override
  public void close() throws IOException {
    for (TcpPeer peer : accepted) {
      peer.close();
    }
    for (SocketChannel filler : fillers) {
      filler.close();
    }
    channel.close();
  }

  private @Nullable SocketChannel next() throws IOException {
    return accepted.size() < MAX_ACCEPTED ? channel.accept() : null;
  }
}
