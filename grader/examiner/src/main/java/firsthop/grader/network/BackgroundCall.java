package firsthop.grader.network;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A blocking call, such as a client's, on its own thread. The test meanwhile acts as the other
 * side:
 *
 * <pre>{@code
 * try (BackgroundCall<byte[]> call = BackgroundCall.call(() -> client.request(host, port, payload, 3, 100))) {
 *   Datagram asked = call.next(server);
 *   server.answer(asked, reply);
 *   assertThat(call.result()).isEqualTo(payloadOf(reply));
 * }
 * }</pre>
 *
 * <p>Every wait ends when the call ends, so that a call that throws costs no time, or at the test's
 * time limit. {@code close} ends the call's thread.
 */
public final class BackgroundCall<T> implements AutoCloseable {
  /** How long to wait at a socket before the call is checked again. */
  private static final int SLICE_MILLIS = 10;

  private static final int CLOSE_MILLIS = 500;

  private final FutureTask<T> task;
  private final Thread thread;
  private final long startNanos = System.nanoTime();
  private volatile long endNanos;

  private BackgroundCall(Callable<T> call) {
    this.task = new FutureTask<>(() -> timed(call));
    this.thread = new Thread(task, "background-call");
    thread.setDaemon(true);
    thread.start();
  }

  /** Starts a call. */
  public static <T> BackgroundCall<T> call(Callable<T> call) {
    return new BackgroundCall<>(call);
  }

  /** Returns whether the call has returned or thrown. */
  public boolean isOver() {
    return task.isDone();
  }

  /** Waits for the end of the call, and returns its result or throws its exception. */
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

  /** Waits for a datagram from the call; throws an AssertionError if it ends without one. */
  public Datagram next(UdpPeer peer) throws Exception {
    Optional<Datagram> datagram = poll(peer);
    if (datagram.isPresent()) {
      return datagram.get();
    }
    String missing = "no datagram arrived at " + peer.endpoint() + "; the call ";
    try {
      result();
    } catch (IOException | RuntimeException threw) {
      throw new AssertionError(missing + "threw " + threw, threw);
    }
    throw new AssertionError(missing + "returned");
  }

  /** Waits for a datagram; empty when the call has ended without another one. */
  public Optional<Datagram> poll(UdpPeer peer) throws IOException, InterruptedException {
    boolean over = false;
    Optional<Datagram> datagram = Optional.empty();
    while (datagram.isEmpty() && !over) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      over = isOver(); // check before the socket: everything sent before has arrived
      datagram = peer.poll(over ? 1 : SLICE_MILLIS);
    }
    return datagram;
  }

  /** Returns the milliseconds from the start of the call to the arrival of a datagram. */
  public long millisUntil(Datagram datagram) {
    return TimeUnit.NANOSECONDS.toMillis(datagram.nanoTime() - startNanos);
  }

  /** Returns the duration of a call that has ended, in milliseconds. */
  public long millis() {
    return TimeUnit.NANOSECONDS.toMillis(endNanos - startNanos);
  }

  /** Cancels the call and waits for its thread to end. */
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
