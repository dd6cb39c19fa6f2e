package firsthop.dns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * A root server on 127.0.0.1 that is an authority for every name. Every name has the same
 * addresses, except {@code nobody}, which does not exist. The server counts the queries.
 */
final class WholeInternet implements AutoCloseable {
  static final String ROOT = "127.0.0.1";

  private static final int BUFFER = 512;
  private static final byte[] NOBODY = {6, 'n', 'o', 'b', 'o', 'd', 'y', 0};

  /** A pointer to the question's name, type A, class IN, 300 seconds, 4 bytes. */
  private static final byte[] RECORD = {(byte) 0xC0, 12, 0, 1, 0, 1, 0, 0, 1, 44, 0, 4};

  private final List<String> addresses;
  private final DatagramSocket socket;
  private volatile int asked;

  WholeInternet(String... addresses) throws IOException {
    this.addresses = List.of(addresses);
    this.socket = new DatagramSocket(0, InetAddress.getByName(ROOT));
    Thread thread = new Thread(this::serve, "test name server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Returns the number of queries so far. */
  int asked() {
    return asked;
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    DatagramPacket packet = new DatagramPacket(new byte[BUFFER], BUFFER);
    while (!socket.isClosed()) {
      try {
        packet.setLength(BUFFER);
        socket.receive(packet);
        asked++;
        byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException e) {
        // The socket is closed: the test is over.
      }
    }
  }

  private byte[] answer(byte[] query) throws IOException {
    boolean exists =
        !Arrays.equals(query, 12, Math.min(query.length, 12 + NOBODY.length), NOBODY, 0, 8);
    query[2] = (byte) 0x84; // a response, with authority
    query[3] = (byte) (exists ? 0 : 3);
    query[7] = (byte) (exists ? addresses.size() : 0);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(query);
    if (exists) {
      for (String address : addresses) {
        answer.writeBytes(RECORD);
        answer.writeBytes(InetAddress.getByName(address).getAddress());
      }
    }
    return answer.toByteArray();
  }
}
