// A connected channel, which hears nobody else, and a selector that waits for it.
package firsthop.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.ThreadLocalRandom;

public class MyDatagramClient implements DatagramClient {
  private static final int LARGEST = 65_507;

  @Override
  public byte[] request(
      String host, int port, byte[] payload, int attempts, int firstTimeoutMillis)
      throws IOException {
    if (payload.length + Integer.BYTES > LARGEST) {
      throw new IllegalArgumentException("too long: " + payload.length);
    }
    if (Math.min(attempts, firstTimeoutMillis) <= 0) {
      throw new IllegalArgumentException("once at least, and a millisecond at least");
    }
    int id = ThreadLocalRandom.current().nextInt();
    ByteBuffer request = ByteBuffer.allocateDirect(Integer.BYTES + payload.length);
    request.putInt(id).put(payload);
    try (DatagramChannel channel = DatagramChannel.open();
        Selector selector = Selector.open()) {
      channel.connect(new InetSocketAddress(InetAddress.getByName(host), port));
      channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
      ByteBuffer reply = ByteBuffer.allocateDirect(LARGEST);
      for (int attempt = 0; attempt < attempts; attempt++) {
        long start = System.nanoTime();
        long wait = (long) firstTimeoutMillis << Math.min(attempt, 30);
        channel.write(request.rewind());
        for (long passed = 0; passed < wait; passed = (System.nanoTime() - start) / 1_000_000) {
          selector.select(wait - passed);
          selector.selectedKeys().clear();
          while (read(channel, reply.clear())) {
            if (reply.flip().remaining() >= Integer.BYTES && reply.getInt() == id) {
              byte[] result = new byte[reply.remaining()];
              reply.get(result);
              return result;
            }
          }
        }
      }
    }
    throw new SocketTimeoutException(host + ":" + port + " is silent");
  }

  private static boolean read(DatagramChannel channel, ByteBuffer into) throws IOException {
    try {
      return channel.receive(into) != null;
    } catch (PortUnreachableException e) {
      return false;
    }
  }
}
