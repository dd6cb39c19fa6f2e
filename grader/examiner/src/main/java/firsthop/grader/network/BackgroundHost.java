package firsthop.grader.network;

import java.io.Closeable;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A task of another host that runs while the test waits for a candidate's answer. A failure of the
 * task is reported when the test asks for the result.
 *
 * @param <T> the type of the result
 */
public final class BackgroundHost<T> implements Closeable {
  private final FutureTask<T> task;
  private final Thread thread;

  private BackgroundHost(Callable<T> doing) {
    this.task = new FutureTask<>(doing);
    this.thread = new Thread(task, "background-host");
  }

  /** Starts the task. */
  public static <T> BackgroundHost<T> begin(Callable<T> doing) {
    BackgroundHost<T> host = new BackgroundHost<>(doing);
    host.thread.setDaemon(true);
    host.thread.start();
    return host;
  }

  /**
   * Waits for the result.
   *
   * @throws AssertionError when the task fails, or does not end within {@value
   *     TcpPeer#PATIENCE_MILLIS} ms
   */
  public T result() throws InterruptedException {
    try {
      return task.get(TcpPeer.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new AssertionError("the other host: " + failed.getCause().getMessage(), failed);
    } catch (TimeoutException late) {
      throw new AssertionError(
          "the other host did not finish within " + TcpPeer.PATIENCE_MILLIS + " ms", late);
    }
  }

  /** Interrupts the task if it still runs. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
