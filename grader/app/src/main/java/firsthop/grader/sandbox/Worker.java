package firsthop.grader.sandbox;

import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A trusted process, examiner or compiler, that is spoken to over its standard streams.
 *
 * @param <S> what is said to it
 * @param <R> what it answers
 */
public final class Worker<S, R> implements AutoCloseable {
  private final String id;
  private final FrameChannel channel;
  private final Class<S> said;
  private final Runnable kill;
  private final BlockingQueue<Optional<R>> heard = new LinkedBlockingQueue<>();

  /**
   * Take over the streams of a process.
   *
   * @param id the sandbox's name for the process
   * @param kill ends the process and waits until it is gone; may run twice
   */
  public Worker(
      String id,
      InputStream fromWorker,
      OutputStream toWorker,
      Class<S> said,
      Class<R> answered,
      Runnable kill) {
    this.id = id;
    this.channel = new FrameChannel(fromWorker, toWorker, Bounds.STANDARD);
    this.said = said;
    this.kill = kill;
    Thread listener = new Thread(() -> listen(answered), "worker-" + id);
    listener.setDaemon(true);
    listener.start();
  }

  /** Return the sandbox's name for the process. */
  public String id() {
    return id;
  }

  /** Say something. */
  public void send(S message) throws MachineFaultException {
    try {
      channel.send(message, said);
    } catch (IOException broken) {
      throw new MachineFaultException("cannot speak to worker " + id, broken);
    }
  }

  /**
   * Wait for the next answer.
   *
   * @return empty when the process has ended
   * @throws MachineFaultException when nothing comes in time
   */
  public Optional<R> receive(Duration patience) throws MachineFaultException {
    try {
      Optional<R> answer = heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) {
        throw new MachineFaultException(
            "worker " + id + " said nothing for " + patience.toSeconds() + " s");
      }
      if (answer.isEmpty()) {
        heard.add(answer);
      }
      return answer;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new MachineFaultException("the wait for worker " + id + " was ended", ended);
    }
  }

  /** End the process. */
  @Override
  public void close() {
    kill.run();
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
    } catch (IOException broken) {
      // A broken stream and an ended one are the same to who waits.
    } finally {
      heard.add(Optional.empty());
    }
  }
}
