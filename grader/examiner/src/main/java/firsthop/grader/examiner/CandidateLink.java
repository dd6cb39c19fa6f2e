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
 * The connection to one candidate. Any thread may ask; a thread of the link's own takes the
 * answers. An answer that nobody asked for, or that is none, ends the link: a candidate only
 * answers questions. The link has no clock: who closes it ends every wait.
 */
final class CandidateLink implements Closeable {
  private final Socket socket;
  private final FrameChannel channel;
  private final Map<Integer, CompletableFuture<FromCandidate>> asked = new ConcurrentHashMap<>();
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

  /** Sends what is not answered. */
  void tell(ToCandidate message) {
    try {
      channel.send(message, ToCandidate.class);
    } catch (IOException gone) {
      lose("the connection to the candidate broke");
    }
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param request makes the message from the number of the call
   * @throws CandidateLostError when the link ends before the answer comes
   */
  FromCandidate ask(IntFunction<ToCandidate> request) {
    int call = number();
    CompletableFuture<FromCandidate> answer = new CompletableFuture<>();
    asked.put(call, answer);
    if (!lost()) {
      tell(request.apply(call));
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
      throw new CandidateLostError("the wait for the candidate was ended");
    }
  }

  /** Tells whether the candidate can no longer be asked. */
  boolean lost() {
    return lost.get();
  }

  @Override
  public void close() {
    lose("the candidate was ended");
  }

  private void takeAnswers() {
    try {
      FromCandidate answer = channel.receive(FromCandidate.class);
      while (answer != null) {
        CompletableFuture<FromCandidate> waiting = asked.remove(answer.call());
        if (waiting == null) {
          lose("the candidate answered what nobody asked");
          return;
        }
        waiting.complete(answer);
        answer = channel.receive(FromCandidate.class);
      }
      lose("the candidate's process ended");
    } catch (IOException | RuntimeException | Error broken) {
      // Errors too: memory that an answer used up must not leave anyone waiting.
      lose("the candidate's answers broke off: " + broken.getMessage());
    }
  }

  private void lose(String why) {
    if (lost.compareAndSet(false, true)) {
      asked.values().forEach(waiting -> waiting.completeExceptionally(new CandidateLostError(why)));
      try {
        socket.close();
      } catch (IOException closed) {
        // Nothing is left to close.
      }
    }
  }
}
