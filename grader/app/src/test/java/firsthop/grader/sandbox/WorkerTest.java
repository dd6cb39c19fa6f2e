package firsthop.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.control.Compilation.Request;
import firsthop.grader.control.Compilation.Result;
import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FrameChannel;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Result ANSWER = new Result(true, Map.of(), List.of());

  private final LastLines errors = new LastLines();
  private final AtomicInteger kills = new AtomicInteger();
  private Pipe toWorker;
  private Pipe fromWorker;
  private Worker<Request, Result> worker;

  @BeforeEach
  void start() throws Exception {
    toWorker = Pipe.open();
    fromWorker = Pipe.open();
    worker =
        new Worker<>(
            "7",
            new Worker.Streams(
                Channels.newInputStream(fromWorker.source()),
                Channels.newOutputStream(toWorker.sink()),
                errors),
            Request.class,
            Result.class,
            kills::incrementAndGet);
  }

  @AfterEach
  void end() throws Exception {
    worker.close();
    toWorker.source().close();
    fromWorker.sink().close();
  }

  @Test
  void what_is_said_arrives_and_what_is_answered_comes_back() throws Exception {
    FrameChannel process = process();
    Request request = new Request(Map.of("a", "b"), Map.of());
    worker.send(request, LONG);
    assertThat(process.receive(Request.class).sources()).isEqualTo(request.sources());
    process.send(ANSWER, Result.class);
    assertThat(worker.receive(LONG)).contains(ANSWER);
  }

  @Test
  void silence_ends_the_wait() {
    assertThatExceptionOfType(SilentWorkerException.class)
        .isThrownBy(() -> worker.receive(SHORT))
        .withMessage("worker 7 sent nothing for 200 ms");
  }

  @Test
  void a_process_that_takes_nothing_ends_the_wait_too() {
    Request large = new Request(Map.of("a", "x".repeat(1 << 20)), Map.of());
    assertThatExceptionOfType(SilentWorkerException.class)
        .isThrownBy(() -> worker.send(large, SHORT))
        .withMessage("worker 7 did not read its input for 200 ms");
  }

  @Test
  void the_end_of_the_process_is_heard_as_often_as_one_asks() throws Exception {
    process().send(ANSWER, Result.class);
    errors.add("killed\n".getBytes(StandardCharsets.UTF_8));
    errors.end();
    fromWorker.sink().close();
    assertThat(worker.receive(LONG)).contains(ANSWER);
    assertThat(worker.receive(LONG)).isEmpty();
    assertThat(worker.receive(LONG)).isEmpty();
    assertThat(worker.exitDetails()).isEqualTo("; it wrote:\nkilled");
  }

  @Test
  void what_is_no_frame_is_the_end_and_is_told() throws Exception {
    errors.end();
    fromWorker.sink().write(ByteBuffer.wrap("Terminating".getBytes(StandardCharsets.US_ASCII)));
    assertThat(worker.receive(LONG)).isEmpty();
    assertThat(worker.exitDetails()).startsWith(" (").contains("a frame of").endsWith(")");
  }

  @Test
  void speaking_to_an_ended_process_says_what_it_wrote() throws Exception {
    toWorker.source().close();
    errors.add("Error: Could not find or load main class X\n".getBytes(StandardCharsets.UTF_8));
    errors.end();
    assertThatExceptionOfType(MachineFaultException.class)
        .isThrownBy(() -> worker.send(new Request(Map.of(), Map.of()), LONG))
        .withMessageStartingWith("cannot send to worker 7: ")
        .withMessageEndingWith("; it wrote:\nError: Could not find or load main class X");
  }

  @Test
  void an_interrupted_wait_is_no_silence() {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(MachineFaultException.class)
        .isThrownBy(() -> worker.receive(LONG))
        .isNotInstanceOf(SilentWorkerException.class)
        .withMessageStartingWith("the wait for worker 7 was interrupted");
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
  }

  @Test
  void closing_ends_the_process() {
    worker.close();
    assertThat(kills).hasValue(1);
  }

  private FrameChannel process() {
    return new FrameChannel(
        Channels.newInputStream(toWorker.source()),
        Channels.newOutputStream(fromWorker.sink()),
        Bounds.STANDARD);
  }
}
