package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A server on 127.0.0.1 that handles each request as the test says, in its own thread, and keeps
 * all requests. Every request and reply begins with an id of four bytes.
 */
final class ScriptedServer implements AutoCloseable {
  static final String HOST = "127.0.0.1";
  static final int ID_BYTES = 4;

  /** A first time-out for servers that answer at once: too long for a second send. */
  static final int LONG = 2_000;

  static final byte[] QUESTION = ascii("Who is there?");

  private static final int BUFFER = 65_535;
  private static final int NOISE_EVERY_MILLIS = 20;

  private final DatagramSocket socket;
  private final DatagramSocket stranger;
  private final Script script;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService noise = Executors.newSingleThreadScheduledExecutor();
  private final long startNanos = System.nanoTime();

  /** Starts a server that sends nothing. */
  ScriptedServer() throws IOException {
    this(request -> {});
  }

  ScriptedServer(Script script) throws IOException {
    this.script = script;
    socket = new DatagramSocket(0, InetAddress.getByName(HOST));
    stranger = new DatagramSocket(0, InetAddress.getByName(HOST));
    Thread thread = new Thread(this::serve, "test server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Returns the requests that have come so far. */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Calls a client to ask this server, and returns the result as text. */
  String ask(DatagramClient client, int attempts, int firstTimeout) throws IOException {
    try {
      return '"' + text(client.request(HOST, port(), QUESTION, attempts, firstTimeout)) + '"';
    } catch (SocketTimeoutException e) {
      return "SocketTimeoutException";
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }

  @Override
  public void close() {
    noise.shutdownNow();
    socket.close();
    stranger.close();
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[BUFFER], BUFFER);
    while (!socket.isClosed()) {
      try {
        packet.setLength(BUFFER);
        socket.receive(packet);
        Request request = new Request(packet, requests.size() + 1);
        requests.add(request);
        script.take(request);
      } catch (IOException e) {
        // If the socket is closed, the test is over. If a reply was not sent, the test will notice.
      }
    }
  }

  /** Handles a request. */
  interface Script {
    void take(Request request) throws IOException;
  }

  /** A datagram that came from a client. */
  final class Request {
    private final byte[] bytes;
    private final InetAddress address;
    private final int port;
    private final int number;
    private final long millis;

    private Request(DatagramPacket packet, int number) {
      this.bytes = Arrays.copyOf(packet.getData(), packet.getLength());
      this.address = packet.getAddress();
      this.port = packet.getPort();
      this.number = number;
      this.millis = (System.nanoTime() - startNanos) / 1_000_000;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    /** Returns the source port. */
    int port() {
      return port;
    }

    /** Returns the number of this request, 1 for the first one. */
    int number() {
      return number;
    }

    /** Returns when it came, in milliseconds since the server was created. */
    long millis() {
      return millis;
    }

    byte[] id() {
      return Arrays.copyOf(bytes, ID_BYTES);
    }

    byte[] payload() {
      return Arrays.copyOfRange(bytes, Math.min(ID_BYTES, bytes.length), bytes.length);
    }

    /** Sends the id of this request, followed by a payload. */
    void reply(byte[] payload) throws IOException {
      send(concat(id(), payload));
    }

    /** Sends any bytes to the client. */
    void send(byte[] any) throws IOException {
      socket.send(new DatagramPacket(any, any.length, address, port));
    }

    /** Sends any bytes to the client again and again, for this time in milliseconds. */
    void makeNoise(byte[] any, int forMillis) {
      for (int at = 0; at < forMillis; at += NOISE_EVERY_MILLIS) {
        noise.schedule(
            () -> {
              send(any);
              return null;
            },
            at,
            TimeUnit.MILLISECONDS);
      }
    }

    /** Sends a false reply: the right id, but from another port. */
    void replyFromAnotherPort(byte[] payload) throws IOException {
      byte[] all = concat(id(), payload);
      stranger.send(new DatagramPacket(all, all.length, address, port));
    }

    private static byte[] concat(byte[] first, byte[] second) {
      byte[] both = Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, both, first.length, second.length);
      return both;
    }
  }
}
