package firsthop.grader.exams.udp;

import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.UdpPeer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.net.DatagramSocketFactory;
import org.apache.commons.net.tftp.TFTP;
import org.apache.commons.net.tftp.TFTPClient;

/**
 * Reads a whole file with the TFTP client of commons-net. This client requires a new port for the
 * transfer and never sends a packet again after a time-out, so the server must repair each loss. It
 * has no limit and no deadline, so it gets a socket that has both.
 */
final class TftpDownload {
  /** The maximum number of packets, more than twice the longest file of a test. */
  private static final int MAX_PACKETS = 1_000;

  private static final int DEADLINE_MILLIS = 3_500;

  private TftpDownload() {}

  /**
   * Reads a file and checks its contents.
   *
   * @param own the address of the client
   * @throws AssertionError if the contents differ, the server sends an ERROR, or the transfer does
   *     not end
   */
  static void check(
      String file, byte[] expected, InetSocketAddress server, InetAddress own, PacketTrace trace) {
    byte[] got = read(file, server, own, trace);
    int differs = Arrays.mismatch(got, expected);
    if (differs >= 0) {
      throw new AssertionError(
          "the file \"%s\" has %d bytes; %d bytes were read, and they differ from index %d on"
              .formatted(file, expected.length, got.length, differs));
    }
  }

  private static byte[] read(
      String file, InetSocketAddress server, InetAddress own, PacketTrace trace) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (TFTPClient client = new TFTPClient()) {
      client.setDatagramSocketFactory(new WatchedSockets(trace));
      client.setDefaultTimeout(Duration.ofMillis(UdpPeer.PATIENCE_MILLIS));
      client.setMaxTimeouts(1);
      client.open(0, own);
      client.receiveFile(file, TFTP.BINARY_MODE, read, server.getAddress(), server.getPort());
      return read.toByteArray();
    } catch (IOException failed) {
      throw new AssertionError(
          "reading \"%s\" ended after %d bytes: %s"
              .formatted(file, read.size(), failed.getMessage()),
          failed);
    }
  }

  /** Creates the socket of the client. */
  private record WatchedSockets(PacketTrace trace) implements DatagramSocketFactory {
    @Override
    public DatagramSocket createDatagramSocket() throws SocketException {
      throw new SocketException("a client of a test is bound to an address");
    }

    @Override
    public DatagramSocket createDatagramSocket(int port) throws SocketException {
      return createDatagramSocket();
    }

    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress address)
        throws SocketException {
      return new WatchedSocket(port, address, trace);
    }
  }

  /** Adds its packets to the trace, and limits their number and the time of the transfer. */
  private static final class WatchedSocket extends DatagramSocket {
    private final long deadline =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DEADLINE_MILLIS);
    private final InetSocketAddress endpoint;
    private final PacketTrace trace;
    private int received;

    WatchedSocket(int port, InetAddress address, PacketTrace trace) throws SocketException {
      super(port, address);
      this.endpoint = new InetSocketAddress(address, getLocalPort());
      this.trace = trace;
      trace.name(endpoint, "client");
    }

    @Override
    public void send(DatagramPacket packet) throws IOException {
      write(endpoint, (InetSocketAddress) packet.getSocketAddress(), packet, "sent");
      super.send(packet);
    }

    @Override
    public void receive(DatagramPacket packet) throws IOException {
      if (received >= MAX_PACKETS || System.nanoTime() > deadline) {
        throw new AssertionError("the transfer did not end after %d packets".formatted(received));
      }
      super.receive(packet);
      received++;
      write((InetSocketAddress) packet.getSocketAddress(), endpoint, packet, "received");
    }

    private void write(
        InetSocketAddress from, InetSocketAddress to, DatagramPacket packet, String fate) {
      int start = packet.getOffset();
      byte[] bytes = Arrays.copyOfRange(packet.getData(), start, start + packet.getLength());
      trace.add(from, to, TftpPackets.describe(bytes), fate);
    }
  }
}
