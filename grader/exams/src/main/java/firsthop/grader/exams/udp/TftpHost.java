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
 * A host that serves TFTP by the hand of a test, packet by packet, to one reading at a time: a port
 * where it is asked, a port from which it sends the file, and others as strangers need them.
 */
final class TftpHost implements Closeable {
  /** What an ACK takes at most, or nearly always; then it may have gone to a wrong port. */
  private static final int GLANCE_MILLIS = 300;

  /** More than any client sends in a test, but for one that never stops. */
  private static final int MOST_DRAINED = 200;

  private final PacketTrace trace;
  private final InetAddress address;
  private final List<UdpPeer> peers = new ArrayList<>();
  private final UdpPeer front;
  private final UdpPeer transfer;
  private @Nullable TftpReading reading;
  private @Nullable InetSocketAddress client;

  /**
   * Open the server's ports.
   *
   * @param number which host of the plan it is
   */
  TftpHost(PacketTrace trace, AddressPlan addresses, int number) {
    this.trace = trace;
    this.address = addresses.host(number);
    this.front = peer("port asked", address, 0);
    this.transfer = peer("server", address, 0);
  }

  /** Return the port where requests come in. */
  UdpPeer front() {
    return front;
  }

  /** Return the port from which the file is sent. */
  UdpPeer transfer() {
    return transfer;
  }

  /** Open another port of this host. */
  UdpPeer anotherPort() {
    return peer("another port", address, 0);
  }

  /** Open a port of another host. */
  UdpPeer peer(String name, InetAddress at, int port) {
    UdpPeer peer = new UdpPeer(trace, Tftp::describe, name, at, port);
    peers.add(peer);
    return peer;
  }

  /** Have a client begin to read a file from here. */
  TftpReading read(TftpClient subject, String file, int timeoutMillis, int attempts) {
    return read(subject, front.endpoint(), file, timeoutMillis, attempts);
  }

  /** Have a client begin to read a file from here, by a way that begins somewhere else. */
  TftpReading read(
      TftpClient subject,
      InetSocketAddress entrance,
      String file,
      int timeoutMillis,
      int attempts) {
    client = null;
    TftpReading begun = TftpReading.begin(subject, entrance, file, timeoutMillis, attempts);
    reading = begun;
    return begun;
  }

  /** Have a client read a file up to where its request has come. */
  TftpReading asked(TftpClient subject, String file, int timeoutMillis, int attempts)
      throws Exception {
    TftpReading begun = read(subject, file, timeoutMillis, attempts);
    takesRequest();
    return begun;
  }

  /** Receive a read request; whether it is right in every byte is for one test to say. */
  byte[] takesRequest() throws Exception {
    Datagram came = next(front, "RRQ");
    if (!Tftp.describe(came.bytes()).startsWith("RRQ ")) {
      throw unexpected("RRQ", came);
    }
    return came.bytes();
  }

  /** Return where the client sends from; its request must have come. */
  InetSocketAddress client() {
    return Objects.requireNonNull(client, "no request has come");
  }

  /** Send the client a packet. */
  void sends(UdpPeer from, byte[] packet) throws IOException {
    from.send(packet, client());
  }

  /** Send a block of a file from the server's transfer port. */
  void sends(int block, byte[] data) throws IOException {
    sends(transfer, Tftp.data(block, data));
  }

  /** Receive the ACK of a block at the server's transfer port. */
  Datagram takesAck(int block) throws Exception {
    return takes(transfer, Tftp.ack(block));
  }

  /** Receive a packet; whatever else comes to that port first fails the test. */
  Datagram takes(UdpPeer at, byte[] expected) throws Exception {
    Datagram came = next(at, Tftp.describe(expected));
    if (!Arrays.equals(came.bytes(), expected)) {
      throw unexpected(Tftp.describe(expected), came);
    }
    return came;
  }

  /** Receive a packet after repeats of others, which a client on a busy machine may send. */
  Datagram takesAtLast(UdpPeer at, byte[] expected) throws Exception {
    Datagram came = next(at, Tftp.describe(expected));
    while (!Arrays.equals(came.bytes(), expected)) {
      came = next(at, Tftp.describe(expected));
    }
    return came;
  }

  /** Receive what strangers get: an ERROR of code 5. */
  void takesRefusal(UdpPeer at) throws Exception {
    Datagram came = next(at, "ERROR 5");
    if (!(Tftp.describe(came.bytes()) + " ").startsWith("ERROR 5 ")) {
      throw unexpected("ERROR 5", came);
    }
  }

  /** Require that nothing has come to a port beside what was received; the call must be over. */
  void tookNothingElse(UdpPeer at) throws IOException {
    assertThat(drain(at)).as("what else came to %s", at.endpoint()).isEmpty();
  }

  /** Return, in words, what has come to a port until now. */
  List<String> drain(UdpPeer at) throws IOException {
    List<String> came = new ArrayList<>();
    Optional<Datagram> next = at.poll(1);
    while (next.isPresent()) {
      came.add(Tftp.describe(next.get().bytes()));
      next = came.size() < MOST_DRAINED ? at.poll(1) : Optional.empty();
    }
    return came;
  }

  @Override
  public void close() {
    peers.forEach(UdpPeer::close);
  }

  private TftpReading reading() {
    return Objects.requireNonNull(reading, "nobody has begun to read");
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
              "expected %s at %s; nothing came; at other ports came %s; %s"
                  .formatted(expected, at.endpoint(), elsewhere, reading().state()));
    }
    if (client == null) {
      client = came.get().from();
      trace.name(client, "client");
    }
    assertThat(came.get().from())
        .as("where %s comes from, like the request", Tftp.describe(came.get().bytes()))
        .isEqualTo(client());
    return came.get();
  }

  private AssertionError unexpected(String expected, Datagram came) throws InterruptedException {
    return reading()
        .failure(
            "expected %s; came %s, %s; %s"
                .formatted(
                    expected,
                    Tftp.describe(came.bytes()),
                    Payloads.describe(came.bytes()),
                    reading().state()));
  }

  /** Return what came to other ports meanwhile; the trace gets it, too. */
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
