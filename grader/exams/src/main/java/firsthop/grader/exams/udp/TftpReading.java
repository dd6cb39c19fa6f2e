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
 * A call of {@code read} that goes on while the test plays the network around it. The test is never
 * longer in waiting than the call: when that is over, what did not come will not come.
 */
final class TftpReading {
  /** How often a wait for a datagram looks whether the call is over. */
  private static final int SLICE_MILLIS = 20;

  private final String words;
  private final FutureTask<byte[]> call;
  private final long startNanos = System.nanoTime();

  private TftpReading(String words, FutureTask<byte[]> call) {
    this.words = words;
    this.call = call;
  }

  /** Have a client begin to read. */
  static TftpReading begin(
      TftpClient client, InetSocketAddress server, String file, int timeoutMillis, int attempts) {
    String host = server.getAddress().getHostAddress();
    int port = server.getPort();
    FutureTask<byte[]> call =
        new FutureTask<>(() -> client.read(host, port, file, timeoutMillis, attempts));
    Thread thread = new Thread(call, "tftp-reading");
    thread.setDaemon(true); // it ends with the call, at the latest with the candidate
    TftpReading reading =
        new TftpReading(
            "read(\"%s\", %d, \"%s\", %d, %d)".formatted(host, port, file, timeoutMillis, attempts),
            call);
    thread.start();
    return reading;
  }

  boolean isOver() {
    return call.isDone();
  }

  /** Return a moment at which the client had sent nothing yet. */
  long startNanos() {
    return startNanos;
  }

  /** Return what comes to a socket within so many milliseconds and before the call is over. */
  Optional<Datagram> poll(UdpPeer at, int millis) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (true) {
      // Asked first: a client that sends without end must not keep the test for ever.
      if (Thread.currentThread().isInterrupted()) {
        throw new AssertionError("the test's time is up; " + state());
      }
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      boolean last = isOver() || left <= 0;
      Optional<Datagram> came = at.poll(last ? 1 : (int) Math.min(left, SLICE_MILLIS));
      if (came.isPresent() || last) {
        return came;
      }
    }
  }

  /** Return the file that was read; the call must be over soon. */
  byte[] content() throws InterruptedException {
    try {
      return end(UdpPeer.PATIENCE_MILLIS);
    } catch (ExecutionException failed) {
      throw failure("expected the file's bytes; " + state());
    }
  }

  /** Return the exception that ended the call, which must be over soon. */
  <T extends Exception> T exception(Class<T> type) throws InterruptedException {
    return exception(type, UdpPeer.PATIENCE_MILLIS);
  }

  /**
   * Return the exception that ended the call.
   *
   * @param type the type that it must have
   * @param millis within how many milliseconds from now the call must be over
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

  /** Return a failure of the test, with the exception that ended the call, if one did. */
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

  /** Return in words how far the call has come. */
  String state() {
    if (!isOver()) {
      return words + " goes on";
    }
    try {
      return words + " has returned " + Payloads.describe(call.get());
    } catch (ExecutionException failed) {
      return words + " has thrown " + failed.getCause();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return words + " is over";
    }
  }

  private byte[] end(int millis) throws InterruptedException, ExecutionException {
    try {
      return call.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException busy) {
      throw new AssertionError(
          "expected the call to be over within %d ms; %s".formatted(millis, state()));
    }
  }
}
