package firsthop.grader.exams.udp;

import firsthop.grader.network.Datagram;
import firsthop.grader.network.UdpPeer;
import firsthop.udp.TftpClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call of {@code read} in the background, while the test plays the network. When the call has
 * ended, no more packets can come, so the test stops waiting for them.
 */
final class TftpReadCall {
  /** How often a wait for a datagram checks whether the call has ended. */
  private static final int SLICE_MILLIS = 20;

  private final String words;
  private final FutureTask<byte[]> call;
  private final long startNanos = System.nanoTime();

  private TftpReadCall(String words, FutureTask<byte[]> call) {
    this.words = words;
    this.call = call;
  }

  /** Starts a call of {@code read}. */
  static TftpReadCall begin(
      TftpClient client, InetSocketAddress server, String file, int timeoutMillis, int attempts) {
    String host = server.getAddress().getHostAddress();
    int port = server.getPort();
    FutureTask<byte[]> call =
        new FutureTask<>(() -> client.read(host, port, file, timeoutMillis, attempts));
    Thread thread = new Thread(call, "tftp-reading");
    thread.setDaemon(true); // ends with the call, or at the latest with the candidate
    TftpReadCall reading =
        new TftpReadCall(
            "read(\"%s\", %d, \"%s\", %d, %d)".formatted(host, port, file, timeoutMillis, attempts),
            call);
    thread.start();
    return reading;
  }

  boolean isOver() {
    return call.isDone();
  }

  /** Returns a time before the client has sent anything. */
  long startNanos() {
    return startNanos;
  }

  /** Returns the next datagram at a socket, if one comes in time and before the call ends. */
  Optional<Datagram> poll(UdpPeer at, int millis) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (true) {
      // Checked first: a client that sends without end must not block the test for ever.
      if (Thread.currentThread().isInterrupted()) {
        throw new AssertionError("the test ran out of time; " + state());
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      boolean last = isOver() || left <= 0;
      Optional<Datagram> came = at.poll(last ? 1 : (int) Math.min(left, SLICE_MILLIS));
      if (came.isPresent() || last) {
        return came;
      }
    }
  }

  /** Returns the bytes that the call returns; fails if it does not end soon. */
  byte[] content() throws InterruptedException {
    try {
      return end(UdpPeer.PATIENCE_MILLIS);
    } catch (ExecutionException failed) {
      throw failure("expected the file's bytes; " + state());
    }
  }

  /** Returns the exception that the call throws; fails if it does not end soon. */
  <T extends Exception> T exception(Class<T> type) throws InterruptedException {
    return exception(type, UdpPeer.PATIENCE_MILLIS);
  }

  /**
   * Returns the exception that the call throws.
   *
   * @param type the expected type of the exception
   * @param millis the time in milliseconds from now in which the call must end
   */
  <T extends Exception> T exception(Class<T> type, int millis) throws InterruptedException {
    try {
      end(millis);
    } catch (ExecutionException failed) {
      if (type.isInstance(failed.getCause())) {
        return type.cast(failed.getCause());
      }
    }
    throw failure("expected a " + type.getSimpleName() + "; " + state());
  }

  /** Returns a failure of the test; its cause is the exception of the call, if there is one. */
  AssertionError failure(String message) throws InterruptedException {
    if (isOver()) {
      try {
        call.get();
      } catch (ExecutionException failed) {
        return new AssertionError(message, failed.getCause());
      }
    }
    return new AssertionError(message);
  }

  /** Describes the state of the call: running, or its result. */
  String state() {
    if (!isOver()) {
      return words + " is still running";
    }
    try {
      return words + " has returned " + UdpPayloads.describe(call.get());
    } catch (ExecutionException failed) {
      return words + " has thrown " + failed.getCause();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return words + " has ended";
    }
  }

  private byte[] end(int millis) throws InterruptedException, ExecutionException {
    try {
      return call.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException busy) {
      throw new AssertionError(
          "expected the call to end within %d ms; %s".formatted(millis, state()));
    }
  }
}
