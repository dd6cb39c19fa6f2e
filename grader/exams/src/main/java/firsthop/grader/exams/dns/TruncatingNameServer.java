package firsthop.grader.exams.dns;

import firsthop.dns.DnsRecord;
import firsthop.dns.StubResolver;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exams.dns.internet.DnsDissector;
import firsthop.grader.network.BackgroundCall;
import firsthop.grader.network.Datagram;
import firsthop.grader.network.Dissector;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.PacketTrace;
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
 * A name server that a test controls step by step. Over UDP, all its answers are truncated and have
 * a false address. Over TCP, it sends what the test wants.
 */
final class TruncatingNameServer implements Closeable {
  /** More queries than any call of a test needs. */
  private static final int MAX_QUERIES = 100;

  private static final Dissector DISSECTOR = new DnsDissector();
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

  /** Starts a server on a host of the test. */
  static TruncatingNameServer at(int host, AddressPlan addresses, PacketTrace trace) {
    InetAddress address = addresses.host(host);
    int port = FreePort.udpAndTcp(addresses);
    return new TruncatingNameServer(
        new UdpPeer(trace, DISSECTOR, "server", address, port),
        new TcpListener(trace, TruncatingNameServer::describe, "server", address, port));
  }

  /** Starts a server that answers over UDP; over TCP it neither accepts nor refuses. */
  static TruncatingNameServer deadOverTcp(int host, AddressPlan addresses, PacketTrace trace)
      throws IOException {
    InetAddress address = addresses.host(host);
    int port = FreePort.udpAndTcp(addresses);
    return new TruncatingNameServer(
        new UdpPeer(trace, DISSECTOR, "server", address, port),
        TcpListener.dead(trace, "server", address, port));
  }

  /** Lets a resolver ask this server for the addresses of a name, on another thread. */
  BackgroundCall<List<DnsRecord>> ask(
      StubResolver resolver, String name, int millis, int attempts) {
    InetSocketAddress at = udp.endpoint();
    String address = at.getAddress().getHostAddress();
    return BackgroundCall.call(
        () -> resolver.resolve(address, at.getPort(), name, Type.A, millis, attempts));
  }

  /** Answers over UDP until the resolver connects, and returns the connection. */
  TcpPeer connection(BackgroundCall<?> call) throws Exception {
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
    String missing =
        "the server truncates its answers, but the resolver did not connect over TCP; the call ";
    try {
      throw new AssertionError(missing + "returned " + call.result());
    } catch (IOException | RuntimeException threw) {
      throw new AssertionError(missing + "threw " + threw, threw);
    }
  }

  /** Answers one query over UDP, unless the call ends without a query. */
  void truncate(BackgroundCall<?> call) throws IOException {
    boolean over = false;
    int before = queries.size();
    while (queries.size() == before && !over) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("the test was stopped while it waited");
      }
      over = call.isOver();
      truncate();
    }
  }

  /** Returns the queries that were received over UDP and answered so far. */
  List<Datagram> queries() {
    return List.copyOf(queries);
  }

  /** Returns whether there is a new query over UDP or a new connection. */
  boolean isAskedAgain() throws IOException {
    return udp.poll(1).isPresent() || tcp.poll(0).isPresent();
  }

  /** Waits until a call is over, at most so many milliseconds; returns whether it is over. */
  static boolean isOver(BackgroundCall<?> call, int millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!call.isOver() && System.nanoTime() < deadline) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return call.isOver();
  }

  /** Receives a question over a connection: its length, and then that number of bytes. */
  static Message question(TcpPeer connection) throws IOException {
    byte[] length = connection.receive(LENGTH_BYTES);
    return new Message(connection.receive(ByteBuffer.wrap(length).getShort() & 0xFFFF));
  }

  /** Returns a message with its length before it, as TCP carries it. */
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
        throw new AssertionError(
            "the server was asked " + MAX_QUERIES + " times, which is more than any test needs");
      }
      queries.add(query.get());
      Message lie =
          Responses.to(new Message(query.get().bytes()), "www.example. IN A 203.0.113.66");
      udp.answer(query.get(), Responses.truncated(lie).toWire());
    }
  }

  /** Describes a piece of the stream: as a message if it is complete, and else as bytes. */
  private static String describe(byte[] piece) {
    boolean whole =
        piece.length > LENGTH_BYTES
            && (ByteBuffer.wrap(piece).getShort() & 0xFFFF) == piece.length - LENGTH_BYTES;
    return whole
        ? DISSECTOR.describe(Arrays.copyOfRange(piece, LENGTH_BYTES, piece.length))
        : Dissector.BYTES.describe(piece);
  }
}
