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
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A server that clients ask one after the other, and that treats each as its test says. */
final class AskedServer implements Closeable {
  /** A time-out, in milliseconds, for what is to come at once. */
  static final int AMPLE_MILLIS = 5_000;

  /** How long to wait for a client between two looks at whether the call is over. */
  private static final int SLICE_MILLIS = 10;

  private final TcpListener listener;

  AskedServer(PacketTrace trace, InetAddress address) {
    this(trace, address, 0);
  }

  /** Listen at a port, or at any for 0. */
  AskedServer(PacketTrace trace, InetAddress address, int port) {
    this.listener = new TcpListener(trace, Dissector.FIRST_LINE, "server", address, port);
  }

  /** What the server does with a client that has connected. */
  interface Treatment {
    void of(TcpPeer client) throws IOException;
  }

  String host() {
    return listener.endpoint().getAddress().getHostAddress();
  }

  int port() {
    return listener.endpoint().getPort();
  }

  /** Hold a conversation with ample time-outs, which is to come to a good end. */
  Talk talk(LifecycleClient client, byte[] request, Treatment treatment)
      throws InterruptedException {
    Talk talk = talk(client, host(), request, AMPLE_MILLIS, treatment);
    talk.conversation();
    return talk;
  }

  /**
   * Hold a conversation, and fail unless the server comes through with its part.
   *
   * @param name by which the client is told the host
   */
  Talk talk(
      LifecycleClient client, String name, byte[] request, int readMillis, Treatment treatment)
      throws InterruptedException {
    String call =
        "converse(\"%s\", %d, %d bytes, %d, %d)"
            .formatted(name, port(), request.length, AMPLE_MILLIS, readMillis);
    AtomicBoolean over = new AtomicBoolean();
    long startNanos = System.nanoTime();
    @Nullable Conversation conversation = null;
    @Nullable IOException thrown = null;
    try (BackgroundHost<TcpPeer> aside = BackgroundHost.begin(() -> treatNext(treatment, over))) {
      try {
        conversation = client.converse(name, port(), request, AMPLE_MILLIS, readMillis);
      } catch (IOException failed) {
        thrown = failed;
      }
      long endNanos = System.nanoTime();
      over.set(true);
      return new Talk(
          call,
          Optional.ofNullable(conversation),
          Optional.ofNullable(thrown),
          startNanos,
          endNanos,
          peer(aside, call, thrown));
    }
  }

  /** Receive a request and the FIN behind it; fail if it is another one. */
  static void hear(TcpPeer client, byte[] request) throws IOException {
    byte[] came = client.receiveToFin(request.length);
    int differs = Arrays.mismatch(request, came);
    if (differs >= 0) {
      throw new AssertionError(
          "the request is %s; what came is %s, and differs from byte %d on"
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

  private TcpPeer treatNext(Treatment treatment, AtomicBoolean over) throws IOException {
    TcpPeer peer = accept(over);
    boolean done = false;
    try {
      treatment.of(peer);
      done = true;
    } finally {
      if (!done) {
        peer.close(); // the client must not wait for what does not come any more
      }
    }
    return peer;
  }

  private TcpPeer accept(AtomicBoolean over) throws IOException {
    while (true) {
      boolean last = over.get(); // asked before the backlog: who has connected by then is in it
      Optional<TcpPeer> peer = listener.poll(last ? 1 : SLICE_MILLIS);
      if (peer.isPresent()) {
        return peer.get();
      }
      if (last) {
        throw new AssertionError("the call was over, and nobody had connected");
      }
    }
  }

  private static TcpPeer peer(
      BackgroundHost<TcpPeer> aside, String call, @Nullable IOException thrown)
      throws InterruptedException {
    try {
      return aside.result();
    } catch (AssertionError failed) {
      throw new AssertionError(
          call + (thrown == null ? "" : " threw " + thrown) + "; " + failed.getMessage(),
          thrown == null ? failed : thrown);
    }
  }
}
