// A channel that never blocks, a selector that waits, and ByteBuffers; blocks in a list.
package firsthop.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

public class MyTftpClient implements TftpClient {
  private static final short RRQ = 1, DATA = 3, ACK = 4, ERROR = 5;

  @Override
  public int blockAfter(int block) {
    return block + 1 & 0xFFFF;
  }

  @Override
  public byte[] read(String host, int port, String file, int timeoutMillis, int attempts)
      throws IOException {
    if (file.chars().anyMatch(c -> c == 0)) {
      throw new IllegalArgumentException("cannot ask for " + file.replace((char) 0, '?'));
    }
    InetAddress server = InetAddress.getByName(host);
    try (Selector selector = Selector.open();
        DatagramChannel channel = DatagramChannel.open()) {
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);

      List<byte[]> blocks = new ArrayList<>();
      ByteBuffer last =
          ByteBuffer.allocate(9 + file.length()).putShort(RRQ).put(file.getBytes(US_ASCII));
      last.put((byte) 0).put("octet".getBytes(US_ASCII)).put((byte) 0).flip();
      InetSocketAddress peer = new InetSocketAddress(server, port);
      boolean fixed = false;
      int awaited = 1;

      while (true) {
        byte[] block = null;
        for (int attempt = 1; block == null; attempt++) {
          if (attempt > attempts) {
            throw new SocketTimeoutException("the server does not answer");
          }
          channel.send(last.duplicate(), peer);
          long start = System.currentTimeMillis();
          long left = timeoutMillis;
          while (block == null && left > 0) {
            selector.select(left);
            selector.selectedKeys().clear();
            ByteBuffer in = ByteBuffer.allocate(2048);
            InetSocketAddress from = (InetSocketAddress) channel.receive(in);
            if (from != null && in.flip().remaining() >= 4) {
              short opcode = in.getShort();
              int number = in.getShort() & 0xFFFF;
              if (fixed ? !from.equals(peer) : !from.getAddress().equals(server)) {
                if (opcode != ERROR) {
                  channel.send(ByteBuffer.wrap(new byte[] {0, 5, 0, 5, 'n', 'o', 0}), from);
                }
              } else if (opcode == ERROR) {
                String text = US_ASCII.decode(in).toString();
                throw new TftpException(number + ": " + text.split("\0", -1)[0]);
              } else if (opcode == DATA && number == awaited) {
                block = new byte[in.remaining()];
                in.get(block);
                peer = from;
                fixed = true;
              } else if (opcode == DATA && fixed && blockAfter(number) == awaited) {
                channel.send(last.duplicate(), peer);
              }
            }
            left = start + timeoutMillis - System.currentTimeMillis();
          }
        }
        blocks.add(block);
        last = ByteBuffer.allocate(4).putShort(ACK).putShort((short) awaited).flip();
        if (block.length < 512) {
          channel.send(last, peer);
          break;
        }
        awaited = blockAfter(awaited);
      }

      ByteBuffer all = ByteBuffer.allocate(blocks.stream().mapToInt(b -> b.length).sum());
      blocks.forEach(all::put);
      return all.array();
    }
  }
}
