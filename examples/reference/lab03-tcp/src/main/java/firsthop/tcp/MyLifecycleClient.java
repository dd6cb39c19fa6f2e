package firsthop.tcp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Uses two threads for the two streams: the caller's thread reads the response while another thread
 * sends the request. One thread that first writes and then reads may wait for ever, because each
 * side may wait until the other side reads.
 *
 * <p>{@code shutdownOutput} is the half-close. Closing the socket, or its output stream, also sends
 * FIN, but it gives up the other direction, too.
 *
 * <p>A conversation is over when both threads are done. So the caller waits for the sender and
 * throws the sender's exception. Otherwise half a request would look like a success. The system
 * reports a reset only once. So it may be that only the sender sees the reset, and the reader sees
 * a normal end of the stream.
 *
 * <p>There is another way with one thread, which waits for both directions at the same time: a
 * {@code SocketChannel} that does not block, and a {@code Selector} that says when the channel can
 * be written or read. Then your code must measure the time-outs itself.
 */
public final class MyLifecycleClient implements LifecycleClient {
  private static final int IPV6_GROUPS = 8;

  /** A shorter run of zeros is not written as {@code ::} (RFC 5952 §4.2.2). */
  private static final int SHORTEST_RUN = 2;

  /** Creates a client. It has no state. */
  public MyLifecycleClient() {}

  @Override
  public Conversation converse(
      String host, int port, byte[] request, int connectTimeoutMillis, int readTimeoutMillis)
      throws IOException {
    // The socket is closed at the end of this block, also after an exception. That also ends a
    // sender that is still writing.
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), connectTimeoutMillis);
      socket.setSoTimeout(readTimeoutMillis); // for each read, not for all together
      Sender sender = new Sender(socket, request);
      sender.start();
      byte[] response = socket.getInputStream().readAllBytes();
      sender.await();
      // The local address must be read before the socket is closed.
      return new Conversation(
          text(socket.getLocalAddress(), socket.getLocalPort()),
          text(socket.getInetAddress(), socket.getPort()),
          response);
    }
  }

  /** Sends the request and FIN, and keeps its exception for {@link #await}. */
  private static final class Sender extends Thread {
    private final Socket socket;
    private final byte[] request;
    private @Nullable IOException failure;

    Sender(Socket socket, byte[] request) {
      super("sends-a-request");
      this.socket = socket;
      this.request = request;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (IOException e) {
        failure = e; // await sees it: join makes it visible
      }
    }

    void await() throws IOException {
      try {
        join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while the request was being sent");
      }
      if (failure != null) {
        throw failure;
      }
    }
  }

  private static String text(InetAddress address, int port) {
    return address instanceof Inet4Address
        ? address.getHostAddress() + ":" + port
        : "[" + ipv6Text(address.getAddress()) + "]:" + port;
  }

  /**
   * Returns an address in the form of RFC 5952 §4. {@code getHostAddress} never writes {@code ::}.
   */
  private static String ipv6Text(byte[] address) {
    int start = 0;
    int length = 0;
    for (int i = 0; i < IPV6_GROUPS; i++) {
      int zeros = zerosFrom(address, i);
      if (zeros > length) { // of several longest runs, take the first (§4.2.3)
        start = i;
        length = zeros;
      }
    }
    return length < SHORTEST_RUN
        ? hex(address, 0, IPV6_GROUPS)
        : hex(address, 0, start) + "::" + hex(address, start + length, IPV6_GROUPS);
  }

  private static int zerosFrom(byte[] address, int firstGroup) {
    int i = firstGroup;
    while (i < IPV6_GROUPS && group(address, i) == 0) {
      i++;
    }
    return i - firstGroup;
  }

  private static String hex(byte[] address, int from, int to) {
    List<String> groups = new ArrayList<>();
    for (int i = from; i < to; i++) {
      groups.add(Integer.toHexString(group(address, i)));
    }
    return String.join(":", groups);
  }

  private static int group(byte[] address, int i) {
    return (address[2 * i] & 0xFF) << 8 | address[2 * i + 1] & 0xFF;
  }
}
