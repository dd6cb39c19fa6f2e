package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** A client with its own socket on 127.0.0.1. It describes the answers that it gets. */
final class UdpClient implements AutoCloseable {
  static final String HOST = "127.0.0.1";

  /** On loopback an answer takes less than a millisecond; a busy machine needs longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** More than any datagram, so that an answer that is too long is noticed. */
  private static final int BUFFER = 65_535;

  private static final int SHOWN = 12;

  private final DatagramSocket socket;

  UdpClient() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getByName(HOST));
    socket.setSoTimeout((int) PATIENCE.toMillis());
  }

  /** Sends a datagram and describes the answer, such as "the same 5 bytes". */
  String ask(int serverPort, byte[] payload) throws IOException {
    send(serverPort, payload);
    return answerTo(payload, serverPort);
  }

  void send(int serverPort, byte[] payload) throws IOException {
    InetAddress host = InetAddress.getByName(HOST);
    socket.send(new DatagramPacket(payload, payload.length, host, serverPort));
  }

  /** Describes the next datagram that comes, compared with the one that was sent. */
  String answerTo(byte[] sent, int serverPort) throws IOException {
    DatagramPacket answer = new DatagramPacket(new byte[BUFFER], BUFFER);
    try {
      socket.receive(answer);
    } catch (SocketTimeoutException e) {
      return "nothing within " + PATIENCE.toSeconds() + " s";
    }
    String got = compare(sent, Arrays.copyOf(answer.getData(), answer.getLength()));
    boolean fromServer = answer.getPort() == serverPort;
    return fromServer ? got : got + ", but from port " + answer.getPort();
  }

  static String same(byte[] payload) {
    return "the same " + size(payload);
  }

  static String show(byte[] bytes) {
    String start = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(SHOWN, bytes.length));
    return size(bytes) + " (" + start + (bytes.length > SHOWN ? " ..." : "") + ")";
  }

  private static String size(byte[] bytes) {
    return bytes.length + (bytes.length == 1 ? " byte" : " bytes");
  }

  private static String compare(byte[] sent, byte[] got) {
    int differsAt = Arrays.mismatch(sent, got);
    return differsAt < 0 ? same(sent) : show(got) + ", different from index " + differsAt + " on";
  }

  @Override
  public void close() {
    socket.close();
  }
}
