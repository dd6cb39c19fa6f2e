package firsthop.grader.exams.udp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.network.Datagram;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.UdpPeer;
import firsthop.udp.TftpClient;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A TFTP server that a test controls packet by packet, for one transfer at a time. It has a port
 * for requests, a port that sends the file, and more ports that play strangers.
 */
final class FakeTftpServer implements Closeable {
  /** The time in which an ACK nearly always comes; after it, the test looks at other ports too. */
  private static final int GLANCE_MILLIS = 300;

  /** More packets than any client sends in a test, unless it never stops. */
  private static final int MOST_DRAINED = 200;

  private final PacketTrace trace;
  private final InetAddress address;
  private final List<UdpPeer> peers = new ArrayList<>();
  private final UdpPeer front;
  private final UdpPeer transfer;
  private @Nullable TftpReadCall reading;
  private @Nullable InetSocketAddress client;

  /**
   * Opens the ports of the server.
   *
   * @param number the number of the host in the address plan
   */
  FakeTftpServer(PacketTrace trace, AddressPlan addresses, int number) {
    this.trace = trace;
    this.address = addresses.host(number);
    this.front = peer("port asked", address, 0);
    this.transfer = peer("server", address, 0);
  }

  /** Returns the port for requests. */
  UdpPeer front() {
    return front;
  }

  /** Returns the port that sends the file. */
  UdpPeer transfer() {
    return transfer;
  }

  /** Opens another port of this host. */
  UdpPeer anotherPort() {
    return peer("another port", address, 0);
  }

  /** Opens a port of another host. */
  UdpPeer peer(String name, InetAddress at, int port) {
    UdpPeer peer = new UdpPeer(trace, TftpPackets::describe, name, at, port);
    peers.add(peer);
    return peer;
  }

  /** Starts a call of {@code read} that asks this server for a file. */
  TftpReadCall read(TftpClient subject, String file, int timeoutMillis, int attempts) {
    return read(subject, front.endpoint(), file, timeoutMillis, attempts);
  }

  /** Starts a call of {@code read} that asks through another address and port, such as a relay. */
  TftpReadCall read(
      TftpClient subject,
      InetSocketAddress entrance,
      String file,
      int timeoutMillis,
      int attempts) {
    client = null;
    TftpReadCall begun = TftpReadCall.begin(subject, entrance, file, timeoutMillis, attempts);
    reading = begun;
    return begun;
  }

  /** Starts a call of {@code read} and waits until its request has come. */
  TftpReadCall asked(TftpClient subject, String file, int timeoutMillis, int attempts)
      throws Exception {
    TftpReadCall begun = read(subject, file, timeoutMillis, attempts);
    takesRequest();
    return begun;
  }

  /** Receives a read request. Only one test checks each of its bytes. */
  byte[] takesRequest() throws Exception {
    Datagram came = next(front, "RRQ");
    if (!TftpPackets.describe(came.bytes()).startsWith("RRQ ")) {
      throw unexpected("RRQ", came);
    }
    return came.bytes();
  }

  /** Returns the address and port of the client, once its request has come. */
  InetSocketAddress client() {
    return Objects.requireNonNull(client, "no request has come");
  }

  /** Sends a packet to the client. */
  void sends(UdpPeer from, byte[] packet) throws IOException {
    from.send(packet, client());
  }

  /** Sends a block of a file from the transfer port. */
  void sends(int block, byte[] data) throws IOException {
    sends(transfer, TftpPackets.data(block, data));
  }

  /** Receives the ACK of a block at the transfer port. */
  Datagram takesAck(int block) throws Exception {
    return takes(transfer, TftpPackets.ack(block));
  }

  /** Receives this packet at a port; fails if another packet comes to that port first. */
  Datagram takes(UdpPeer at, byte[] expected) throws Exception {
    Datagram came = next(at, TftpPackets.describe(expected));
    if (!Arrays.equals(came.bytes(), expected)) {
      throw unexpected(TftpPackets.describe(expected), came);
    }
    return came;
  }

  /** Receives this packet, and skips others: on a busy machine a client may repeat packets. */
  Datagram takesAtLast(UdpPeer at, byte[] expected) throws Exception {
    Datagram came = next(at, TftpPackets.describe(expected));
    while (!Arrays.equals(came.bytes(), expected)) {
      came = next(at, TftpPackets.describe(expected));
    }
    return came;
  }

  /** Receives an ERROR 5, the answer to a stranger. */
  void takesRefusal(UdpPeer at) throws Exception {
    Datagram came = next(at, "ERROR 5");
    if (!(TftpPackets.describe(came.bytes()) + " ").startsWith("ERROR 5 ")) {
      throw unexpected("ERROR 5", came);
    }
  }

  /** Checks that no other packet has come to a port. The call must have ended. */
  void tookNothingElse(UdpPeer at) throws IOException {
    assertThat(drain(at)).as("other packets that came to %s", at.endpoint()).isEmpty();
  }

  /** Returns descriptions of all packets that have come to a port and were not received yet. */
  List<String> drain(UdpPeer at) throws IOException {
    List<String> came = new ArrayList<>();
    Optional<Datagram> next = at.poll(1);
    while (next.isPresent()) {
      came.add(TftpPackets.describe(next.get().bytes()));
      next = came.size() < MOST_DRAINED ? at.poll(1) : Optional.empty();
    }
    return came;
  }

  @Override
  public void close() {
    peers.forEach(UdpPeer::close);
  }

  private TftpReadCall reading() {
    return Objects.requireNonNull(reading, "no call of read has started");
  }

  private Datagram next(UdpPeer at, String expected) throws Exception {
    Optional<Datagram> came = reading().poll(at, GLANCE_MILLIS);
    List<String> elsewhere = came.isPresent() ? List.of() : elsewhere(at);
    if (came.isEmpty() && elsewhere.stream().noneMatch(what -> what.startsWith("ACK"))) {
      came = reading().poll(at, UdpPeer.PATIENCE_MILLIS);
    }
    if (came.isEmpty()) {
      throw reading()
          .failure(
              "expected %s at %s, but nothing came; packets at other ports: %s; %s"
                  .formatted(expected, at.endpoint(), elsewhere, reading().state()));
    }
    if (client == null) {
      client = came.get().from();
      trace.name(client, "client");
    }
    assertThat(came.get().from())
        .as("source of %s, compared with the request", TftpPackets.describe(came.get().bytes()))
        .isEqualTo(client());
    return came.get();
  }

  private AssertionError unexpected(String expected, Datagram came) throws InterruptedException {
    return reading()
        .failure(
            "expected %s, but got %s, %s; %s"
                .formatted(
                    expected,
                    TftpPackets.describe(came.bytes()),
                    UdpPayloads.describe(came.bytes()),
                    reading().state()));
  }

  /** Returns descriptions of the packets that came to other ports, and adds them to the trace. */
  private List<String> elsewhere(UdpPeer at) throws IOException {
    List<String> came = new ArrayList<>();
    for (UdpPeer peer : peers) {
      if (peer != at) {
        drain(peer).forEach(what -> came.add(what + " at " + peer.endpoint()));
      }
    }
    return came;
  }
}
