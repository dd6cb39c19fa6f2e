package firsthop.grader.examiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import firsthop.grader.control.Verdict;
import firsthop.grader.examiner.vault.Vault;
import firsthop.grader.wire.Bounds;
import firsthop.grader.wire.FromCandidate;
import firsthop.grader.wire.ToCandidate;
import firsthop.grader.wire.ValueWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A candidate that does anything but answer what it is asked. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CandidateLinkTest {
  private static final int DEADLINE_SECONDS = 20;

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private LinkedCandidate candidate;
  private TestRun run;
  private Vault vault;

  @BeforeEach
  void start() throws IOException {
    candidate = new LinkedCandidate();
    run = LinkedCandidate.run();
    vault = ScriptedAnswers.vault(candidate, run);
  }

  @AfterEach
  void end() throws IOException {
    candidate.close();
    executor.shutdownNow();
  }

  @Test
  void a_candidate_that_ends_ends_every_wait() throws Exception {
    Future<Integer> one = asking();
    Future<Integer> other = asking();
    candidate.hear();
    candidate.hear();
    candidate.socket.close();
    assertLost(one, "the candidate");
    assertLost(other, "the candidate");
    assertThat(candidate.link.lost()).isTrue();
    assertThat(run.forcedVerdict()).isEqualTo(Verdict.CRASHED);
  }

  @Test
  void a_candidate_that_is_gone_cannot_be_asked() throws Exception {
    ScriptedAnswers.with(candidate, call -> candidate.socket.close());
    assertThatThrownBy(() -> vault.next(1)).isInstanceOf(CandidateLostError.class);
    assertThatThrownBy(() -> vault.next(1))
        .isInstanceOf(CandidateLostError.class)
        .hasMessage("the candidate is gone");
    RemoteSubject.release(vault);
  }

  @Test
  void closing_the_link_ends_the_wait_for_a_candidate_that_hangs() throws Exception {
    Future<Integer> waiting = asking();
    candidate.hear();
    candidate.link.close();
    assertLost(waiting, "the candidate was ended");
  }

  @Test
  void an_interrupt_ends_the_wait_and_an_answer_that_comes_after_it_does_no_harm()
      throws Exception {
    AtomicReference<Throwable> ending = new AtomicReference<>();
    Thread asking = new Thread(() -> ending.set(catchThrowable(() -> vault.next(1))), "asking");
    asking.start();
    int call = ((ToCandidate.Call) candidate.hear()).call();
    asking.interrupt();
    asking.join(TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS));
    assertThat(ending.get())
        .isInstanceOf(CandidateLostError.class)
        .hasMessage("the wait for the candidate was interrupted");
    assertThat(run.forcedVerdict()).as("a certain verdict").isNull();
    candidate.say(returned(call, 0));
    ScriptedAnswers.next(candidate, next -> returned(next, 2));
    assertThat(vault.next(1)).isEqualTo(2);
  }

  @Test
  void the_watchdogs_verdict_stands_over_the_loss_that_it_causes() throws Exception {
    CompletableFuture<TestRun> expiring = new CompletableFuture<>();
    Future<Integer> waiting =
        executor.submit(
            () -> {
              TestRun its = LinkedCandidate.run();
              expiring.complete(its);
              return candidate.vault(its).next(1);
            });
    candidate.say(
        new FromCandidate.Returned(((ToCandidate.Create) candidate.hear()).call(), null, null));
    assertThat(candidate.hear()).isInstanceOf(ToCandidate.Call.class);
    TestRun expired = expiring.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    assertThat(expired.expire()).isTrue();
    candidate.link.close();
    assertLost(waiting, "");
    assertThat(expired.forcedVerdict()).isEqualTo(Verdict.TIMED_OUT);
  }

  @Test
  void answers_may_come_in_any_order() throws Exception {
    Future<Integer> one = executor.submit(() -> vault.next(10));
    ToCandidate.Call first = (ToCandidate.Call) candidate.hear();
    Future<Integer> other = executor.submit(() -> vault.next(20));
    ToCandidate.Call second = (ToCandidate.Call) candidate.hear();
    candidate.say(returned(second.call(), 21));
    assertThat(other.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo(21);
    candidate.say(returned(first.call(), 11));
    assertThat(one.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo(11);
  }

  @Test
  void an_answer_that_nobody_asked_for_ends_the_link() throws Exception {
    Future<Integer> waiting = asking();
    ToCandidate.Call asked = (ToCandidate.Call) candidate.hear();
    candidate.say(returned(asked.call() + 1, 0));
    assertLost(waiting, "the candidate sent an answer without a request");
  }

  @Test
  void an_answer_before_the_question_ends_the_link() throws Exception {
    // The vault's own number is 1, its creation was call 2.
    candidate.say(returned(3, 0));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!candidate.link.lost()) {
      assertThat(System.nanoTime()).as("time to end the link").isLessThan(deadline);
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> vault.next(1)).isInstanceOf(CandidateLostError.class);
  }

  @Test
  void a_second_answer_to_one_question_ends_the_link() throws Exception {
    ScriptedAnswers.with(
        candidate,
        call -> {
          candidate.say(returned(call, 2));
          candidate.say(returned(call, 3));
        });
    assertThat(vault.next(1)).isEqualTo(2);
    assertThatThrownBy(() -> vault.next(1)).isInstanceOf(CandidateLostError.class);
  }

  @Test
  void garbage_ends_the_link() throws Exception {
    for (byte[] garbage :
        List.of(
            "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
            new byte[] {0, 0, 0, 0},
            new byte[] {0, 0, 0, 1, 0},
            new byte[] {0, 0, 0, 2, 127, 127},
            ByteBuffer.allocate(4).putInt(-1).array(),
            ByteBuffer.allocate(4).putInt((16 << 20) + 1).array())) {
      try (LinkedCandidate hostile = new LinkedCandidate()) {
        Vault its = ScriptedAnswers.vault(hostile, LinkedCandidate.run());
        ScriptedAnswers.with(hostile, call -> hostile.sayBytes(garbage));
        assertThatThrownBy(() -> its.next(1))
            .isInstanceOf(CandidateLostError.class)
            .hasMessageStartingWith("the candidate's answer could not be read: ");
      }
    }
  }

  @Test
  void an_examiners_own_message_is_no_answer() throws Exception {
    byte[] drop = ValueWriter.encode(new ToCandidate.Drop(1), ToCandidate.class, Bounds.STANDARD);
    ScriptedAnswers.with(candidate, call -> candidate.sayBytes(framed(drop)));
    assertThatThrownBy(() -> vault.next(1))
        .isInstanceOf(CandidateLostError.class)
        .hasMessageContaining("no variant of FromCandidate has that name");
  }

  @Test
  void a_frame_that_trickles_and_ends_is_an_answer() throws Exception {
    ScriptedAnswers.with(
        candidate,
        call -> {
          byte[] answer =
              ValueWriter.encode(returned(call, 2), FromCandidate.class, Bounds.STANDARD);
          for (byte one : framed(answer)) {
            candidate.sayBytes(new byte[] {one});
          }
        });
    assertThat(vault.next(1)).isEqualTo(2);
  }

  @Test
  void a_frame_that_never_ends_ends_with_the_link() throws Exception {
    Future<Integer> waiting = asking();
    candidate.hear();
    candidate.sayBytes(new byte[] {0, 1});
    candidate.link.close();
    assertLost(waiting, "the candidate was ended");
  }

  @Test
  void a_candidate_that_never_reads_holds_up_nobody_once_the_link_is_closed() throws Exception {
    byte[] large = new byte[8_000_000];
    Future<byte[]> first = executor.submit(() -> vault.next(large));
    Future<byte[]> second = executor.submit(() -> vault.next(large));
    Future<Integer> third = asking();
    candidate.link.close();
    assertLost(first, "");
    assertLost(second, "");
    assertLost(third, "");
    RemoteSubject.release(vault);
  }

  @Test
  void a_candidate_that_reads_again_late_is_served() throws Exception {
    byte[] large = new byte[8_000_000];
    Future<byte[]> waiting = executor.submit(() -> vault.next(large));
    ToCandidate.Call asked = (ToCandidate.Call) candidate.hear();
    byte[] value = ValueWriter.encode(new byte[] {1}, byte[].class, Bounds.STANDARD);
    candidate.say(new FromCandidate.Returned(asked.call(), value, null));
    assertThat(waiting.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo(new byte[] {1});
  }

  @Test
  void a_value_that_is_none_of_the_contracts_fails_the_test_and_is_no_io_exception() {
    ScriptedAnswers.next(
        candidate, call -> new FromCandidate.Returned(call, new byte[] {99}, null));
    assertThatThrownBy(() -> vault.failWithIo("x"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected int, got unknown tag 99");
    ScriptedAnswers.next(candidate, call -> new FromCandidate.Returned(call, null, null));
    assertThatThrownBy(() -> vault.failWithIo("x"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("failWithIo(\"x\") was answered without a value");
  }

  @Test
  void a_value_for_void_is_nothing() {
    ScriptedAnswers.next(
        candidate, call -> new FromCandidate.Returned(call, new byte[] {99}, null));
    vault.put("x");
  }

  @Test
  void a_value_that_takes_for_ever_to_read_is_given_up_with_the_link() throws Exception {
    Future<?> reading = executor.submit(() -> vault.pairs());
    ToCandidate.Call asked = (ToCandidate.Call) candidate.hear();
    candidate.say(new FromCandidate.Returned(asked.call(), colliding(200_000), null));
    ScriptedAnswers.next(candidate, call -> returned(call, 2));
    assertThat(vault.next(1)).as("the large answer has been taken by now").isEqualTo(2);
    candidate.link.close();
    assertThatThrownBy(() -> reading.get(DEADLINE_SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(AssertionError.class)
        .hasMessageContaining("the read was cancelled");
  }

  @Test
  void a_link_leaves_no_thread_behind() throws Exception {
    candidate.close();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("candidate-answers"))) {
      assertThat(System.nanoTime()).as("time to end").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /** Pairs of one hash: x * 31 + y is 0 for each. */
  private static byte[] colliding(int count) {
    // A set's tag and count, then for each a record of two ints: 1 + 4, and 1 + 4 + 2 * (1 + 4).
    ByteBuffer bytes = ByteBuffer.allocate(5 + 15 * count);
    bytes.put((byte) 16).putInt(count);
    for (int x = 0; x < count; x++) {
      bytes.put((byte) 14).putInt(2).put((byte) 6).putInt(x).put((byte) 6).putInt(-31 * x);
    }
    return bytes.array();
  }

  private Future<Integer> asking() {
    Callable<Integer> call = () -> vault.next(1);
    return executor.submit(call);
  }

  private static FromCandidate returned(int call, int value) {
    return new FromCandidate.Returned(
        call, ByteBuffer.allocate(5).put((byte) 6).putInt(value).array(), null);
  }

  private static byte[] framed(byte[] payload) {
    return ByteBuffer.allocate(4 + payload.length).putInt(payload.length).put(payload).array();
  }

  private static void assertLost(Future<?> waiting, String message) {
    assertThatThrownBy(() -> waiting.get(DEADLINE_SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(CandidateLostError.class)
        .hasMessageContaining(message);
  }
}
