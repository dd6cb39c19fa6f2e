package firsthop.grader.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A host's UDP socket in the hands of a test, unconnected, and watched: what it sends and receives
 * is written on the trace. No datagram is too large for it, and no wait without an end.
 */
public final class UdpPeer implements Closeable {
  /** For what is to come at once: loopback takes less than a millisecond, a busy machine more. */
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
   * @param name what the trace calls it, such as {@code server}
   * @param port 0 for any
   */
  public UdpPeer(
      PacketTrace trace, Dissector dissector, String name, InetAddress address, int port) {
    this.trace = trace;
    this.dissector = dissector;
    try {
      this.socket = new DatagramSocket(port, address);
    } catch (IOException taken) {
      throw new UncheckedIOException("cannot bind " + address + " port " + port, taken);
    }
    this.endpoint = new InetSocketAddress(address, socket.getLocalPort());
    trace.name(endpoint, name);
  }

  /** Returns the address and port that it is bound to. */
  public InetSocketAddress endpoint() {
    return endpoint;
  }

  /** Sends a datagram. */
  public void send(byte[] bytes, InetSocketAddress to) throws IOException {
    trace.add(endpoint, to, dissector.describe(bytes), "sent");
    socket.send(new DatagramPacket(bytes, bytes.length, to));
  }

  /** Sends a datagram back to where another came from. */
  public void answer(Datagram asked, byte[] bytes) throws IOException {
    send(bytes, asked.from());
  }

  /**
   * Waits for a datagram that is to come at once.
   *
   * @throws AssertionError when none comes within {@value #PATIENCE_MILLIS} ms
   */
  public Datagram receive() throws IOException {
    return receive(PATIENCE_MILLIS);
  }

  /**
   * Waits for a datagram.
   *
   * @throws AssertionError when none comes within so many milliseconds
   */
  public Datagram receive(int millis) throws IOException {
    return poll(millis)
        .orElseThrow(
            () -> new AssertionError("no datagram came to " + endpoint + " in " + millis + " ms"));
  }

  /** Waits for a datagram that may come within so many milliseconds, at least 1, or not at all. */
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
