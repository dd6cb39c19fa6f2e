package firsthop.grader.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Detects every stop of the engine, even a short one: it follows the stream of the engine's events,
 * which does not end while the engine runs.
 */
final class EngineWatch implements Closeable {
  private static final long POLL_MILLIS = 500;

  private final DockerClient docker;
  private final Consumer<String> messages;
  private long outages;
  private boolean closed;
  private @Nullable Following following;

  /**
   * Begins to watch.
   *
   * @param messages receives a message for people when the engine has stopped
   */
  EngineWatch(DockerClient docker, Consumer<String> messages) {
    this.docker = docker;
    this.messages = messages;
    follow();
  }

  /**
   * Returns how often the engine has stopped so far. It also asks the engine once, so that a stop
   * that has just happened counts too.
   */
  long outages() {
    if (!answers()) {
      lost(following);
    }
    synchronized (this) {
      return outages;
    }
  }

  /** Waits until the number of outages has changed; returns whether it did in time. */
  boolean awaitOutage(long before, Duration limit) throws InterruptedException {
    return await(() -> outages() != before, limit);
  }

  /** Waits until the engine answers; returns whether it did in time. */
  boolean awaitReturn(Duration limit) throws InterruptedException {
    boolean back = await(this::answers, limit);
    if (back) {
      follow();
    }
    return back;
  }

  @Override
  public void close() {
    Following last;
    synchronized (this) {
      closed = true;
      last = following;
      following = null;
    }
    end(last);
  }

  private static boolean await(BooleanSupplier condition, Duration limit)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return true;
  }

  private boolean answers() {
    try {
      docker.pingCmd().exec();
      return true;
    } catch (RuntimeException gone) {
      // The client throws what its transport throws, which is not documented.
      return false;
    }
  }

  /** Follows the engine's events, unless it already does. */
  private synchronized void follow() {
    if (following == null && !closed) {
      following = docker.eventsCmd().exec(new Following());
    }
  }

  private void lost(@Nullable Following one) {
    synchronized (this) {
      if (closed || one == null || one != following) {
        return;
      }
      following = null;
      outages++;
    }
    messages.accept("the Docker engine has stopped; the run continues when it is back");
    end(one);
  }

  private static void end(@Nullable Following one) {
    if (one != null) {
      try {
        one.close();
      } catch (IOException ended) {
        // It had ended before.
      }
    }
  }

  /** The stream of events; only its end matters. */
  private final class Following extends ResultCallback.Adapter<Event> {
    @Override
    public void onComplete() {
      super.onComplete();
      lost(this);
    }

    @Override
    public void onError(Throwable broken) {
      super.onError(broken);
      lost(this);
    }
  }
}
