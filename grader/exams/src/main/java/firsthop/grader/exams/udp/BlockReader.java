package firsthop.grader.exams.udp;

import firsthop.grader.network.Datagram;
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
 * A TFTP client that does nothing by itself: a test reads with it packet by packet, and may break
 * the rules.
 */
final class BlockReader implements Closeable {
  /** Milliseconds of silence that count as the end of what is sent at once. */
  static final int AT_ONCE_MILLIS = 60;

  private static final int NOISE_MILLIS = 2_000;
  private static final int BETWEEN_NOISES_MILLIS = 15;

  private final UdpPeer peer;
  private final InetSocketAddress server;
  private final byte[] file;
  private String asked = "nothing";
  private @Nullable InetSocketAddress transfer;

  /**
   * Make a reader.
   *
   * @param port its own, 0 for any
   * @param server where it asks
   * @param file what the blocks that it gets are to be pieces of
   */
  BlockReader(PacketTrace trace, InetAddress own, int port, InetSocketAddress server, byte[] file) {
    this.peer = new UdpPeer(trace, Tftp::describe, "client", own, port);
    this.server = server;
    trace.name(server, "server");
    this.file = file.clone();
  }

  /** Return where the last DATA came from: the transfer's port. */
  InetSocketAddress transfer() {
    if (transfer == null) {
      throw new IllegalStateException("there is no transfer yet");
    }
    return transfer;
  }

  /** Ask the server for a file, take its first block, and return when it was asked. */
  long begin(String name) throws IOException {
    long before = ask(name);
    block(1);
    return before;
  }

  /** Ask the server for a file in octet mode, and return when, by {@link System#nanoTime()}. */
  long ask(String name) throws IOException {
    return ask(Tftp.request(Tftp.READ_REQUEST, name, "octet"));
  }

  /** Send the server a request, or something else, and return when. */
  long ask(byte[] request) throws IOException {
    return send(request, server);
  }

  /** Acknowledge a block to the port that the last DATA came from, and return when. */
  long ack(int block) throws IOException {
    return tell(Tftp.ack(block));
  }

  /** Send a packet to the port that the last DATA came from, and return when. */
  long tell(byte[] packet) throws IOException {
    return send(packet, transfer());
  }

  /** Send a packet, and return when. */
  long send(byte[] packet, InetSocketAddress to) throws IOException {
    asked = Tftp.describe(packet);
    long before = System.nanoTime();
    peer.send(packet, to);
    return before;
  }

  /** Take the next packet, which is to be this block of the file, and return when it came. */
  long block(int number) throws IOException {
    return check(next(describeBlock(number)), number);
  }

  /**
   * Take the next packet that is no copy of the block before: such copies are sent when the ACK was
   * late, which is nobody's mistake on a busy machine.
   */
  long blockAfterCopies(int number) throws IOException {
    Datagram got = next(describeBlock(number));
    while (number > 1 && Arrays.equals(got.bytes(), packet(number - 1))) {
      got = next(describeBlock(number));
    }
    return check(got, number);
  }

  /**
   * Take a copy of a block, which is to come while something is sent every few milliseconds, and
   * return when it came.
   */
  long blockAmid(int number, Noise noise) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(NOISE_MILLIS);
    int noises = 0;
    while (System.nanoTime() < deadline) {
      noise.make();
      noises++;
      Optional<Datagram> got = peer.poll(BETWEEN_NOISES_MILLIS);
      if (got.isPresent()) {
        return check(got.get(), number);
      }
    }
    throw new AssertionError(
        "%s did not come again within %d ms, in which %d packets were sent that change nothing"
            .formatted(describeBlock(number), NOISE_MILLIS, noises));
  }

  /** Take the next packet, which is to be an ERROR of this code, and return where it came from. */
  InetSocketAddress error(int code) throws IOException {
    String expected = "ERROR " + code;
    Datagram got = next(expected);
    byte[] bytes = got.bytes();
    if (bytes.length < Tftp.HEADER_BYTES
        || Tftp.opcode(bytes) != Tftp.ERROR
        || Tftp.number(bytes) != code) {
      throw unexpected(expected, got);
    }
    int firstZero = Tftp.HEADER_BYTES;
    while (firstZero < bytes.length && bytes[firstZero] != 0) {
      firstZero++;
    }
    if (firstZero != bytes.length - 1) {
      throw new AssertionError(
          ("%s was answered with an ERROR %d of %d bytes,"
                  + " whose text is not ended by its only zero byte")
              .formatted(asked, code, bytes.length));
    }
    return got.from();
  }

  /** Check that nothing comes that would have been sent at once. */
  void silence() throws IOException {
    silence(AT_ONCE_MILLIS);
  }

  /** Check that nothing comes for so many milliseconds. */
  void silence(int millis) throws IOException {
    Optional<Datagram> got = peer.poll(millis);
    if (got.isPresent()) {
      throw unexpected("nothing more", got.get());
    }
  }

  /** Take whatever comes until nothing has come for so many milliseconds. */
  void fallSilent(int millis) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(UdpPeer.PATIENCE_MILLIS);
    for (Optional<Datagram> got = peer.poll(millis); got.isPresent(); got = peer.poll(millis)) {
      if (System.nanoTime() > deadline) {
        throw unexpected("nothing more since " + UdpPeer.PATIENCE_MILLIS + " ms", got.get());
      }
    }
  }

  @Override
  public void close() {
    peer.close();
  }

  /** What is sent to see that it makes no difference. */
  interface Noise {
    void make() throws IOException;
  }

  private Datagram next(String expected) throws IOException {
    return peer.poll(UdpPeer.PATIENCE_MILLIS)
        .orElseThrow(
            () ->
                new AssertionError(
                    "%s was sent last, and %s is to come; nothing came within %d ms"
                        .formatted(asked, expected, UdpPeer.PATIENCE_MILLIS)));
  }

  private long check(Datagram got, int number) {
    byte[] expected = packet(number);
    if (!Arrays.equals(got.bytes(), expected)) {
      if (Tftp.describe(got.bytes()).equals(Tftp.describe(expected))) {
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
        "%s was sent last, and %s is to come; got %s from port %d"
            .formatted(asked, expected, Tftp.describe(got.bytes()), got.from().getPort()));
  }

  private String describeBlock(int number) {
    return Tftp.describe(packet(number));
  }

  private byte[] packet(int number) {
    int from = (number - 1) * Tftp.BLOCK_BYTES;
    if (from > file.length) {
      throw new IllegalArgumentException("the file has no block " + number);
    }
    int to = Math.min(from + Tftp.BLOCK_BYTES, file.length);
    return Tftp.data(number, Arrays.copyOfRange(file, from, to));
  }
}
