// A connected channel, which hears nobody else, and a selector that waits for it.
package firsthop.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

public class MyDnsExchange implements DnsExchange {
  private static final int LARGEST = 512;

  @Override
  public DnsMessage ask(
      String server,
      int port,
      String name,
      int type,
      boolean recursionDesired,
      int timeoutMillis,
      int attempts)
      throws IOException {
    if (Math.min(timeoutMillis, attempts) < 1) {
      throw new IllegalArgumentException("once at least, and a millisecond at least");
    }
    InetSocketAddress endpoint = new InetSocketAddress(InetAddress.getByName(server), port);
    for (int left = attempts; left > 0; left--) {
      int id = ThreadLocalRandom.current().nextInt(1 << 16);
      byte[] query = new MyQueryEncoder().encode(id, name, type, recursionDesired);
      List<DnsQuestion> asked = new MyMessageDecoder().decode(query).questions();
      try (DatagramChannel channel = DatagramChannel.open();
          Selector selector = Selector.open()) {
        channel.connect(endpoint);
        channel.configureBlocking(false).register(selector, SelectionKey.OP_READ);
        long start = System.nanoTime();
        channel.write(ByteBuffer.wrap(query));
        long passed = 0;
        while (passed < timeoutMillis) {
          selector.select(timeoutMillis - passed);
          selector.selectedKeys().clear();
          for (ByteBuffer one = read(channel); one != null; one = read(channel)) {
            DnsMessage message = decoded(one);
            if (message != null
                && message.id() == id
                && message.response()
                && message.questions().equals(asked)) {
              return message;
            }
          }
          passed = (System.nanoTime() - start) / 1_000_000;
        }
      }
    }
    throw new SocketTimeoutException(endpoint + " is silent");
  }

  private static ByteBuffer read(DatagramChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    try {
      return channel.receive(buffer) == null ? null : buffer.flip();
    } catch (PortUnreachableException e) {
      return null;
    }
  }

  private static DnsMessage decoded(ByteBuffer datagram) {
    byte[] bytes = new byte[datagram.remaining()];
    datagram.get(bytes);
    try {
      return new MyMessageDecoder().decode(bytes);
    } catch (MalformedMessageException e) {
      return null;
    }
  }
}
