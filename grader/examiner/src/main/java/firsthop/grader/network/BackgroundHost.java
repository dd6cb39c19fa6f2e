package firsthop.grader.network;

import java.io.Closeable;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What another host does while the test itself waits for a candidate's answer. Whoever is asked for
 * the result gets its failure, too.
 *
 * @param <T> the result
 */
public final class BackgroundHost<T> implements Closeable {
  private final FutureTask<T> task;
  private final Thread thread;

  private BackgroundHost(Callable<T> doing) {
    this.task = new FutureTask<>(doing);
    this.thread = new Thread(task, "aside");
  }

  /** Begins. */
  public static <T> BackgroundHost<T> begin(Callable<T> doing) {
    BackgroundHost<T> aside = new BackgroundHost<>(doing);
    aside.thread.setDaemon(true);
    aside.thread.start();
    return aside;
  }

  /**
   * Returns what came out, as soon as it is done.
   *
   * @throws AssertionError when it fails, or is not done within {@value TcpPeer#PATIENCE_MILLIS} ms
   */
  public T result() throws InterruptedException {
    try {
      return task.get(TcpPeer.PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new AssertionError("the other host: " + failed.getCause().getMessage(), failed);
    } catch (TimeoutException late) {
      throw new AssertionError(
          "the other host was not done after " + TcpPeer.PATIENCE_MILLIS + " ms", late);
    }
  }

  /** Ends it, if it still waits. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
