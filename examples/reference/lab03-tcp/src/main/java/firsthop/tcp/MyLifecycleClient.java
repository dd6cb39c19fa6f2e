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
 * Two streams, two threads: the caller's thread reads the response while another one sends the
 * request. With one thread that first writes and then reads, each side may wait for ever until the
 * other takes what it has sent.
 *
 * <p>{@code shutdownOutput} is the half-close. Closing the socket, or its output stream, sends FIN
 * as well, but gives up the other direction along with it.
 *
 * <p>The sender's end counts as much as the reader's: a conversation is over when both are done. A
 * failure that stays in the sender's thread would make a success out of half a request. And since
 * the system tells of a reset only once, it may be the sender alone that hears of it, while the
 * reader is told of an end.
 *
 * <p>One thread is enough if it can wait for both at once: with a {@code SocketChannel} that does
 * not block and a {@code Selector} that says when it can be written or read. Then the time-outs are
 * yours to count.
 */
public final class MyLifecycleClient implements LifecycleClient {
  private static final int IPV6_GROUPS = 8;

  /** A run of zeros that is shorter is not worth a {@code ::} (RFC 5952 §4.2.2). */
  private static final int SHORTEST_RUN = 2;

  /** Makes a client; it has no state. */
  public MyLifecycleClient() {}

  @Override
  public Conversation converse(
      String host, int port, byte[] request, int connectTimeoutMillis, int readTimeoutMillis)
      throws IOException {
    // However this block is left, the socket is closed, and a sender still at work is ended by
    // that.
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), connectTimeoutMillis);
      socket.setSoTimeout(readTimeoutMillis); // of each read, not of all together
      Sender sender = new Sender(socket, request);
      sender.start();
      byte[] response = socket.getInputStream().readAllBytes();
      sender.await();
      // Asked before the socket is closed: afterwards it has no local address any more.
      return new Conversation(
          text(socket.getLocalAddress(), socket.getLocalPort()),
          text(socket.getInetAddress(), socket.getPort()),
          response);
    }
  }

  /** Sends the request and FIN, and keeps what went wrong for whoever waits for it. */
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
        failure = e; // seen by await: join makes it visible
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

  /** Writes an address as RFC 5952 §4 wants it; {@code getHostAddress} never writes {@code ::}. */
  private static String ipv6Text(byte[] address) {
    int start = 0;
    int length = 0;
    for (int i = 0; i < IPV6_GROUPS; i++) {
      int zeros = zerosFrom(address, i);
      if (zeros > length) { // of several longest runs, the first one wins (§4.2.3)
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
