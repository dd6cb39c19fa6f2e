package firsthop.grader.grading;

import static firsthop.grader.grading.GradingSamples.grade;
import static firsthop.grader.grading.GradingSamples.test;
import static firsthop.grader.grading.GradingSamples.verdicts;
import static firsthop.grader.grading.SamplePlan.IMPATIENT;
import static firsthop.grader.grading.SamplePlan.ONE;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.SamplePlan.THREE;
import static firsthop.grader.grading.SamplePlan.TWO;
import static firsthop.grader.grading.ScriptedSandbox.decided;
import static firsthop.grader.grading.ScriptedSandbox.passAll;
import static firsthop.grader.grading.ScriptedSandbox.saysAnywhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.control.FromExaminer.Broken;
import firsthop.grader.control.FromExaminer.Finished;
import firsthop.grader.control.Verdict;
import firsthop.grader.grading.ScriptedSandbox.EndOfProcess;
import firsthop.grader.grading.ScriptedSandbox.Examination;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.sandbox.MachineFaultException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultsTest {
  private static final String CANARY = "solution of";

  /** Decides the first test that is left, then ends; but the reference passes. */
  private static final Examination ENDS_AFTER_ONE =
      (examiner, request, grader) -> {
        if (saysAnywhere(request, CANARY)) {
          passAll(request, grader);
        } else {
          grader.say(decided(request.tests().get(0), Verdict.PASSED));
          throw new EndOfProcess();
        }
      };

  @Test
  void what_was_decided_before_a_crash_stands_and_the_rest_goes_on_on_a_fresh_bench()
      throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  if (examiner == 1) {
                    grader.say(decided(ONE, Verdict.FAILED));
                    throw new EndOfProcess();
                  }
                  assertThat(request.tests()).containsExactly(TWO, THREE);
                  passAll(request, grader);
                });
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(verdicts(result)).containsEntry(ONE, Verdict.FAILED);
    assertThat(result.score()).isEqualTo(8);
    assertThat(result.status()).isEqualTo(SubmissionStatus.GRADED);
    assertThat(result.notices()).containsExactly("arrived");
  }

  @Test
  void a_submission_that_breaks_two_benches_where_the_reference_passes_broke_the_bench()
      throws Exception {
    SubmissionResult result = grade(new ScriptedSandbox(PLAN).examining(ENDS_AFTER_ONE), PATIENT);
    assertThat(result.status()).isEqualTo(SubmissionStatus.BROKE_THE_BENCH);
    assertThat(result.score()).as("what it earned").isEqualTo(8);
    assertThat(test(result, THREE).verdict()).isEqualTo(Verdict.CRASHED);
    assertThat(result.notices())
        .contains(
            "lab01: the submission broke the bench twice: the examiner's process ended; the"
                + " points that it earned before are kept");
  }

  @Test
  void a_submission_on_whose_benches_the_reference_fails_too_is_not_graded() throws Exception {
    Examination endsAlways =
        (examiner, request, grader) -> {
          if (saysAnywhere(request, CANARY)) {
            grader.say(decided(request.tests().get(0), Verdict.FAILED));
            grader.say(new Finished(List.of()));
          }
          throw new EndOfProcess();
        };
    SubmissionResult result = grade(new ScriptedSandbox(PLAN).examining(endsAlways), PATIENT);
    assertThat(result.status()).isEqualTo(SubmissionStatus.NOT_GRADED);
    assertThat(verdicts(result))
        .containsEntry(ONE, Verdict.NOT_GRADED)
        .containsEntry(THREE, Verdict.NOT_GRADED);
    assertThat(result.notices())
        .contains(
            "lab01: not graded: the reference solution does not pass 1.1 one on this machine"
                + " either");
  }

  @Test
  void what_was_earned_before_the_machine_failed_is_no_mark_but_kept() throws Exception {
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN).startingOnly(1).examining(ENDS_AFTER_ONE);
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(result.status()).isEqualTo(SubmissionStatus.NOT_GRADED);
    assertThat(verdicts(result))
        .containsEntry(ONE, Verdict.PASSED)
        .containsEntry(TWO, Verdict.NOT_GRADED);
    assertThat(result.notices()).contains("lab01: not graded: no examiner starts any more");
  }

  @Test
  void a_sandbox_that_starts_nothing_at_all_is_a_fault_at_once() {
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN).startingOnly(1);
    sandbox.examiners.set(1);
    assertThatExceptionOfType(MachineFaultException.class)
        .isThrownBy(() -> new Grading(sandbox, 1, 0, PATIENT))
        .withMessage("no examiner starts any more");
  }

  @Test
  void an_examiner_that_says_it_cannot_go_on_is_a_fault() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  if (saysAnywhere(request, CANARY)) {
                    passAll(request, grader);
                  } else {
                    grader.say(new Broken("no candidate connected"));
                  }
                });
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(result.status()).isEqualTo(SubmissionStatus.BROKE_THE_BENCH);
    assertThat(test(result, ONE).message()).contains("no candidate connected");
  }

  @Test
  void silence_is_a_fault_within_the_deadline() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  if (examiner == 1) {
                    grader.hang();
                  }
                  passAll(request, grader);
                });
    long start = System.nanoTime();
    SubmissionResult result = grade(sandbox, IMPATIENT);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(result.score()).isEqualTo(12);
    assertThat(result.status()).isEqualTo(SubmissionStatus.GRADED);
    assertThat(took).isGreaterThan(IMPATIENT.silence()).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void an_examiner_that_speaks_without_end_meets_the_hard_deadline() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  while (examiner == 1) {
                    grader.say(decided(ONE, Verdict.PASSED));
                  }
                  passAll(request, grader);
                });
    SubmissionResult result = grade(sandbox, IMPATIENT);
    assertThat(result.score()).isEqualTo(12);
    assertThat(sandbox.examiners).hasValue(2);
  }

  @Test
  void the_last_words_of_an_examiner_are_in_the_message() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  grader.writeError("java.lang.OutOfMemoryError: Java heap space\n");
                  throw new EndOfProcess();
                });
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(test(result, ONE).message())
        .contains("the examiner's process ended", "OutOfMemoryError: Java heap space");
  }
}
