package firsthop.grader.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A TCP connection whose events are recorded on the trace and shown when a test fails. */
final class TracedTcpConnection {
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final PacketTrace trace;
  private final Dissector dissector;
  private final TcpConnection wire;
  private final InetSocketAddress local;
  private final InetSocketAddress remote;
  private String sent = "nothing";
  private int waitedMillis;
  private boolean finished;
  private boolean endWritten;
  private boolean closed;

  TracedTcpConnection(
      PacketTrace trace, Dissector dissector, TcpConnection wire, InetSocketAddress remote)
      throws IOException {
    this.trace = trace;
    this.dissector = dissector;
    this.wire = wire;
    this.local = wire.local();
    this.remote = remote;
  }

  InetSocketAddress local() {
    return local;
  }

  InetSocketAddress remote() {
    return remote;
  }

  /** Returns how the other side ended the connection; null while it has not. */
  @Nullable ConnectionEnd end() {
    return wire.end();
  }

  /** Returns whether our side has sent FIN or RST. */
  boolean isFinished() {
    return finished;
  }

  /** Returns whether our side has closed the connection, by FIN or RST. */
  boolean isClosed() {
    return closed;
  }

  /** Records that bytes are sent, and returns them for the transfer. */
  ByteBuffer outgoing(byte[] bytes, String outcome) {
    if (bytes.length > 0) {
      sent = dissector.describe(bytes);
      trace.add(local, remote, sent, outcome);
    }
    return ByteBuffer.wrap(bytes);
  }

  /** Transfers as {@link TcpConnection#transfer} does, and returns the received bytes. */
  byte[] transfer(ByteBuffer out, ReceiveBuffer in, int millis) throws IOException {
    return transfer(out, false, in, millis);
  }

  /** Does the same, and sends FIN as soon as all bytes are sent. */
  byte[] transferAndFinish(ByteBuffer out, ReceiveBuffer in, int millis) throws IOException {
    finished = true;
    trace.add(local, remote, ConnectionEnd.FIN.toString(), "sent");
    return transfer(out, true, in, millis);
  }

  private byte[] transfer(ByteBuffer out, boolean finishing, ReceiveBuffer in, int millis)
      throws IOException {
    waitedMillis = millis;
    wire.transfer(out, finishing, in, millis);
    byte[] came = in.toBytes();
    if (came.length > 0) {
      trace.add(remote, local, dissector.describe(came), "received");
    }
    writeEnd();
    return came;
  }

  /** Waits until the other side has read everything that was sent, or for this time. */
  void awaitRead(int millis) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < deadline
        && (!TcpTable.isThere() || TcpTable.isAnythingUnread(local, remote))) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("the test was ended while it waited");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Sends single bytes until one is answered by RST; returns whether one was. */
  boolean isAnsweredByReset(int millis) throws IOException {
    waitedMillis = millis;
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    ByteBuffer out = outgoing(new byte[1], "sent, to test whether the socket is closed");
    wire.transfer(out, false, ReceiveBuffer.of(0), millis);
    while (!wire.isBroken() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
      wire.transfer(out.rewind(), false, ReceiveBuffer.of(0), millis);
    }
    if (wire.isBroken()) {
      trace.add(remote, local, ConnectionEnd.RST.toString(), "received");
    }
    return wire.isBroken();
  }

  /** Ends our side of the connection. */
  void end(ConnectionEnd how) throws IOException {
    trace.add(local, remote, how.toString(), "sent");
    finished = true;
    if (how == ConnectionEnd.FIN) {
      wire.finish();
    } else {
      closed = true;
      wire.reset();
    }
  }

  void close() throws IOException {
    if (!closed) {
      closed = true;
      trace.add(local, remote, "close", "done");
      wire.close();
    }
  }

  /** Returns the error for a test that received something other than expected. */
  AssertionError failure(String expected, byte[] came) {
    return new AssertionError(
        "%s to %s: sent %s%s; expected %s; received %s"
            .formatted(
                TcpConnection.text(local),
                TcpConnection.text(remote),
                sent,
                finished ? " and FIN" : "",
                expected,
                received(came)));
  }

  private String received(byte[] came) {
    @Nullable ConnectionEnd end = wire.end();
    if (end != null) {
      return came.length == 0 ? end.toString() : dissector.describe(came) + ", then " + end;
    }
    return (came.length == 0 ? "nothing" : dissector.describe(came) + " and nothing more")
        + " within "
        + waitedMillis
        + " ms";
  }

  private void writeEnd() {
    @Nullable ConnectionEnd end = wire.end();
    if (end != null && !endWritten) {
      endWritten = true;
      trace.add(remote, local, end.toString(), "received");
    }
  }
}
