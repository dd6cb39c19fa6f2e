package firsthop.grader.exams.udp;

import firsthop.grader.network.Datagram;
import firsthop.grader.network.LongestGap;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.UdpPeer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A TFTP client that a test controls packet by packet. It does nothing by itself, so a test can
 * also break the rules of the protocol.
 */
final class FakeTftpClient implements Closeable {
  /** Milliseconds to wait for a packet that would be sent at once. */
  static final int AT_ONCE_MILLIS = 60;

  private static final int NOISE_MILLIS = 2_000;
  private static final int BETWEEN_NOISES_MILLIS = 15;

  private final UdpPeer peer;
  private final InetSocketAddress server;
  private final byte[] file;
  private String asked = "nothing";
  private @Nullable InetSocketAddress transfer;

  /**
   * Creates a client.
   *
   * @param port the client's own port; 0 means any free port
   * @param server the address and port of the server
   * @param file the expected contents of the file
   */
  FakeTftpClient(
      PacketTrace trace, InetAddress own, int port, InetSocketAddress server, byte[] file) {
    this.peer = new UdpPeer(trace, TftpPackets::describe, "client", own, port);
    this.server = server;
    trace.name(server, "server");
    this.file = file.clone();
  }

  /** Returns the address and port of the transfer: where the last DATA came from. */
  InetSocketAddress transfer() {
    if (transfer == null) {
      throw new IllegalStateException("no DATA has come yet");
    }
    return transfer;
  }

  /** Requests a file, checks its first block, and returns the time of the request. */
  long begin(String name) throws IOException {
    long before = ask(name);
    block(1);
    return before;
  }

  /** Requests a file in octet mode and returns the time, by {@link System#nanoTime()}. */
  long ask(String name) throws IOException {
    return ask(TftpPackets.request(TftpPackets.READ_REQUEST, name, "octet"));
  }

  /** Sends any packet to the port of the server and returns the time. */
  long ask(byte[] request) throws IOException {
    return send(request, server);
  }

  /** Sends an ACK to the port of the transfer and returns the time. */
  long ack(int block) throws IOException {
    return tell(TftpPackets.ack(block));
  }

  /** Sends any packet to the port of the transfer and returns the time. */
  long tell(byte[] packet) throws IOException {
    return send(packet, transfer());
  }

  /** Sends a packet and returns the time. */
  long send(byte[] packet, InetSocketAddress to) throws IOException {
    asked = TftpPackets.describe(packet);
    long before = System.nanoTime();
    peer.send(packet, to);
    return before;
  }

  /** Checks that the next packet is this block of the file, and returns when it came. */
  long block(int number) throws IOException {
    return check(next(describeBlock(number)), number);
  }

  /**
   * Skips copies of the block before, checks that the next packet is this block, and returns when
   * it came. On a busy machine a late ACK can cause such copies, which is not a mistake.
   */
  long blockAfterCopies(int number) throws IOException {
    Datagram got = next(describeBlock(number));
    while (number > 1 && Arrays.equals(got.bytes(), packet(number - 1))) {
      got = next(describeBlock(number));
    }
    return check(got, number);
  }

  /**
   * Checks that a block is sent again while the test sends other packets every few milliseconds,
   * and returns when it came.
   *
   * @param silence notes each packet that the test sends
   */
  long blockAmid(int number, LongestGap silence, Noise noise) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(NOISE_MILLIS);
    int noises = 0;
    while (System.nanoTime() < deadline) {
      noise.make();
      silence.end();
      noises++;
      Optional<Datagram> got = peer.poll(BETWEEN_NOISES_MILLIS);
      if (got.isPresent()) {
        return check(got.get(), number);
      }
    }
    throw new AssertionError(
        "%s was not sent again within %d ms, while the test sent %d packets that must change nothing"
            .formatted(describeBlock(number), NOISE_MILLIS, noises));
  }

  /** Checks that the next packet is an ERROR with this code, and returns its source. */
  InetSocketAddress error(int code) throws IOException {
    String expected = "ERROR " + code;
    Datagram got = next(expected);
    byte[] bytes = got.bytes();
    if (bytes.length < TftpPackets.HEADER_BYTES
        || TftpPackets.opcode(bytes) != TftpPackets.ERROR
        || TftpPackets.number(bytes) != code) {
      throw unexpected(expected, got);
    }
    int firstZero = TftpPackets.HEADER_BYTES;
    while (firstZero < bytes.length && bytes[firstZero] != 0) {
      firstZero++;
    }
    if (firstZero != bytes.length - 1) {
      throw new AssertionError(
          ("the answer to %s is an ERROR %d of %d bytes;"
                  + " its text must have one zero byte, at its end")
              .formatted(asked, code, bytes.length));
    }
    return got.from();
  }

  /** Checks that no packet comes at once. */
  void silence() throws IOException {
    silence(AT_ONCE_MILLIS);
  }

  /** Checks that no packet comes for this number of milliseconds. */
  void silence(int millis) throws IOException {
    Optional<Datagram> got = peer.poll(millis);
    if (got.isPresent()) {
      throw unexpected("nothing more", got.get());
    }
  }

  /** Skips all packets until none has come for this number of milliseconds. */
  void fallSilent(int millis) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(UdpPeer.PATIENCE_MILLIS);
    for (Optional<Datagram> got = peer.poll(millis); got.isPresent(); got = peer.poll(millis)) {
      if (System.nanoTime() > deadline) {
        throw unexpected("nothing more after " + UdpPeer.PATIENCE_MILLIS + " ms", got.get());
      }
    }
  }

  @Override
  public void close() {
    peer.close();
  }

  /** Sends packets that must not change anything. */
  interface Noise {
    void make() throws IOException;
  }

  private Datagram next(String expected) throws IOException {
    return peer.poll(UdpPeer.PATIENCE_MILLIS)
        .orElseThrow(
            () ->
                new AssertionError(
                    "the test sent %s and expected %s; nothing came within %d ms"
                        .formatted(asked, expected, UdpPeer.PATIENCE_MILLIS)));
  }

  private long check(Datagram got, int number) {
    byte[] expected = packet(number);
    if (!Arrays.equals(got.bytes(), expected)) {
      if (TftpPackets.describe(got.bytes()).equals(TftpPackets.describe(expected))) {
        throw new AssertionError(
            "%s differs from the file: byte %d of the packet is wrong"
                .formatted(describeBlock(number), Arrays.mismatch(got.bytes(), expected)));
      }
      throw unexpected(describeBlock(number), got);
    }
    transfer = got.from();
    return got.nanoTime();
  }

  private AssertionError unexpected(String expected, Datagram got) {
    return new AssertionError(
        "the test sent %s and expected %s; it got %s from port %d"
            .formatted(asked, expected, TftpPackets.describe(got.bytes()), got.from().getPort()));
  }

  private String describeBlock(int number) {
    return TftpPackets.describe(packet(number));
  }

  private byte[] packet(int number) {
    int from = (number - 1) * TftpPackets.BLOCK_BYTES;
    if (from > file.length) {
      throw new IllegalArgumentException("the file has no block " + number);
    }
    int to = Math.min(from + TftpPackets.BLOCK_BYTES, file.length);
    return TftpPackets.data(number, Arrays.copyOfRange(file, from, to));
  }
}
