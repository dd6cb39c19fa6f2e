package firsthop.grader.sandbox;

import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A trusted process, examiner or compiler, that is spoken to over its standard streams. No wait for
 * it is without end: neither for its answer nor until it takes what it is sent.
 *
 * @param <S> what is said to it
 * @param <R> what it answers
 */
public final class Worker<S, R> implements AutoCloseable {
  /** How long an ended process may take to get its last lines out. */
  private static final Duration LAST_LINES = Duration.ofSeconds(1);

  private final String id;
  private final Streams streams;
  private final FrameChannel channel;
  private final Class<S> said;
  private final Runnable kill;
  private final BlockingQueue<Optional<R>> heard = new LinkedBlockingQueue<>();
  private final ExecutorService speaker;
  private volatile String broken = "";

  /**
   * A process's standard streams.
   *
   * @param output what it writes
   * @param input what it reads
   * @param errors the last of what it writes to its standard error stream
   */
  public record Streams(InputStream output, OutputStream input, LastLines errors) {}

  /**
   * Takes over a process.
   *
   * @param id the sandbox's name for the process
   * @param kill ends the process and waits until it is gone; may run twice
   */
  public Worker(String id, Streams streams, Class<S> said, Class<R> answered, Runnable kill) {
    this.id = id;
    this.streams = streams;
    this.channel = new FrameChannel(streams.output(), streams.input(), Bounds.STANDARD);
    this.said = said;
    this.kill = kill;
    this.speaker = Executors.newSingleThreadExecutor(task -> daemon(task, "to-worker-" + id));
    daemon(() -> listen(answered), "from-worker-" + id).start();
  }

  /** Returns the sandbox's name for the process. */
  public String id() {
    return id;
  }

  /**
   * Says something.
   *
   * @throws MachineFaultException when the process does not take it in time, or has ended
   */
  public void send(S message, Duration patience) throws MachineFaultException {
    Future<?> sent =
        speaker.submit(
            () -> {
              channel.send(message, said);
              return null;
            });
    try {
      sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      streams.errors().awaitEnd(LAST_LINES);
      throw new MachineFaultException(
          "cannot speak to worker " + id + ": " + failed.getCause().getMessage() + lastLines());
    } catch (TimeoutException stuck) {
      throw new SilentWorkerException(
          "worker " + id + " took nothing for " + words(patience) + lastLines());
    } catch (InterruptedException ended) {
      throw interrupted(ended);
    }
  }

  /**
   * Waits for the next answer.
   *
   * @return empty when the process has ended
   * @throws SilentWorkerException when nothing comes in time
   */
  public Optional<R> receive(Duration patience) throws MachineFaultException {
    try {
      Optional<R> answer = heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) {
        throw new SilentWorkerException(
            "worker " + id + " said nothing for " + words(patience) + lastLines());
      }
      if (answer.isEmpty()) {
        heard.add(answer);
      }
      return answer;
    } catch (InterruptedException ended) {
      throw interrupted(ended);
    }
  }

  /**
   * Returns what is known of why the process ended, to put behind a message: what broke, and the
   * last lines of its standard error stream; empty when nothing is known.
   */
  public String why() {
    streams.errors().awaitEnd(LAST_LINES);
    return (broken.isEmpty() ? "" : " (" + broken + ")") + lastLines();
  }

  /** Ends the process. */
  @Override
  public void close() {
    kill.run();
    speaker.shutdownNow();
    try {
      channel.close();
    } catch (IOException closed) {
      // Its other end is gone already.
    }
  }

  private void listen(Class<R> answered) {
    try {
      R answer = channel.receive(answered);
      while (answer != null) {
        heard.add(Optional.of(answer));
        answer = channel.receive(answered);
      }
    } catch (IOException failed) {
      broken = String.valueOf(failed.getMessage());
    } finally {
      heard.add(Optional.empty());
    }
  }

  private String lastLines() {
    String lines = streams.errors().text();
    return lines.isEmpty() ? "" : "; it wrote:\n" + lines;
  }

  private MachineFaultException interrupted(InterruptedException ended) {
    Thread.currentThread().interrupt();
    return new MachineFaultException("the wait for worker " + id + " was ended", ended);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private static String words(Duration patience) {
    return patience.toMillis() < 1_000 ? patience.toMillis() + " ms" : patience.toSeconds() + " s";
  }
}
