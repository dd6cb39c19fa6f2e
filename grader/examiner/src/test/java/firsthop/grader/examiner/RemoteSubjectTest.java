package firsthop.grader.examiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.examiner.vault.Absent;
import firsthop.grader.examiner.vault.Fussy;
import firsthop.grader.examiner.vault.Vault;
import firsthop.grader.examiner.vault.Vault.Everything;
import firsthop.grader.examiner.vault.Vault.Jump;
import firsthop.grader.examiner.vault.Vault.Pair;
import firsthop.grader.examiner.vault.Vault.Side;
import firsthop.grader.examiner.vault.Vault.Step;
import firsthop.grader.wire.ToCandidate;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of a contract that has every type, through a real agent. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RemoteSubjectTest {
  private static final ToCandidate.Classes CLASSES = VaultClasses.bytes();

  private LinkedCandidate candidate;
  private TestRun run;
  private Vault vault;

  @BeforeEach
  void start() throws IOException {
    candidate = LinkedCandidate.withAgent(CLASSES);
    run = LinkedCandidate.run();
    vault = candidate.vault(run);
  }

  @AfterEach
  void end() throws IOException {
    candidate.close();
  }

  @Test
  void every_type_goes_there_and_back() {
    Everything full =
        new Everything(
            true,
            (byte) -1,
            Short.MIN_VALUE,
            '\uD800',
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            -0f,
            Double.MIN_VALUE,
            false,
            (byte) 2,
            (short) 3,
            'c',
            4,
            5L,
            6f,
            7d,
            "\0Latin é, 한국어, \uD83D\uDE00 and a lone \uDC00",
            new byte[] {0, -128, 127},
            Side.LEFT,
            new Pair(1, 2),
            List.of(new Step(Side.RIGHT), new Jump(new Pair(3, 4), new byte[] {5})),
            Set.of(new Pair(6, 7)),
            Map.of("full", Optional.of(List.of(new byte[] {8})), "empty", Optional.empty()),
            Optional.of(Side.RIGHT));
    assertThat(vault.echo(full)).usingRecursiveComparison().isEqualTo(full);
  }

  @Test
  void null_goes_there_and_back_wherever_a_type_has_it() {
    Everything bare =
        new Everything(
            false, (byte) 0, (short) 0, '\0', 0, 0, 0, 0, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null);
    assertThat(vault.echo(bare)).isEqualTo(bare);
    assertThat(vault.echo(null)).isNull();
  }

  @Test
  void a_null_of_which_the_contract_says_nothing_fails_the_test() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> vault.next((String) null))
        .withMessage("next(null) returned null");
  }

  @Test
  void every_type_can_be_parameter_and_result() {
    assertThat(vault.not(false)).isTrue();
    assertThat(vault.next((byte) 127)).isEqualTo((byte) -128);
    assertThat(vault.next((short) 1)).isEqualTo((short) 2);
    assertThat(vault.next('a')).isEqualTo('b');
    assertThat(vault.next(1)).isEqualTo(2);
    assertThat(vault.next(1L)).isEqualTo(2L);
    assertThat(vault.next(1f)).isEqualTo(2f);
    assertThat(vault.next(1d)).isEqualTo(2d);
    assertThat(vault.next("a")).isEqualTo("a+");
    assertThat(vault.next(new byte[] {1})).isEqualTo(new byte[] {2});
    assertThat(vault.next(Side.LEFT)).isSameAs(Side.RIGHT);
    assertThat(vault.next(new Jump(null, null))).isEqualTo(new Step(Side.LEFT));
    assertThat(vault.next(new Step(Side.RIGHT)))
        .usingRecursiveComparison()
        .isEqualTo(new Jump(new Pair(1, 2), new byte[] {1}));
    assertThat(vault.next(Optional.of("a"))).contains("a+");
    assertThat(vault.next(Optional.empty())).isEmpty();
    assertThat(vault.lengths(List.of("b", "ccc"))).isEqualTo(Map.of("b", 1, "ccc", 3));
    assertThat(vault.distinct(List.of("b", "a", "b"))).containsExactly("b", "a");
    assertThat(vault.pairs()).containsExactly(new Pair(1, 2));
  }

  @Test
  void a_subject_keeps_its_state_from_call_to_call_and_shares_it_with_no_other() throws Exception {
    vault.put("one");
    vault.put("two");
    assertThat(vault.stored()).containsExactly("one", "two");
    assertThat(candidate.vault(run).stored()).isEmpty();
  }

  @Test
  void what_the_contract_does_not_declare_is_answered_without_the_candidate() throws Exception {
    Vault other = candidate.vault(run);
    candidate.link.close();
    assertThat(vault).isEqualTo(vault).isNotEqualTo(other).hasToString("MyVault");
    assertThat(vault.hashCode()).isNotEqualTo(other.hashCode());
  }

  @Test
  void a_hundred_thousand_short_texts_pass_in_both_directions() {
    assertThat(vault.texts(100_000)).hasSize(100_000).endsWith("short text");
    List<String> texts = IntStream.range(0, 100_000).mapToObj(i -> "text " + i).toList();
    assertThat(vault.distinct(texts)).hasSize(100_000);
  }

  @Test
  void eight_megabytes_pass_in_both_directions() {
    byte[] sent = new byte[8_000_000];
    sent[7_999_999] = 9;
    byte[] received = vault.next(sent);
    sent[0]++;
    assertThat(Arrays.equals(received, sent)).isTrue();
  }

  @Test
  void an_answer_at_the_bound_passes_and_one_beyond_it_fails_the_test_with_a_reason() {
    int longest = (16 << 20) - 1_024 - 5;
    assertThat(vault.bytes(longest)).hasSize(longest);
    assertThatThrownBy(() -> vault.bytes(longest + 1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("bytes returned a value that the contract does not allow")
        .hasMessageContaining("more than 16776192 bytes");
    assertThat(vault.text(1 << 20)).hasSize(1 << 20);
    assertThatThrownBy(() -> vault.text((1 << 20) + 1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the limit is 1048576");
    assertThat(vault.texts(999_999)).hasSize(999_999);
    assertThatThrownBy(() -> vault.texts(1_000_000))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("more than 1000000 values");
    assertThat(candidate.link.lost()).isFalse();
  }

  @Test
  void an_argument_at_the_bound_passes_and_one_beyond_it_is_the_tests_own_error() {
    byte[] longest = new byte[(16 << 20) - 1_024 - 5];
    assertThat(vault.next(longest)).hasSameSizeAs(longest);
    assertThatThrownBy(() -> vault.next(new byte[longest.length + 1]))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("cannot be sent");
    assertThatThrownBy(() -> vault.lengths(Collections.nCopies(1_000_000, "")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("cannot be sent");
    assertThat(vault.next(1)).isEqualTo(2);
  }

  @Test
  void an_answer_of_other_types_fails_the_test_with_a_reason() {
    assertThatThrownBy(() -> vault.wrongElements())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "wrongElements(): wrongElements returned a value that the contract does not allow:"
                + " expected String, got Integer");
  }

  @Test
  void a_class_that_cannot_be_made_fails_the_test_with_a_reason() {
    assertThatThrownBy(() -> candidate.subject(Absent.class, run))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("there is no class")
        .hasMessageContaining("MyAbsent");
  }

  @Test
  void a_constructors_exception_is_never_taken_for_one_that_a_test_expects() {
    assertThatThrownBy(() -> candidate.subject(Fussy.class, run))
        .isInstanceOf(CandidateThrew.class)
        .hasMessage("new MyFussy() threw java.lang.IllegalArgumentException: fussy");
  }

  @Test
  void releasing_closes_the_subject_and_has_it_forgotten() throws Exception {
    Vault other = candidate.vault(run);
    RemoteSubject.release(vault);
    assertThat(other.closed()).isTrue();
    assertThatThrownBy(() -> vault.next(1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("there is no subject");
  }

  @Test
  void many_threads_may_call_at_a_time() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(16);
    try {
      List<Callable<Integer>> calls =
          IntStream.range(0, 500).<Callable<Integer>>mapToObj(i -> () -> vault.next(i)).toList();
      List<Future<Integer>> results = executor.invokeAll(calls, 30, TimeUnit.SECONDS);
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(i + 1);
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
