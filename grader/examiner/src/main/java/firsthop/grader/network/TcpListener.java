package firsthop.grader.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * A host's TCP port at which a test listens. The system answers who connects, as long as the
 * backlog has room; the test gets the connections one by one, when it accepts.
 */
public final class TcpListener implements Closeable {
  /** Room for whoever connects before the test accepts. */
  public static final int BACKLOG = 50;

  /** More connections no candidate needs; those beyond it stay in the backlog. */
  private static final int MOST = 1_000;

  private final PacketTrace trace;
  private final Dissector dissector;
  private final ServerSocketChannel channel;
  private final InetSocketAddress endpoint;
  private final List<TcpPeer> accepted = new ArrayList<>();
  private final List<SocketChannel> fillers = new ArrayList<>();

  /**
   * Listens, with room for {@value #BACKLOG} connections that are not accepted yet.
   *
   * @param name what the trace calls it, such as {@code server}
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
    try {
      this.channel = ServerSocketChannel.open();
      channel.bind(at, backlog);
      channel.configureBlocking(false);
      this.endpoint = (InetSocketAddress) channel.getLocalAddress();
    } catch (IOException taken) {
      throw new UncheckedIOException("cannot listen at " + TcpConnection.text(at), taken);
    }
    trace.name(endpoint, name);
  }

  /**
   * Returns a host that is dead to who connects: it neither accepts nor refuses. Its backlog is
   * full, and Linux does not answer a SYN for which there is no room.
   *
   * @param name what the trace calls it, such as {@code dead server}
   * @param port 0 for any
   */
  public static TcpListener dead(PacketTrace trace, String name, InetAddress address, int port)
      throws IOException {
    int backlog = 1;
    TcpListener dead =
        new TcpListener(
            trace, Dissector.BYTES, name, new InetSocketAddress(address, port), backlog);
    // Linux takes one more than the backlog says.
    for (int i = 0; i <= backlog; i++) {
      SocketChannel filler = SocketChannel.open();
      dead.fillers.add(filler);
      filler.bind(new InetSocketAddress(address, 0));
      filler.socket().connect(dead.endpoint, TcpPeer.PATIENCE_MILLIS);
    }
    return dead;
  }

  /** Returns the address and port at which it listens. */
  public InetSocketAddress endpoint() {
    return endpoint;
  }

  /**
   * Accepts the next connection, which is to come at once.
   *
   * @throws AssertionError when none comes within {@value TcpPeer#PATIENCE_MILLIS} ms
   */
  public TcpPeer accept() throws IOException {
    return accept(TcpPeer.PATIENCE_MILLIS);
  }

  /**
   * Accepts the next connection.
   *
   * @throws AssertionError when none comes within so many milliseconds
   */
  public TcpPeer accept(int millis) throws IOException {
    return poll(millis)
        .orElseThrow(
            () ->
                new AssertionError(
                    "nobody connected to "
                        + TcpConnection.text(endpoint)
                        + " in "
                        + millis
                        + " ms"));
  }

  /** Accepts a connection that may come within so many milliseconds, or not at all. */
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
   * Waits until the other side holds none of the connections that it has made, accepted here or
   * not; those that our side has closed itself do not count.
   *
   * @throws AssertionError when it still holds one after {@value TcpPeer#PATIENCE_MILLIS} ms
   * @see TcpPeer#awaitRelease
   */
  public void awaitAllReleased() throws IOException {
    while (accepted.size() < MOST && poll(0).isPresent()) {
      // The next one may wait behind it.
    }
    for (TcpPeer peer : accepted) {
      if (!peer.isClosed()) {
        peer.awaitRelease();
      }
    }
  }

  /** Closes it, and every connection that it has accepted. */
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
    return accepted.size() < MOST ? channel.accept() : null;
  }
}
