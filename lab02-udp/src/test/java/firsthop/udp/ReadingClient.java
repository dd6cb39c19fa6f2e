package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A TFTP client on 127.0.0.1 that does nothing by itself: a test tells it what to send, and it
 * describes what it receives.
 */
final class ReadingClient implements AutoCloseable {
  static final String HOST = "127.0.0.1";
  static final int READ = 1;
  static final int WRITE = 2;
  static final int ACK = 4;
  static final int BLOCK_BYTES = 512;

  /** On loopback an answer takes less than a millisecond; a busy machine needs longer. */
  private static final int PATIENCE_MILLIS = 2_000;

  private static final int HEADER_BYTES = 4;

  /** More than any TFTP packet, so that a packet that is too long is noticed. */
  private static final int BUFFER = 2_048;

  private final DatagramSocket socket;
  private final int serverPort;
  private byte[] payload = new byte[0];
  private int port;

  /** Creates a client for the server at this port. */
  ReadingClient(int serverPort) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getByName(HOST));
    this.serverPort = serverPort;
  }

  /** Sends a request with these texts to the server. A zero byte ends each text. */
  void request(int opcode, String... texts) throws IOException {
    byte[] body = (String.join("\0", texts) + "\0").getBytes(StandardCharsets.US_ASCII);
    send(
        ByteBuffer.allocate(Short.BYTES + body.length).putShort((short) opcode).put(body).array(),
        serverPort);
  }

  /** Sends a read request for a file. */
  void read(String file) throws IOException {
    request(READ, file, "octet");
  }

  /** Sends an ACK to the port that the last packet came from. */
  void ack(int block) throws IOException {
    ack(block, port);
  }

  /** Sends an ACK to a port. */
  void ack(int block, int toPort) throws IOException {
    send(numbered(ACK, block), toPort);
  }

  /** Waits for a packet and describes it: {@code DATA 1, 512 bytes}, {@code ERROR 4}. */
  String next() throws IOException {
    String got = nextWithin(PATIENCE_MILLIS);
    return got.isEmpty() ? "nothing within " + PATIENCE_MILLIS / 1_000 + " s" : got;
  }

  /** Waits for a packet and describes it; returns an empty text if none comes. */
  String nextWithin(int millis) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[BUFFER], BUFFER);
    socket.setSoTimeout(millis);
    try {
      socket.receive(packet);
    } catch (SocketTimeoutException e) {
      return "";
    }
    port = packet.getPort();
    return describe(Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  /** Returns the bytes of the file in the last DATA. */
  byte[] payload() {
    return payload.clone();
  }

  /** Returns the source port of the last packet. */
  int port() {
    return port;
  }

  @Override
  public void close() {
    socket.close();
  }

  private void send(byte[] packet, int toPort) throws IOException {
    InetAddress host = InetAddress.getByName(HOST);
    socket.send(new DatagramPacket(packet, packet.length, host, toPort));
  }

  private static byte[] numbered(int opcode, int number) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .putShort((short) opcode)
        .putShort((short) number)
        .array();
  }

  private String describe(byte[] packet) {
    if (packet.length < HEADER_BYTES) {
      return "a datagram of " + packet.length + " bytes, too short for a TFTP packet";
    }
    int opcode = Short.toUnsignedInt(ByteBuffer.wrap(packet).getShort());
    int number = Short.toUnsignedInt(ByteBuffer.wrap(packet).getShort(Short.BYTES));
    payload = Arrays.copyOfRange(packet, HEADER_BYTES, packet.length);
    return switch (opcode) {
      case 3 -> "DATA " + number + ", " + payload.length + " bytes";
      case 5 -> "ERROR " + number;
      default -> "a packet with opcode " + opcode;
    };
  }
}
