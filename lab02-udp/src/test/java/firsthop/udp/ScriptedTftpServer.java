package firsthop.udp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A TFTP server on 127.0.0.1 that follows a script: which packets it sends when it receives a
 * packet. It has a port for requests, a port that sends the file, and a port that plays a stranger.
 * It keeps a list of all packets that it receives, and does nothing that is not in the script.
 */
final class ScriptedTftpServer implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  private static final int LARGEST = 65_535;
  private static final int PATIENCE_MILLIS = 2_000;

  private final Map<String, Deque<List<Packet>>> script = new HashMap<>();
  private final List<String> heard = new ArrayList<>();
  private final Map<From, DatagramChannel> channels = new HashMap<>();
  private final Selector selector;
  private final Thread thread = new Thread(this::serve, "scripted-tftp-server");
  private volatile boolean ending;

  ScriptedTftpServer() throws IOException {
    selector = Selector.open();
    for (From from : From.values()) {
      DatagramChannel channel = DatagramChannel.open().bind(new InetSocketAddress(HOST, 0));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, from);
      channels.put(from, channel);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** The ports of the server. */
  enum From {
    PORT_ASKED("the port asked"),
    SERVER("the port that sends the file"),
    STRANGER("the stranger's port");

    private final String place;

    From(String place) {
      this.place = place;
    }

    /** Returns a DATA packet from this port. */
    Packet data(int block, byte[] bytes) {
      return new Packet(this, packet(3, block, bytes));
    }

    /** Returns an ERROR packet from this port. */
    Packet error(int code, String text) {
      return new Packet(this, packet(5, code, (text + "\0").getBytes(US_ASCII)));
    }
  }

  /** A packet that the server sends from one of its ports. */
  record Packet(From from, byte[] bytes) {}

  /**
   * Adds to the script what the server sends when it receives a packet. Calls with the same packet
   * are for its first arrival, its second arrival, and so on. Packets that are not in the script
   * get no answer.
   */
  synchronized ScriptedTftpServer on(String hears, Packet... sends) {
    script.computeIfAbsent(hears, first -> new ArrayDeque<>()).add(List.of(sends));
    return this;
  }

  /** Returns the port for requests. */
  int port() {
    return channels.get(From.PORT_ASKED).socket().getLocalPort();
  }

  /**
   * Stops the server and returns all packets that it received: {@code RRQ notes octet}, {@code ACK
   * 1}, {@code ERROR 5}. The port is named only if the packet came to an unexpected port.
   */
  List<String> heard() throws InterruptedException {
    ending = true;
    selector.wakeup();
    thread.join(PATIENCE_MILLIS);
    synchronized (this) {
      return List.copyOf(heard);
    }
  }

  @Override
  public void close() throws IOException {
    for (DatagramChannel channel : channels.values()) {
      channel.close();
    }
    selector.close();
  }

  private void serve() {
    try {
      boolean over = false;
      while (!over) {
        // Read before the sockets, so that no packet that was sent earlier is missed.
        boolean last = ending;
        int ready = last ? selector.selectNow() : selector.select(PATIENCE_MILLIS);
        for (SelectionKey key : selector.selectedKeys()) {
          hear((From) key.attachment());
        }
        selector.selectedKeys().clear();
        over = last && ready == 0;
      }
    } catch (IOException | RuntimeException e) {
      if (selector.isOpen()) {
        throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
      }
    }
  }

  private synchronized void hear(From at) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    SocketAddress client = channels.get(at).receive(buffer);
    if (client == null) {
      return;
    }
    byte[] bytes = new byte[buffer.flip().remaining()];
    buffer.get(bytes);
    String what = describe(bytes);
    From usual = what.startsWith("RRQ ") ? From.PORT_ASKED : From.SERVER;
    String words = at == usual ? what : what + " at " + at.place;
    heard.add(words);
    Deque<List<Packet>> answers = script.getOrDefault(words, new ArrayDeque<>());
    if (!answers.isEmpty()) {
      for (Packet packet : answers.remove()) {
        channels.get(packet.from()).send(ByteBuffer.wrap(packet.bytes()), client);
      }
    }
  }

  private static String describe(byte[] bytes) {
    if (bytes.length >= 4 && bytes[0] == 0) {
      int number = Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(2));
      String texts = new String(bytes, 2, bytes.length - 2, US_ASCII);
      if (bytes[1] == 1 && texts.matches("[^\0]+\0[^\0]+\0")) {
        return "RRQ " + texts.replace('\0', ' ').strip();
      }
      if (bytes[1] == 4 && bytes.length == 4) {
        return "ACK " + number;
      }
      if (bytes[1] == 5) {
        return "ERROR " + number;
      }
    }
    return "not a TFTP packet that a client sends: " + HexFormat.ofDelimiter(" ").formatHex(bytes);
  }

  private static byte[] packet(int opcode, int number, byte[] rest) {
    return ByteBuffer.allocate(4 + rest.length)
        .putShort((short) opcode)
        .putShort((short) number)
        .put(rest)
        .array();
  }
}
