package firsthop.grader.exams.tcp;

import firsthop.grader.network.BackgroundHost;
import firsthop.grader.network.Dissector;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.TcpListener;
import firsthop.grader.network.TcpPeer;
import firsthop.tcp.Conversation;
import firsthop.tcp.LifecycleClient;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A TCP server that serves one client after the other, each with a handler that the test gives. */
final class ScriptedTcpServer implements Closeable {
  /** A time-out in milliseconds for an answer that should come at once. */
  static final int AMPLE_MILLIS = 5_000;

  /** The time between two checks whether the client's call has returned, in milliseconds. */
  private static final int SLICE_MILLIS = 10;

  private final TcpListener listener;

  /** Opens when the current call has returned or thrown. */
  private volatile CountDownLatch over = new CountDownLatch(0);

  ScriptedTcpServer(PacketTrace trace, InetAddress address) {
    this(trace, address, 0);
  }

  /** Listens at a port, or at any free port for 0. */
  ScriptedTcpServer(PacketTrace trace, InetAddress address, int port) {
    this.listener = new TcpListener(trace, Dissector.FIRST_LINE, "server", address, port);
  }

  /** Serves a client that has connected. */
  interface ClientHandler {
    void handle(TcpPeer client) throws IOException;
  }

  String host() {
    return listener.endpoint().getAddress().getHostAddress();
  }

  int port() {
    return listener.endpoint().getPort();
  }

  /** Holds a conversation with long time-outs, and fails unless the client returns a response. */
  ConversationResult talk(LifecycleClient client, byte[] request, ClientHandler handler)
      throws InterruptedException {
    ConversationResult talk = talk(client, host(), request, AMPLE_MILLIS, handler);
    talk.conversation();
    return talk;
  }

  /**
   * Holds a conversation, and fails unless the server can play its part to the end.
   *
   * @param name the host, as the client is told it
   */
  ConversationResult talk(
      LifecycleClient client, String name, byte[] request, int readMillis, ClientHandler handler)
      throws InterruptedException {
    String call =
        "converse(\"%s\", %d, %d bytes, %d, %d)"
            .formatted(name, port(), request.length, AMPLE_MILLIS, readMillis);
    CountDownLatch end = new CountDownLatch(1);
    over = end;
    long startNanos = System.nanoTime();
    @Nullable Conversation conversation = null;
    @Nullable IOException thrown = null;
    try (BackgroundHost<TcpPeer> background = BackgroundHost.begin(() -> serveNext(handler, end))) {
      try {
        conversation = client.converse(name, port(), request, AMPLE_MILLIS, readMillis);
      } catch (IOException failed) {
        thrown = failed;
      }
      long endNanos = System.nanoTime();
      end.countDown();
      return new ConversationResult(
          call,
          Optional.ofNullable(conversation),
          Optional.ofNullable(thrown),
          startNanos,
          endNanos,
          peer(background, call, thrown));
    }
  }

  /** Waits until the current call has ended, or for this time; tells whether it has ended. */
  boolean awaitEndOfCall(int millis) throws InterruptedIOException {
    try {
      return over.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException ended) {
      throw new InterruptedIOException("the test was ended while its server waited");
    }
  }

  /** Receives a request and the FIN after it; fails if the bytes differ from the request. */
  static void hear(TcpPeer client, byte[] request) throws IOException {
    byte[] came = client.receiveToFin(request.length);
    int differs = Arrays.mismatch(request, came);
    if (differs >= 0) {
      throw new AssertionError(
          "the request is %s; the server got %s, which differs from byte %d on"
              .formatted(
                  Dissector.FIRST_LINE.describe(request),
                  Dissector.FIRST_LINE.describe(came),
                  differs));
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private TcpPeer serveNext(ClientHandler handler, CountDownLatch end) throws IOException {
    TcpPeer peer = accept(end);
    boolean done = false;
    try {
      handler.handle(peer);
      done = true;
    } finally {
      if (!done) {
        peer.close(); // the client must not wait for bytes that will not come
      }
    }
    return peer;
  }

  private TcpPeer accept(CountDownLatch end) throws IOException {
    while (true) {
      // Checked before the backlog: a client that has connected by then is in the backlog.
      boolean last = end.getCount() == 0;
      Optional<TcpPeer> peer = listener.poll(last ? 1 : SLICE_MILLIS);
      if (peer.isPresent()) {
        return peer.get();
      }
      if (last) {
        throw new AssertionError("the call has returned, and no client has connected");
      }
    }
  }

  private static TcpPeer peer(
      BackgroundHost<TcpPeer> background, String call, @Nullable IOException thrown)
      throws InterruptedException {
    try {
      return background.result();
    } catch (AssertionError failed) {
      throw new AssertionError(
          call + (thrown == null ? "" : " threw " + thrown) + "; " + failed.getMessage(),
          thrown == null ? failed : thrown);
    }
  }
}
