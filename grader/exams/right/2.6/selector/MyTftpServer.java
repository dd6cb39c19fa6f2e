// One thread, one selector over all channels, an object for each transfer and a queue of deadlines.
package firsthop.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

public class MyTftpServer implements TftpServer {
  private enum State {
    NEW,
    SERVING,
    CLOSED
  }

  private State state = State.NEW;
  private Selector selector;
  private Thread loop;
  private String address;
  private Map<String, byte[]> files;
  private long timeoutNanos;
  private int attempts;

  // Only the loop touches these.
  private final ByteBuffer in = ByteBuffer.allocate(2048);
  private final List<Transfer> transfers = new ArrayList<>();
  private final Set<SocketAddress> clients = new HashSet<>();

  @Override
  public synchronized int start(
      String address, int port, Map<String, byte[]> files, int timeoutMillis, int attempts)
      throws IOException {
    if (state != State.NEW) {
      throw new IllegalStateException("start() in state " + state);
    }
    this.address = address;
    this.files = Map.copyOf(files);
    this.timeoutNanos = timeoutMillis * 1_000_000L;
    this.attempts = attempts;
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.bind(new InetSocketAddress(address, port));
      channel.configureBlocking(false);
      selector = Selector.open();
      channel.register(selector, SelectionKey.OP_READ);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    state = State.SERVING;
    loop = new Thread(() -> run(channel), "tftp");
    loop.start();
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  @Override
  public int blockAfter(int block) {
    return (char) (block + 1);
  }

  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      state = State.CLOSED;
      running = loop;
      if (selector != null) {
        selector.wakeup();
      }
    }
    if (running != null) {
      try {
        running.join(900);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized boolean isOpen() {
    return state == State.SERVING;
  }

  private void run(DatagramChannel channel) {
    try {
      while (isOpen()) {
        selector.select(millisToNextDeadline());
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isValid()) {
            read((DatagramChannel) key.channel(), (Transfer) key.attachment());
          }
        }
        selector.selectedKeys().clear();
        long now = System.nanoTime();
        for (Transfer transfer : List.copyOf(transfers)) {
          if (now - transfer.deadline >= 0) {
            transfer.timeOut();
          }
        }
      }
    } catch (IOException | ClosedSelectorException e) {
      // Nothing more can be served.
    } finally {
      List.copyOf(transfers).forEach(Transfer::end);
      closeQuietly(channel);
      try {
        selector.close();
      } catch (IOException e) {
        // It is gone anyway.
      }
    }
  }

  private long millisToNextDeadline() {
    long now = System.nanoTime();
    long next = 10_000_000_000L;
    for (Transfer transfer : transfers) {
      next = Math.min(next, transfer.deadline - now);
    }
    return Math.max(1, next / 1_000_000 + 1);
  }

  private void read(DatagramChannel channel, Transfer transfer) throws IOException {
    while (channel.isOpen()) {
      in.clear();
      SocketAddress from = channel.receive(in);
      if (from == null) {
        return;
      }
      in.flip();
      if (in.remaining() < 2 || in.getChar(0) == 5 && transfer == null) {
        continue;
      }
      if (transfer == null) {
        request(channel, from);
      } else {
        transfer.packet(from);
      }
    }
  }

  private void request(DatagramChannel channel, SocketAddress client) throws IOException {
    int opcode = in.getChar();
    byte[] rest = new byte[in.remaining()];
    in.get(rest);
    // A limit of -1 keeps the empty text behind the last zero byte.
    String[] texts = new String(rest, StandardCharsets.ISO_8859_1).split("\0", -1);
    if (opcode == 2) {
      reply(channel, client, error(2, "this is a library, not a drop box"));
    } else if (opcode != 1
        || texts.length < 3
        || !texts[1].toLowerCase(Locale.ROOT).equals("octet")) {
      reply(channel, client, error(4, ""));
    } else if (!files.containsKey(texts[0])) {
      reply(channel, client, error(1, texts[0]));
    } else if (clients.add(client)) {
      // A request that comes twice is dropped as long as its transfer goes on.
      transfers.add(new Transfer(client, files.get(texts[0])));
    }
  }

  private static void reply(DatagramChannel channel, SocketAddress to, ByteBuffer packet) {
    try {
      channel.send(packet, to);
    } catch (IOException e) {
      // Lost.
    }
  }

  private static ByteBuffer error(int code, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer packet = ByteBuffer.allocate(5 + bytes.length);
    return packet.putChar((char) 5).putChar((char) code).put(bytes).put((byte) 0).flip();
  }

  private static void closeQuietly(DatagramChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed as far as it can be.
    }
  }

  private final class Transfer {
    private final DatagramChannel channel = DatagramChannel.open();
    private final SocketAddress client;
    private final byte[] file;
    private int block = 1;
    private int offset;
    private int sends;
    private long deadline;

    Transfer(SocketAddress client, byte[] file) throws IOException {
      this.client = client;
      this.file = file;
      channel.bind(new InetSocketAddress(address, 0));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
      send();
    }

    private int length() {
      return Math.min(512, file.length - offset);
    }

    private void send() {
      sends++;
      ByteBuffer packet = ByteBuffer.allocate(4 + length());
      packet.putChar((char) 3).putChar((char) block).put(file, offset, length());
      reply(channel, client, packet.flip());
      deadline = System.nanoTime() + timeoutNanos;
    }

    void timeOut() {
      if (sends < attempts) {
        send();
      } else {
        end();
      }
    }

    void packet(SocketAddress from) {
      int opcode = in.getChar(0);
      if (!from.equals(client)) {
        if (opcode != 5) {
          reply(channel, from, error(5, "who are you?"));
        }
      } else if (opcode == 5) {
        end();
      } else if (opcode == 4 && in.remaining() >= 4 && in.getChar(2) == block) {
        if (length() < 512) {
          end();
          return;
        }
        offset += 512;
        block = blockAfter(block);
        sends = 0;
        send();
      }
    }

    void end() {
      closeQuietly(channel);
      transfers.remove(this);
      clients.remove(client);
    }
  }
}
