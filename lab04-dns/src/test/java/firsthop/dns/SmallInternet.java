package firsthop.dns;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Name servers on this machine that take turns. A test gives a list of turns. The first turn
 * answers the first query, whichever server receives it; the second turn answers the second query;
 * and so on. All queries are recorded.
 *
 * <p>The servers have the addresses 127.0.0.1, 127.0.0.2 and so on. On a system that has only
 * 127.0.0.1, they all have this address, and only the turns make them different.
 */
final class SmallInternet implements AutoCloseable {
  static final String SERVER_1 = "127.0.0.1";
  static final String SERVER_2 = "127.0.0.2";
  static final String SERVER_3 = "127.0.0.3";
  static final String SERVER_4 = "127.0.0.4";

  private static final int REFUSED = 5;
  private static final int BUFFER = 65_535;
  private static final int TRIES_FOR_A_PORT = 50;

  /** A header, the name of the root, a type and a class. */
  private static final int SHORTEST_QUERY = 12 + 1 + 4;

  private final Deque<Turn> turns;
  private final boolean again;
  private final Map<String, InetAddress> hosts = new ConcurrentHashMap<>();
  private final List<Closeable> sockets = new CopyOnWriteArrayList<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final List<Boolean> recursionDesired = new CopyOnWriteArrayList<>();
  private final int port;

  private SmallInternet(List<Turn> turns, boolean again) throws IOException {
    this.turns = new ArrayDeque<>(turns);
    this.again = again;
    this.port = open();
  }

  /** Starts an internet; queries after the last turn are refused. */
  static SmallInternet of(Turn... turns) throws IOException {
    return new SmallInternet(List.of(turns), false);
  }

  /** Starts an internet in which every query gets the same turn. */
  static SmallInternet always(Turn turn) throws IOException {
    return new SmallInternet(List.of(turn), true);
  }

  int port() {
    return port;
  }

  /** Returns the addresses of two root servers. */
  List<String> roots() {
    return List.of(hosts.get(SERVER_1).getHostAddress(), hosts.get(SERVER_2).getHostAddress());
  }

  /** Returns the queries in order, such as {@code www.example A} or {@code ... over TCP}. */
  List<String> questions() {
    return List.copyOf(questions);
  }

  /** Returns for each query whether recursion was desired. */
  List<Boolean> recursionDesired() {
    return List.copyOf(recursionDesired);
  }

  @Override
  public void close() throws IOException {
    for (Closeable socket : sockets) {
      socket.close();
    }
  }

  private int open() throws IOException {
    for (int i = 1; ; i++) {
      InetAddress first = InetAddress.getByName(SERVER_1);
      ServerSocket listener = new ServerSocket(0, 0, first);
      int free = listener.getLocalPort();
      try {
        serve(new DatagramSocket(free, first), listener);
        hosts.put(SERVER_1, first);
        openOthers(free, first);
        return free;
      } catch (IOException taken) {
        listener.close();
        if (i == TRIES_FOR_A_PORT) {
          throw taken;
        }
      }
    }
  }

  private void openOthers(int free, InetAddress first) {
    for (String server : List.of(SERVER_2, SERVER_3, SERVER_4)) {
      try {
        InetAddress host = InetAddress.getByName(server);
        ServerSocket listener = new ServerSocket(free, 0, host);
        sockets.add(listener);
        serve(new DatagramSocket(free, host), listener);
        hosts.put(server, host);
      } catch (IOException noSuchAddress) {
        hosts.put(server, first);
      }
    }
  }

  private void serve(DatagramSocket udp, ServerSocket tcp) {
    sockets.add(udp);
    sockets.add(tcp);
    start(() -> serve(udp));
    start(() -> serve(tcp));
  }

  private static void start(Runnable serving) {
    Thread thread = new Thread(serving, "test name server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(DatagramSocket udp) {
    DatagramPacket packet = new DatagramPacket(new byte[BUFFER], BUFFER);
    while (!udp.isClosed()) {
      try {
        packet.setLength(BUFFER);
        udp.receive(packet);
        byte[] query = Arrays.copyOf(packet.getData(), packet.getLength());
        Turn turn = next(query, "");
        if (!turn.isSilent()) {
          byte[] reply = turn.replyTo(query, hosts);
          udp.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        // The test is over, or a response could not be sent, which the test will notice.
      }
    }
  }

  private void serve(ServerSocket tcp) {
    while (!tcp.isClosed()) {
      try (Socket connection = tcp.accept()) {
        sockets.add(connection);
        DataInputStream in = new DataInputStream(connection.getInputStream());
        byte[] query = new byte[in.readUnsignedShort()];
        in.readFully(query);
        Turn turn = next(query, " over TCP");
        if (!turn.isSilent()) {
          byte[] reply = turn.replyTo(query, hosts);
          connection
              .getOutputStream()
              .write(
                  ByteBuffer.allocate(Short.BYTES + reply.length)
                      .putShort((short) reply.length)
                      .put(reply)
                      .array());
        }
      } catch (IOException e) {
        // The test is over, or the client has closed the connection.
      }
    }
  }

  private synchronized Turn next(byte[] query, String how) {
    if (query.length < SHORTEST_QUERY) {
      questions.add("something that is not a query");
      return Turn.silence();
    }
    questions.add(question(query) + how);
    recursionDesired.add((query[2] & 1) == 1);
    if (again) {
      return turns.peek();
    }
    Turn turn = turns.poll();
    return turn == null ? Turn.code(REFUSED) : turn;
  }

  private static String question(byte[] query) {
    ByteBuffer in = ByteBuffer.wrap(query, 12, query.length - 12);
    StringBuilder words = new StringBuilder();
    int length = in.get();
    while (length > 0 && length + 5 <= in.remaining()) {
      for (int i = 0; i < length; i++) {
        words.append(Character.toLowerCase((char) in.get()));
      }
      length = in.get();
      words.append(length > 0 ? "." : "");
    }
    int type = in.getShort();
    return words.append(' ').append(typeName(type)).toString();
  }

  private static String typeName(int type) {
    return switch (type) {
      case Turn.A -> "A";
      case Turn.NS -> "NS";
      case Turn.CNAME -> "CNAME";
      case Turn.MX -> "MX";
      default -> "type " + type;
    };
  }
}
