package firsthop.grader.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One end of a TCP connection that a test controls. The trace records what it sends and receives.
 * It can also behave unusually: send nothing, half-close, reset, or send byte by byte. Every call
 * has a time limit and a size limit. A result that the test does not expect is an {@link
 * AssertionError} that says what was sent, expected and received.
 */
public final class TcpPeer implements Closeable {
  /** The wait for an immediate answer: loopback needs under 1 ms, a busy machine more. */
  public static final int PATIENCE_MILLIS = UdpPeer.PATIENCE_MILLIS;

  private static final byte[] NOTHING = {};

  private final TracedTcpConnection wire;
  private int patienceMillis = PATIENCE_MILLIS;

  private TcpPeer(TracedTcpConnection wire) {
    this.wire = wire;
  }

  /**
   * Connects from any free port.
   *
   * @param name its name on the trace, such as {@code client}
   * @param own the host that connects
   * @throws ConnectException when no socket listens there
   * @throws AssertionError when there is no answer within {@value #PATIENCE_MILLIS} ms
   */
  public static TcpPeer connect(
      PacketTrace trace, Dissector dissector, String name, InetAddress own, InetSocketAddress to)
      throws IOException {
    TcpConnection wire = Handshake.connect(trace, name, own, to, PATIENCE_MILLIS);
    return new TcpPeer(new TracedTcpConnection(trace, dissector, wire, to));
  }

  /** Takes over a connection that a listener has accepted. */
  static TcpPeer accepted(PacketTrace trace, Dissector dissector, TcpConnection wire)
      throws IOException {
    InetSocketAddress remote = wire.remote();
    trace.add(remote, wire.local(), "SYN", "accepted");
    return new TcpPeer(new TracedTcpConnection(trace, dissector, wire, remote));
  }

  /** Sets the time limit of all later calls, instead of {@value #PATIENCE_MILLIS} ms. */
  public TcpPeer withPatience(int millis) {
    patienceMillis = millis;
    return this;
  }

  /** Returns our half of the socket pair. */
  public InetSocketAddress local() {
    return wire.local();
  }

  /** Returns the other side's half of the socket pair. */
  public InetSocketAddress remote() {
    return wire.remote();
  }

  /** Sends bytes; fails unless the other side's host takes them all. */
  public void send(byte[] bytes) throws IOException {
    int taken = offer(bytes);
    if (taken < bytes.length) {
      throw wire.failure("the other side to take all bytes; it took " + taken, NOTHING);
    }
  }

  /**
   * Sends bytes to a peer that may end before it has taken them all.
   *
   * @return how many bytes its host has taken
   */
  public int offer(byte[] bytes) throws IOException {
    ByteBuffer out = wire.outgoing(bytes, "sent");
    take(out, ReceiveBuffer.of(0));
    return out.position();
  }

  /** Sends bytes, each in its own segment. */
  public void sendByteByByte(byte[] bytes) throws IOException {
    ByteBuffer out = wire.outgoing(bytes, "sent byte by byte");
    for (int i = 0; i < bytes.length; i++) {
      take(out.limit(i + 1), ReceiveBuffer.of(0));
      if (out.hasRemaining()) {
        throw wire.failure("the other side to take all bytes; it took " + i, NOTHING);
      }
    }
  }

  /**
   * Waits until the program on the other side has read everything that was sent over IPv4, but at
   * most this number of milliseconds. On a system that does not list its sockets, the wait always
   * takes the whole time.
   */
  public void awaitRead(int millis) throws IOException {
    wire.awaitRead(millis);
  }

  /** Receives exactly this number of bytes; later bytes stay for the next call. */
  public byte[] receive(int length) throws IOException {
    return exchange(NOTHING, length);
  }

  /** Receives up to and including this ASCII text, in a limited number of bytes. */
  public byte[] receiveUntil(String delimiter, int most) throws IOException {
    ReceiveBuffer in = ReceiveBuffer.until(delimiter.getBytes(StandardCharsets.US_ASCII), most);
    byte[] came = take(ByteBuffer.wrap(NOTHING), in);
    if (!in.endsWithDelimiter()) {
      String shown = delimiter.replace("\r", "\\r").replace("\n", "\\n");
      throw wire.failure("\"" + shown + "\" within " + most + " bytes", came);
    }
    return came;
  }

  /** Receives a limited number of bytes until the other side's FIN. */
  public byte[] receiveToFin(int most) throws IOException {
    return exchangeToFin(NOTHING, most);
  }

  /** Sends bytes and receives this number of bytes, both at the same time. */
  public byte[] exchange(byte[] bytes, int length) throws IOException {
    ByteBuffer out = wire.outgoing(bytes, "sent");
    byte[] came = take(out, ReceiveBuffer.of(length));
    if (came.length < length || out.hasRemaining()) {
      throw wire.failure(length + " bytes" + untaken(out), came);
    }
    return came;
  }

  /** Sends bytes and receives a limited number until FIN, both at the same time. */
  public byte[] exchangeToFin(byte[] bytes, int most) throws IOException {
    ByteBuffer out = wire.outgoing(bytes, "sent");
    ReceiveBuffer in = ReceiveBuffer.of(most + 1);
    return upToFin(out, most, wire.transfer(out, in, patienceMillis));
  }

  /** Does the same, and sends FIN as soon as all bytes are sent. */
  public byte[] finishingExchangeToFin(byte[] bytes, int most) throws IOException {
    ByteBuffer out = wire.outgoing(bytes, "sent");
    ReceiveBuffer in = ReceiveBuffer.of(most + 1);
    return upToFin(out, most, wire.transferAndFinish(out, in, patienceMillis));
  }

  /** Fails if a byte, FIN or RST arrives within this time. */
  public void expectSilence(int millis) throws IOException {
    byte[] came = wire.transfer(ByteBuffer.wrap(NOTHING), ReceiveBuffer.of(1), millis);
    if (came.length > 0 || wire.end() != null) {
      throw wire.failure("silence for " + millis + " ms", came);
    }
  }

  /** Waits for the other side's FIN or RST and returns which it is; no byte may come before it. */
  public ConnectionEnd awaitEnd() throws IOException {
    byte[] came = take(ByteBuffer.wrap(NOTHING), ReceiveBuffer.of(1));
    @Nullable ConnectionEnd end = wire.end();
    if (came.length > 0 || end == null) {
      throw wire.failure("FIN or RST, and no byte before it", came);
    }
    return end;
  }

  /**
   * Waits until the other side has closed its socket; bytes that it sends before are ignored. A
   * half-closed socket still takes bytes; a closed one answers them by RST. So a byte is sent after
   * the other side's FIN, unless our side has sent FIN too: then the two cases look the same.
   */
  public void awaitRelease() throws IOException {
    byte[] came = take(ByteBuffer.wrap(NOTHING), ReceiveBuffer.of(ReceiveBuffer.LARGEST));
    boolean released =
        wire.end() == ConnectionEnd.RST
            || wire.end() == ConnectionEnd.FIN
                && (wire.isFinished() || wire.isAnsweredByReset(patienceMillis));
    if (!released) {
      throw wire.failure("the other side to close its socket", came);
    }
  }

  /** Sends FIN. After it, this side sends nothing more but still receives. */
  public void finish() throws IOException {
    wire.end(ConnectionEnd.FIN);
  }

  /** Sends RST and closes the connection. */
  public void reset() throws IOException {
    wire.end(ConnectionEnd.RST);
  }

  /** Closes the connection. The system sends FIN, or RST if unread bytes are left. */
  @Override
  public void close() throws IOException {
    wire.close();
  }

  /** Returns whether our side has closed or reset the connection. */
  boolean isClosed() {
    return wire.isClosed();
  }

  private byte[] take(ByteBuffer out, ReceiveBuffer in) throws IOException {
    return wire.transfer(out, in, patienceMillis);
  }

  private byte[] upToFin(ByteBuffer out, int most, byte[] came) {
    if (came.length > most || wire.end() != ConnectionEnd.FIN || out.hasRemaining()) {
      throw wire.failure("at most " + most + " bytes and FIN" + untaken(out), came);
    }
    return came;
  }

  private static String untaken(ByteBuffer out) {
    return out.hasRemaining()
        ? " while all our bytes are taken; " + out.position() + " were taken"
        : "";
  }
}
