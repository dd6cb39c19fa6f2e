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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A name server on 127.0.0.1, over UDP and over TCP at the same port. It handles each query as the
 * test says, and records all queries.
 */
final class ScriptedNameServer implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  /** A time-out for servers that answer at once: so long that no question is sent again. */
  static final int LONG = 2_000;

  private static final int BUFFER = 65_535;
  private static final int EVERY_MILLIS = 20;
  private static final int TRIES_FOR_A_PORT = 50;

  private final Script script;
  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final DatagramSocket stranger;
  private final List<Asked> queries = new CopyOnWriteArrayList<>();
  private final List<Closeable> connections = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

  /** Starts a server that never answers. */
  ScriptedNameServer() throws IOException {
    this(query -> {});
  }

  ScriptedNameServer(Script script) throws IOException {
    this.script = script;
    InetAddress host = InetAddress.getByName(HOST);
    tcp = listenerWithFreeUdpPort(host);
    udp = new DatagramSocket(tcp.getLocalPort(), host);
    stranger = new DatagramSocket(0, host);
    start(this::serveUdp);
    start(this::serveTcp);
  }

  int port() {
    return udp.getLocalPort();
  }

  /** Returns the queries so far. */
  List<Asked> queries() {
    return List.copyOf(queries);
  }

  /** Refuses connections from now on. */
  ScriptedNameServer withoutTcp() throws IOException {
    tcp.close();
    return this;
  }

  @Override
  public void close() throws IOException {
    later.shutdownNow();
    udp.close();
    tcp.close();
    stranger.close();
    for (Closeable connection : connections) {
      connection.close();
    }
  }

  /** Says what the server does with a query. */
  interface Script {
    void take(Asked query) throws IOException;
  }

  private static ServerSocket listenerWithFreeUdpPort(InetAddress host) throws IOException {
    for (int i = 1; ; i++) {
      ServerSocket listener = new ServerSocket(0, 0, host);
      try {
        new DatagramSocket(listener.getLocalPort(), host).close();
        return listener;
      } catch (IOException taken) {
        listener.close();
        if (i == TRIES_FOR_A_PORT) {
          throw taken;
        }
      }
    }
  }

  private static void start(Runnable serving) {
    Thread thread = new Thread(serving, "test name server");
    thread.setDaemon(true);
    thread.start();
  }

  private void serveUdp() {
    DatagramPacket packet = new DatagramPacket(new byte[BUFFER], BUFFER);
    while (!udp.isClosed()) {
      try {
        packet.setLength(BUFFER);
        udp.receive(packet);
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        take(new Asked(bytes, packet.getAddress(), packet.getPort(), null));
      } catch (IOException e) {
        // The test is over, or an answer could not be sent, which the test will notice.
      }
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try {
        Socket connection = tcp.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        start(() -> serve(connection));
      } catch (IOException e) {
        // The test is over, or it does not use TCP.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      DataInputStream in = new DataInputStream(connection.getInputStream());
      while (true) {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        take(new Asked(bytes, connection.getInetAddress(), connection.getPort(), connection));
      }
    } catch (IOException e) {
      // The client or the test has closed the connection.
    }
  }

  private void take(Asked query) throws IOException {
    queries.add(query);
    if (query.isWhole()) {
      script.take(query);
    }
  }

  /** A query from a client. */
  final class Asked {
    /** A header, the name of the root, a type and a class. */
    private static final int SHORTEST = 12 + 1 + 4;

    private final byte[] bytes;
    private final InetAddress address;
    private final int port;
    private final Socket connection;

    private Asked(byte[] bytes, InetAddress address, int port, Socket connection) {
      this.bytes = bytes;
      this.address = address;
      this.port = port;
      this.connection = connection;
    }

    boolean overTcp() {
      return connection != null;
    }

    /** Returns the port of the client. */
    int port() {
      return port;
    }

    int id() {
      return isWhole() ? ByteBuffer.wrap(bytes).getShort() & 0xFFFF : -1;
    }

    /** Returns all bytes after the id, in hexadecimal. */
    String hexAfterId() {
      return HexFormat.ofDelimiter(" ").formatHex(bytes, Math.min(2, bytes.length), bytes.length);
    }

    /** Begins a response to this query. */
    HandMadeResponse reply() {
      return HandMadeResponse.to(bytes);
    }

    /** Sends a response over UDP or TCP, like the query. */
    void send(HandMadeResponse reply) throws IOException {
      send(reply.bytes());
    }

    /** Sends bytes; over TCP with their length before them. */
    void send(byte[] any) throws IOException {
      if (connection == null) {
        udp.send(new DatagramPacket(any, any.length, address, port));
      } else {
        connection.getOutputStream().write(framed(any));
      }
    }

    /** Sends a response from another port. */
    void sendFromAnotherPort(HandMadeResponse reply) throws IOException {
      byte[] message = reply.bytes();
      stranger.send(new DatagramPacket(message, message.length, address, port));
    }

    /** Sends a response again and again, for so many milliseconds. */
    void repeat(HandMadeResponse reply, int forMillis) {
      for (int at = 0; at < forMillis; at += EVERY_MILLIS) {
        later(at, () -> send(reply));
      }
    }

    /** Sends a message over TCP: so many single bytes (with the length first), then the rest. */
    void sendInPieces(HandMadeResponse reply, int single) {
      byte[] stream = framed(reply.bytes());
      for (int i = 0; i < single; i++) {
        byte[] one = {stream[i]};
        later(i * EVERY_MILLIS, () -> connection.getOutputStream().write(one));
      }
      byte[] rest = Arrays.copyOfRange(stream, single, stream.length);
      later(single * EVERY_MILLIS, () -> connection.getOutputStream().write(rest));
    }

    /** Sends the first half of a message over TCP, and closes the connection. */
    void sendHalf(HandMadeResponse reply) throws IOException {
      byte[] stream = framed(reply.bytes());
      connection.getOutputStream().write(stream, 0, stream.length / 2);
      connection.close();
    }

    private boolean isWhole() {
      return bytes.length >= SHORTEST;
    }

    private void later(int millis, Sending sending) {
      later.schedule(
          () -> {
            sending.send();
            return null;
          },
          millis,
          TimeUnit.MILLISECONDS);
    }

    private static byte[] framed(byte[] message) {
      return ByteBuffer.allocate(2 + message.length)
          .putShort((short) message.length)
          .put(message)
          .array();
    }
  }

  private interface Sending {
    void send() throws IOException;
  }
}
