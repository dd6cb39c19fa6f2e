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
 * A trusted process, examiner or compiler, that exchanges messages over its standard streams. Every
 * wait has a time limit, both for its answers and until it reads a message.
 *
 * @param <S> the type of the messages to it
 * @param <R> the type of its answers
 */
public final class Worker<S, R> implements AutoCloseable {
  /** How long the last lines of an ended process may take to arrive. */
  private static final Duration LAST_LINES = Duration.ofSeconds(1);

  private final String id;
  private final Streams streams;
  private final FrameChannel channel;
  private final Class<S> requestType;
  private final Runnable kill;
  private final BlockingQueue<Optional<R>> answers = new LinkedBlockingQueue<>();
  private final ExecutorService sender;
  private volatile String broken = "";

  /**
   * A process's standard streams.
   *
   * @param output its standard output
   * @param input its standard input
   * @param errors the last lines of its standard error
   */
  public record Streams(InputStream output, OutputStream input, LastLines errors) {}

  /**
   * Takes over a process.
   *
   * @param id the sandbox's name for the process
   * @param kill ends the process and waits until it is gone; it may run twice
   */
  public Worker(
      String id, Streams streams, Class<S> requestType, Class<R> answerType, Runnable kill) {
    this.id = id;
    this.streams = streams;
    this.channel = new FrameChannel(streams.output(), streams.input(), Bounds.STANDARD);
    this.requestType = requestType;
    this.kill = kill;
    this.sender = Executors.newSingleThreadExecutor(task -> daemon(task, "to-worker-" + id));
    daemon(() -> listen(answerType), "from-worker-" + id).start();
  }

  /** Returns the sandbox's name for the process. */
  public String id() {
    return id;
  }

  /**
   * Sends a message.
   *
   * @throws MachineFaultException when the process does not read it in time, or has ended
   */
  public void send(S message, Duration patience) throws MachineFaultException {
    Future<?> sent =
        sender.submit(
            () -> {
              channel.send(message, requestType);
              return null;
            });
    try {
      sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      streams.errors().awaitEnd(LAST_LINES);
      throw new MachineFaultException(
          "cannot send to worker " + id + ": " + failed.getCause().getMessage() + lastLines());
    } catch (TimeoutException stuck) {
      throw new SilentWorkerException(
          "worker " + id + " did not read its input for " + text(patience) + lastLines());
    } catch (InterruptedException ended) {
      throw interrupted(ended);
    }
  }

  /**
   * Waits for the next answer.
   *
   * @return the answer; empty if the process has ended
   * @throws SilentWorkerException when no answer comes in time
   */
  public Optional<R> receive(Duration patience) throws MachineFaultException {
    try {
      Optional<R> answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) {
        throw new SilentWorkerException(
            "worker " + id + " sent nothing for " + text(patience) + lastLines());
      }
      if (answer.isEmpty()) {
        answers.add(answer);
      }
      return answer;
    } catch (InterruptedException ended) {
      throw interrupted(ended);
    }
  }

  /**
   * Returns details of the process's end to append to a message: the reason, and the last lines of
   * its standard error. It is empty if nothing is known.
   */
  public String exitDetails() {
    streams.errors().awaitEnd(LAST_LINES);
    return (broken.isEmpty() ? "" : " (" + broken + ")") + lastLines();
  }

  /** Ends the process. */
  @Override
  public void close() {
    kill.run();
    sender.shutdownNow();
    try {
      channel.close();
    } catch (IOException closed) {
      // The other end is already gone.
    }
  }

  private void listen(Class<R> answerType) {
    try {
      R answer = channel.receive(answerType);
      while (answer != null) {
        answers.add(Optional.of(answer));
        answer = channel.receive(answerType);
      }
    } catch (IOException failed) {
      broken = String.valueOf(failed.getMessage());
    } finally {
      answers.add(Optional.empty());
    }
  }

  private String lastLines() {
    String lines = streams.errors().text();
    return lines.isEmpty() ? "" : "; it wrote:\n" + lines;
  }

  private MachineFaultException interrupted(InterruptedException ended) {
    Thread.currentThread().interrupt();
    return new MachineFaultException("the wait for worker " + id + " was interrupted", ended);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private static String text(Duration patience) {
    return patience.toMillis() < 1_000 ? patience.toMillis() + " ms" : patience.toSeconds() + " s";
  }
}
