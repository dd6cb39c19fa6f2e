package firsthop.grader.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;

/**
 * An unconnected UDP socket that a test controls. The trace records what it sends and receives. It
 * accepts datagrams of any size, and every wait has a time limit.
 */
public final class UdpPeer implements Closeable {
  /** The wait for an immediate answer: loopback needs under 1 ms, a busy machine more. */
  public static final int PATIENCE_MILLIS = 1_500;

  private static final int LARGEST = 65_535;

  private final PacketTrace trace;
  private final Dissector dissector;
  private final DatagramSocket socket;
  private final InetSocketAddress endpoint;
  private final byte[] buffer = new byte[LARGEST];

  /**
   * Binds a socket.
   *
   * @param name its name on the trace, such as {@code server}
   * @param port 0 for any
   */
  public UdpPeer(
      PacketTrace trace, Dissector dissector, String name, InetAddress address, int port) {
    this.trace = trace;
    this.dissector = dissector;
    this.socket =
        BenchFaultError.opened(
            "a UDP socket at " + address + " port " + port,
            () -> new DatagramSocket(port, address));
    this.endpoint = new InetSocketAddress(address, socket.getLocalPort());
    trace.name(endpoint, name);
  }

  /** Returns the address and port of the socket. */
  public InetSocketAddress endpoint() {
    return endpoint;
  }

  /** Sends a datagram. */
  public void send(byte[] bytes, InetSocketAddress to) throws IOException {
    trace.add(endpoint, to, dissector.describe(bytes), "sent");
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  /** Sends a datagram to the sender of another. */
  public void answer(Datagram asked, byte[] bytes) throws IOException {
    send(bytes, asked.from());
  }

  /**
   * Waits for a datagram that must arrive at once.
   *
   * @throws AssertionError when none arrives within {@value #PATIENCE_MILLIS} ms
   */
  public Datagram receive() throws IOException {
    return receive(PATIENCE_MILLIS);
  }

  /**
   * Waits for a datagram.
   *
   * @throws AssertionError when none arrives within this time
   */
  public Datagram receive(int millis) throws IOException {
    return poll(millis)
        .orElseThrow(
            () ->
                new AssertionError(
                    "no datagram arrived at " + endpoint + " within " + millis + " ms"));
  }

  /** Waits up to this time, at least 1 ms, for a datagram; empty if none arrives. */
  public Optional<Datagram> poll(int millis) throws IOException {
    socket.setSoTimeout(millis);
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    try {
      socket.receive(packet);
    } catch (SocketTimeoutException nothing) {
      return Optional.empty();
    }
    long now = System.nanoTime();
    byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
    InetSocketAddress from = (InetSocketAddress) packet.getSocketAddress();
    trace.add(from, endpoint, dissector.describe(bytes), "received");
    return Optional.of(new Datagram(bytes, from, now));
  }

  @Override
  public void close() {
    socket.close();
  }
}
