package firsthop.grader.exams.dns;

import firsthop.dns.DnsRecord;
import firsthop.dns.StubResolver;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exams.Beside;
import firsthop.grader.exams.FreePort;
import firsthop.grader.exams.dns.internet.DnsDissector;
import firsthop.grader.network.Datagram;
import firsthop.grader.network.Dissector;
import firsthop.grader.network.Ladder;
import firsthop.grader.network.TcpListener;
import firsthop.grader.network.TcpPeer;
import firsthop.grader.network.UdpPeer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

/**
 * A name server in the hands of a test, piece by piece: over UDP all its answers are truncated and
 * lie, and over TCP it says what the test wants.
 */
final class TruncatingNameServer implements Closeable {
  /** No call that a test makes asks nearly as often. */
  private static final int MAX_QUERIES = 100;

  private static final Dissector WORDS = new DnsDissector();
  private static final int LENGTH_BYTES = 2;
  private static final int SLICE_MILLIS = 5;
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final UdpPeer udp;
  private final TcpListener tcp;
  private final List<Datagram> queries = new ArrayList<>();

  private TruncatingNameServer(UdpPeer udp, TcpListener tcp) {
    this.udp = udp;
    this.tcp = tcp;
  }

  /** Serve at a host of the test. */
  static TruncatingNameServer at(int host, AddressPlan addresses, Ladder ladder) {
    InetAddress address = addresses.host(host);
    int port = FreePort.udpAndTcp(addresses);
    return new TruncatingNameServer(
        new UdpPeer(ladder, WORDS, "server", address, port),
        new TcpListener(ladder, TruncatingNameServer::words, "server", address, port));
  }

  /** Serve over UDP alone; over TCP the host neither accepts nor refuses. */
  static TruncatingNameServer deadOverTcp(int host, AddressPlan addresses, Ladder ladder)
      throws IOException {
    InetAddress address = addresses.host(host);
    int port = FreePort.udpAndTcp(addresses);
    return new TruncatingNameServer(
        new UdpPeer(ladder, WORDS, "server", address, port),
        TcpListener.dead(ladder, "server", address, port));
  }

  /** Have a resolver ask this host for addresses. */
  Beside<List<DnsRecord>> ask(StubResolver resolver, String name, int millis, int attempts) {
    InetSocketAddress at = udp.endpoint();
    String address = at.getAddress().getHostAddress();
    return Beside.call(
        () -> resolver.resolve(address, at.getPort(), name, Type.A, millis, attempts));
  }

  /** Answer over UDP until the resolver connects, and return the connection. */
  TcpPeer connection(Beside<?> call) throws Exception {
    Optional<TcpPeer> connection = Optional.empty();
    boolean over = false;
    while (connection.isEmpty() && !over) {
      over = call.isOver();
      truncate();
      connection = tcp.poll(over ? 0 : SLICE_MILLIS);
    }
    if (connection.isPresent()) {
      return connection.get();
    }
    String missing = "nobody connected to the server, which truncates its answers; the call ";
    try {
      throw new AssertionError(missing + "returned " + call.result());
    } catch (IOException | RuntimeException threw) {
      throw new AssertionError(missing + "threw " + threw, threw);
    }
  }

  /** Answer over UDP once, unless the call is over before it has asked. */
  void truncate(Beside<?> call) throws IOException {
    boolean over = false;
    int before = queries.size();
    while (queries.size() == before && !over) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("the test was ended while it waited");
      }
      over = call.isOver();
      truncate();
    }
  }

  /** Return what was asked over UDP so far and was answered. */
  List<Datagram> queries() {
    return List.copyOf(queries);
  }

  /** Tell whether somebody has asked since, over UDP, or has connected. */
  boolean isAskedAgain() throws IOException {
    return udp.poll(1).isPresent() || tcp.poll(0).isPresent();
  }

  /** Wait for the end of a call, at most so many milliseconds, and tell whether it has come. */
  static boolean isOver(Beside<?> call, int millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!call.isOver() && System.nanoTime() < deadline) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return call.isOver();
  }

  /** Read a question from a connection: its length, and so many bytes. */
  static Message question(TcpPeer connection) throws IOException {
    byte[] length = connection.receive(LENGTH_BYTES);
    return new Message(connection.receive(ByteBuffer.wrap(length).getShort() & 0xFFFF));
  }

  /** Return a message as it goes over TCP, with its length before it. */
  static byte[] framed(byte[] message) {
    return ByteBuffer.allocate(LENGTH_BYTES + message.length)
        .putShort((short) message.length)
        .put(message)
        .array();
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }

  private void truncate() throws IOException {
    Optional<Datagram> query = udp.poll(SLICE_MILLIS);
    if (query.isPresent()) {
      if (queries.size() == MAX_QUERIES) {
        throw new AssertionError("the server was asked " + MAX_QUERIES + " times, and once more");
      }
      queries.add(query.get());
      Message lie =
          Responses.to(new Message(query.get().bytes()), "www.example. IN A 203.0.113.66");
      udp.answer(query.get(), Responses.truncated(lie).toWire());
    }
  }

  /** Say what a piece of the stream is: a message if it is a whole one with its length. */
  private static String words(byte[] piece) {
    boolean whole =
        piece.length > LENGTH_BYTES
            && (ByteBuffer.wrap(piece).getShort() & 0xFFFF) == piece.length - LENGTH_BYTES;
    return whole
        ? WORDS.describe(Arrays.copyOfRange(piece, LENGTH_BYTES, piece.length))
        : Dissector.BYTES.describe(piece);
  }
}
