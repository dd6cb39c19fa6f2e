// One thread, a channel that does not block, and a selector that waits for both directions at once.
package firsthop.tcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

public class MyLifecycleClient implements LifecycleClient {
  private static final int CHUNK = 32 * 1024;

  @Override
  public Conversation converse(
      String host, int port, byte[] request, int connectTimeoutMillis, int readTimeoutMillis)
      throws IOException {
    InetSocketAddress peer = new InetSocketAddress(host, port);
    if (peer.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    try (Selector selector = Selector.open();
        SocketChannel channel = SocketChannel.open()) {
      channel.configureBlocking(false);
      SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
      connect(channel, selector, peer, connectTimeoutMillis);
      byte[] response = exchange(channel, selector, key, request, readTimeoutMillis);
      return new Conversation(
          name((InetSocketAddress) channel.getLocalAddress()),
          name((InetSocketAddress) channel.getRemoteAddress()),
          response);
    }
  }

  private static void connect(
      SocketChannel channel, Selector selector, InetSocketAddress peer, int millis)
      throws IOException {
    long start = System.nanoTime();
    boolean connected = channel.connect(peer);
    while (!connected) {
      long left = left(start, millis);
      if (left <= 0) {
        throw new SocketTimeoutException(peer + " did not answer in " + millis + " ms");
      }
      selector.select(left);
      selector.selectedKeys().clear();
      connected = channel.finishConnect();
    }
  }

  private static byte[] exchange(
      SocketChannel channel, Selector selector, SelectionKey key, byte[] request, int millis)
      throws IOException {
    ByteBuffer out = ByteBuffer.wrap(request);
    ByteBuffer in = ByteBuffer.allocate(CHUNK);
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    boolean sent = false;
    boolean heard = false;
    long silentSince = System.nanoTime();
    while (!sent || !heard) {
      boolean moved = false;
      if (!sent) {
        int end = Math.min(request.length, out.position() + CHUNK);
        moved = channel.write(out.limit(end)) > 0;
        if (out.position() == request.length) {
          channel.shutdownOutput();
          sent = true;
          moved = true;
        }
      }
      if (!heard) {
        int length = channel.read(in.clear());
        heard = length < 0;
        if (length > 0) {
          response.write(in.array(), 0, length);
        }
        moved |= length != 0;
      }
      if (moved) {
        silentSince = System.nanoTime();
      } else {
        key.interestOps(
            (sent ? 0 : SelectionKey.OP_WRITE) | (heard ? 0 : SelectionKey.OP_READ));
        long left = left(silentSince, millis);
        if (left > 0 || !sent) {
          selector.select(Math.max(left, 1));
          selector.selectedKeys().clear();
        } else {
          throw new SocketTimeoutException("silence for " + millis + " ms");
        }
      }
    }
    return response.toByteArray();
  }

  private static long left(long since, int millis) {
    long nanos = millis * 1_000_000L - (System.nanoTime() - since);
    return nanos <= 0 ? 0 : nanos / 1_000_000 + 1;
  }

  private static String name(InetSocketAddress socket) {
    InetAddress address = socket.getAddress();
    if (address instanceof Inet6Address) {
      return "[" + shorten(address.getAddress()) + "]:" + socket.getPort();
    }
    return address.getHostAddress() + ":" + socket.getPort();
  }

  private static String shorten(byte[] address) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = ByteBuffer.wrap(address).getChar(2 * i);
    }
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int j = i;
      while (j < 8 && groups[j] == 0) {
        j++;
      }
      if (j - i > bestLength) {
        best = i;
        bestLength = j - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == best) {
        text.append("::");
        i += bestLength - 1;
      } else {
        if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
