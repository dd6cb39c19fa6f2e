// A channel that never blocks, with one deadline for all, and a chain that is followed recursively.
package firsthop.dns;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

public class MyStubResolver implements StubResolver {
  private static final int CNAME = 5;

  @Override
  public List<DnsRecord> resolve(
      String server, int port, String name, int type, int timeoutMillis, int attempts)
      throws IOException {
    DnsMessage answer =
        new MyDnsExchange().ask(server, port, name, type, true, timeoutMillis, attempts);
    if (answer.truncated()) {
      answer = overTcp(new InetSocketAddress(server, port), name, type, timeoutMillis);
    }
    if (answer.rcode() == 3) {
      throw new NameNotFoundException("NXDOMAIN for " + name);
    } else if (answer.rcode() > 0) {
      throw new ServerFailureException("rcode " + answer.rcode() + " for " + name);
    }
    return find(answer.questions().get(0).name(), type, answer.answers());
  }

  /** Looks for records, and for aliases among those that have not been followed yet. */
  private static List<DnsRecord> find(String name, int type, List<DnsRecord> records) {
    List<DnsRecord> own = new ArrayList<>(records);
    own.removeIf(record -> !record.name().equals(name) || record.type() != type);
    if (!own.isEmpty()) {
      return own;
    }
    for (DnsRecord record : records) {
      if (record.name().equals(name) && record.type() == CNAME) {
        List<DnsRecord> others = new ArrayList<>(records);
        others.remove(record);
        return find(record.data(), type, others);
      }
    }
    return List.of();
  }

  private static DnsMessage overTcp(
      InetSocketAddress to, String name, int type, int timeoutMillis) throws IOException {
    int id = ThreadLocalRandom.current().nextInt(0x10000);
    byte[] query = new MyQueryEncoder().encode(id, name, type, true);
    try (SocketChannel channel = SocketChannel.open();
        Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
      long deadline = deadline(timeoutMillis);
      channel.connect(to);
      while (!channel.finishConnect()) {
        await(selector, deadline);
      }
      ByteBuffer out = ByteBuffer.allocate(2 + query.length);
      out.putShort((short) query.length).put(query).flip();
      while (out.hasRemaining()) {
        channel.write(out);
      }
      key.interestOps(SelectionKey.OP_READ);
      deadline = deadline(timeoutMillis);
      ByteBuffer length = read(channel, selector, 2, deadline);
      ByteBuffer answer = read(channel, selector, length.getShort() & 0xFFFF, deadline);
      DnsMessage message = new MyMessageDecoder().decode(answer.array());
      if (message.id() != id) {
        throw new IOException("asked as " + id + ", answered as " + message.id());
      }
      return message;
    }
  }

  private static ByteBuffer read(SocketChannel channel, Selector selector, int count, long deadline)
      throws IOException {
    ByteBuffer in = ByteBuffer.allocate(count);
    while (in.hasRemaining()) {
      int more = channel.read(in);
      if (more < 0) {
        throw new EOFException(in.remaining() + " bytes are missing");
      }
      if (more == 0) {
        await(selector, deadline);
      }
    }
    return in.flip();
  }

  private static void await(Selector selector, long deadline) throws IOException {
    long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException("too late");
    }
    selector.select(left);
    selector.selectedKeys().clear();
  }

  private static long deadline(int millis) {
    return System.nanoTime() + millis * 1_000_000L;
  }
}
