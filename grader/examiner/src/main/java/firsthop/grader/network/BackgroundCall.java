package firsthop.grader.network;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A call that blocks, such as a client's, on a thread of its own, while the test plays the other
 * side and reads from top to bottom:
 *
 * <pre>{@code
 * try (BackgroundCall<byte[]> call = BackgroundCall.call(() -> client.request(host, port, payload, 3, 100))) {
 *   Datagram asked = call.next(server);
 *   server.answer(asked, reply);
 *   assertThat(call.result()).isEqualTo(payloadOf(reply));
 * }
 * }</pre>
 *
 * <p>Every wait here ends with the call, so that one that throws at once costs no time, and with
 * the test's time limit. However the test ends, {@code close} ends the call's thread.
 */
public final class BackgroundCall<T> implements AutoCloseable {
  /** How long to listen at a socket between two looks at the call. */
  private static final int SLICE_MILLIS = 10;

  private static final int CLOSE_MILLIS = 500;

  private final FutureTask<T> task;
  private final Thread thread;
  private final long startNanos = System.nanoTime();
  private volatile long endNanos;

  private BackgroundCall(Callable<T> call) {
    this.task = new FutureTask<>(() -> timed(call));
    this.thread = new Thread(task, "beside");
    thread.setDaemon(true);
    thread.start();
  }

  /** Begins a call. */
  public static <T> BackgroundCall<T> call(Callable<T> call) {
    return new BackgroundCall<>(call);
  }

  /** Tells whether the call has returned or thrown. */
  public boolean isOver() {
    return task.isDone();
  }

  /** Waits for the call's end, and returns what it returned or throws what it threw. */
  public T result() throws Exception {
    try {
      return task.get();
    } catch (ExecutionException threw) {
      if (threw.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) threw.getCause();
    }
  }

  /** Waits for a datagram that the call is to send; an AssertionError if it ends without one. */
  public Datagram next(UdpPeer peer) throws Exception {
    Optional<Datagram> datagram = poll(peer);
    if (datagram.isPresent()) {
      return datagram.get();
    }
    String missing = "no datagram came to " + peer.endpoint() + "; the call ";
    try {
      result();
    } catch (IOException | RuntimeException threw) {
      throw new AssertionError(missing + "threw " + threw, threw);
    }
    throw new AssertionError(missing + "returned");
  }

  /** Waits for a datagram; empty when the call is over and no other has come by then. */
  public Optional<Datagram> poll(UdpPeer peer) throws IOException, InterruptedException {
    boolean over = false;
    Optional<Datagram> datagram = Optional.empty();
    while (datagram.isEmpty() && !over) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      over = isOver(); // asked before the socket: what was sent until then has arrived
      datagram = peer.poll(over ? 1 : SLICE_MILLIS);
    }
    return datagram;
  }

  /** Returns how many milliseconds after the call's beginning a datagram came. */
  public long millisUntil(Datagram datagram) {
    return TimeUnit.NANOSECONDS.toMillis(datagram.nanoTime() - startNanos);
  }

  /** Returns how many milliseconds a call took that is over. */
  public long millis() {
    return TimeUnit.NANOSECONDS.toMillis(endNanos - startNanos);
  }

  /** Ends the wait for the call. */
  @Override
  public void close() {
    task.cancel(true);
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private T timed(Callable<T> call) throws Exception {
    try {
      return call.call();
    } finally {
      endNanos = System.nanoTime();
    }
  }
}
