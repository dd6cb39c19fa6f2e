package firsthop.grader.examiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import firsthop.grader.control.Verdict;
import firsthop.grader.examiner.vault.Vault;
import firsthop.grader.examiner.vault.VaultException;
import firsthop.grader.examiner.vault.VaultLockedException;
import firsthop.grader.wire.ThrownData;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of failure, as a hidden test meets it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ContractExceptionsTest {
  private static final String PACKAGE = "firsthop.grader.examiner.vault.";

  private LinkedCandidate candidate;
  private TestRun run;
  private Vault vault;

  @BeforeEach
  void start() throws IOException {
    candidate = LinkedCandidate.withAgent(VaultClasses.bytes());
    run = LinkedCandidate.run();
    vault = candidate.vault(run);
  }

  @AfterEach
  void end() throws IOException {
    candidate.close();
  }

  @Test
  void an_exception_that_the_contract_names_comes_as_it_is() {
    comesAs(IllegalArgumentException.class, () -> vault.fail("named"));
    comesAs(IllegalStateException.class, () -> vault.fail("state"));
    comesAs(VaultLockedException.class, () -> vault.fail("locked"));
    comesAs(VaultException.class, () -> vault.failChecked("named"));
    comesAs(IOException.class, () -> vault.failWithIo("io"));
    comesAs(SocketTimeoutException.class, () -> vault.failWithIo("timeout"));
    comesAs(ConnectException.class, () -> vault.failWithIo("refused"));
    comesAs(VaultException.class, () -> vault.failWithIo("lab"));
  }

  @Test
  void a_subclass_of_what_the_contract_names_counts() {
    comesAs(IllegalArgumentException.class, () -> vault.fail("subclass"));
    comesAs(VaultException.class, () -> vault.failChecked("subclass"));
    comesAs(SocketTimeoutException.class, () -> vault.failWithIo("own timeout"));
    comesAs(IOException.class, () -> vault.failWithIo("file"));
    assertThatThrownBy(() -> vault.fail("jdk subclass"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("For input string: \"x\"");
  }

  @Test
  void an_exception_of_the_lab_that_no_message_makes_comes_as_the_nearest_above_it() {
    assertThatThrownBy(() -> vault.failChecked("alarm"))
        .isExactlyInstanceOf(VaultException.class)
        .hasMessage("level 3");
  }

  @Test
  void no_message_stays_no_message() {
    assertThatThrownBy(() -> vault.fail("no message"))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"above", "beside"})
  void a_checked_exception_that_the_method_does_not_name_is_none_that_a_test_expects(String how) {
    assertThatThrownBy(() -> vault.failChecked(how))
        .isInstanceOf(CandidateThrew.class)
        .hasMessageStartingWith("failChecked(\"" + how + "\") threw java.io.")
        .hasMessageEndingWith("Exception: not named");
    assertThatThrownBy(() -> vault.fail("checked"))
        .isInstanceOf(CandidateThrew.class)
        .hasMessageContaining("java.net.SocketTimeoutException: not named");
  }

  @Test
  void an_error_is_reported_and_never_taken_for_a_failed_assertion() {
    assertThatThrownBy(() -> vault.fail("error"))
        .isInstanceOf(CandidateThrew.class)
        .hasMessageEndingWith("threw java.lang.AssertionError: expected 1 but was 2");
    assertThatThrownBy(() -> vault.fail("overflow"))
        .isInstanceOf(CandidateThrew.class)
        .hasMessageEndingWith("threw java.lang.StackOverflowError");
    assertThat(run.forcedVerdict()).isNull();
  }

  @Test
  void a_students_own_exception_is_reported_with_type_message_and_place() {
    Throwable thrown = catchThrowable(() -> vault.fail("own"));
    assertThat(thrown)
        .isInstanceOf(CandidateThrew.class)
        .hasMessage("fail(\"own\") threw " + PACKAGE + "MyVault$MySurprise: boo");
    ThrownData behind = CandidateThrew.behind(thrown);
    assertThat(behind.types()).startsWith(PACKAGE + "MyVault$MySurprise");
    assertThat(behind.frames()).singleElement().asString().startsWith("MyVault.java:");
  }

  @Test
  void a_message_like_the_examiners_own_changes_no_fate() {
    assertThatThrownBy(() -> vault.fail("lost")).isInstanceOf(CandidateThrew.class);
    assertThat(run.forcedVerdict()).isNull();
    assertThat(candidate.link.lost()).isFalse();
  }

  @Test
  void the_students_exception_is_found_behind_one_that_a_test_did_not_expect() {
    Throwable failure =
        catchThrowable(
            () ->
                assertThatThrownBy(() -> vault.fail("subclass"))
                    .isInstanceOf(IllegalStateException.class));
    assertThat(failure).isInstanceOf(AssertionError.class);
    Throwable thrown = catchThrowable(() -> vault.fail("subclass"));
    assertThat(CandidateThrew.behind(thrown).types()).startsWith(PACKAGE + "MyVault$MyRefusal");
    assertThat(CandidateThrew.behind(new AssertionError(thrown)).frames()).isNotEmpty();
  }

  @Test
  void out_of_memory_ends_the_candidate_and_the_test() throws IOException {
    try (LinkedCandidate hostile = new LinkedCandidate()) {
      TestRun its = LinkedCandidate.run();
      Vault full = ScriptedAnswers.vault(hostile, its);
      ScriptedAnswers.next(
          hostile,
          call ->
              ScriptedAnswers.threw(
                  call, "java.lang.OutOfMemoryError", "java.lang.Error", "java.lang.Throwable"));
      assertThatThrownBy(() -> full.next(1)).isInstanceOf(CandidateThrew.class);
      assertThat(its.forcedVerdict()).isEqualTo(Verdict.CRASHED);
      assertThat(hostile.link.lost()).isTrue();
    }
  }

  @Test
  void an_open_exercise_is_open_whatever_becomes_of_the_test() throws IOException {
    try (LinkedCandidate open = new LinkedCandidate()) {
      TestRun its = LinkedCandidate.run();
      Vault unfinished = ScriptedAnswers.vault(open, its);
      ScriptedAnswers.next(
          open,
          call ->
              ScriptedAnswers.threw(
                  call, "firsthop.kit.Todo", "java.lang.UnsupportedOperationException"));
      assertThatThrownBy(() -> unfinished.next(1)).isInstanceOf(CandidateThrew.class);
      assertThat(its.forcedVerdict()).isEqualTo(Verdict.OPEN);
    }
  }

  private static void comesAs(Class<? extends Throwable> type, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isExactlyInstanceOf(type)
        .hasMessage("said so")
        .satisfies(
            thrown ->
                assertThat(CandidateThrew.behind(thrown).frames())
                    .first()
                    .asString()
                    .startsWith("MyVault.java:"));
  }
}
