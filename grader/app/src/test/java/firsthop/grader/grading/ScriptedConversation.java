package firsthop.grader.grading;

import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.Worker;
import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A worker that is played by a thread, as that thread sees it.
 *
 * @param <S> what is said to it
 * @param <R> what it answers
 */
public final class ScriptedConversation<S, R> {
  private final Pipe toWorker = open();
  private final Pipe fromWorker = open();
  private final LastLines errors = new LastLines();
  private final CountDownLatch killed = new CountDownLatch(1);
  private final FrameChannel channel =
      new FrameChannel(
          Channels.newInputStream(toWorker.source()),
          Channels.newOutputStream(fromWorker.sink()),
          Bounds.STANDARD);
  private final Class<S> said;
  private final Class<R> answered;

  /** What a worker does, from its start to its end. */
  interface Part<S, R> {
    void play(ScriptedConversation<S, R> grader) throws Exception;
  }

  private ScriptedConversation(Class<S> said, Class<R> answered) {
    this.said = said;
    this.answered = answered;
  }

  /** Starts a worker; when its part is played its process has ended. */
  static <S, R> Worker<S, R> start(String id, Class<S> said, Class<R> answered, Part<S, R> part) {
    ScriptedConversation<S, R> conversation = new ScriptedConversation<>(said, answered);
    Thread thread = new Thread(() -> conversation.play(part), id);
    thread.setDaemon(true);
    thread.start();
    Worker.Streams streams =
        new Worker.Streams(
            Channels.newInputStream(conversation.fromWorker.source()),
            Channels.newOutputStream(conversation.toWorker.sink()),
            conversation.errors);
    return new Worker<>(id, streams, said, answered, conversation::kill);
  }

  /** Waits for the next word; null when there is none to come. */
  public @Nullable S hear() throws IOException {
    return channel.receive(said);
  }

  /** Says a word to the grader. */
  public void say(R answer) throws IOException {
    channel.send(answer, answered);
  }

  void writeError(String text) {
    errors.add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Says nothing more until the grader loses patience. */
  void hang() throws InterruptedException {
    killed.await();
  }

  private void play(Part<S, R> part) {
    try {
      part.play(this);
    } catch (IOException hungUp) {
      // The grader has ended this worker.
    } catch (Exception inTheTest) {
      throw new IllegalStateException(inTheTest);
    } finally {
      errors.end();
      closeQuietly();
    }
  }

  private void kill() {
    killed.countDown();
    closeQuietly();
  }

  private void closeQuietly() {
    try {
      channel.close();
    } catch (IOException closed) {
      // It was closed from the other side.
    }
  }

  private static Pipe open() {
    try {
      return Pipe.open();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
