package firsthop.grader.examiner;

import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import firsthop.grader.wire.FromCandidate;
import firsthop.grader.wire.ToCandidate;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * The connection to one candidate. Any thread may send requests; the link's own thread receives the
 * answers. An answer without a request, or one that cannot be read, ends the link. The link has no
 * time limits: closing it ends every wait.
 */
final class CandidateLink implements Closeable {
  private final Socket socket;
  private final FrameChannel channel;
  private final Map<Integer, CompletableFuture<FromCandidate>> pending = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicBoolean lost = new AtomicBoolean();

  CandidateLink(Socket socket) throws IOException {
    this.socket = socket;
    this.channel =
        new FrameChannel(socket.getInputStream(), socket.getOutputStream(), Bounds.STANDARD);
    Thread reader = new Thread(this::takeAnswers, "candidate-answers");
    reader.setDaemon(true);
    reader.start();
  }

  /** Returns a new number, for a call or a subject. */
  int number() {
    return numbers.incrementAndGet();
  }

  /** Sends a message that has no answer. */
  void send(ToCandidate message) {
    try {
      channel.send(message, ToCandidate.class);
    } catch (IOException gone) {
      markLost("the connection to the candidate broke");
    }
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param request creates the message from the number of the call
   * @throws CandidateLostError when the link ends before the answer comes
   */
  FromCandidate ask(IntFunction<ToCandidate> request) {
    int call = number();
    CompletableFuture<FromCandidate> answer = new CompletableFuture<>();
    pending.put(call, answer);
    if (!lost()) {
      send(request.apply(call));
    }
    if (lost()) {
      answer.completeExceptionally(new CandidateLostError("the candidate is gone"));
    }
    try {
      return answer.get();
    } catch (ExecutionException gone) {
      throw new CandidateLostError(String.valueOf(gone.getCause().getMessage()));
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new CandidateLostError("the wait for the candidate was interrupted");
    }
  }

  /** Returns whether the candidate can no longer answer. */
  boolean lost() {
    return lost.get();
  }

  @Override
  public void close() {
    markLost("the candidate was ended");
  }

  private void takeAnswers() {
    try {
      FromCandidate answer = channel.receive(FromCandidate.class);
      while (answer != null) {
        CompletableFuture<FromCandidate> waiting = pending.remove(answer.call());
        if (waiting == null) {
          markLost("the candidate sent an answer without a request");
          return;
        }
        waiting.complete(answer);
        answer = channel.receive(FromCandidate.class);
      }
      markLost("the candidate's process ended");
    } catch (IOException | RuntimeException | Error broken) {
      // Errors too: if an answer uses up the memory, no thread may wait forever.
      markLost("the candidate's answer could not be read: " + broken.getMessage());
    }
  }

  private void markLost(String why) {
    if (lost.compareAndSet(false, true)) {
      pending
          .values()
          .forEach(waiting -> waiting.completeExceptionally(new CandidateLostError(why)));
      try {
        socket.close();
      } catch (IOException closed) {
        // Nothing is left to close.
      }
    }
  }
}
