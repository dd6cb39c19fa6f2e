package firsthop.grader.grading;

import static firsthop.grader.course.SampleCourse.LAB01;
import static firsthop.grader.grading.GradingSamples.grade;
import static firsthop.grader.grading.GradingSamples.submission;
import static firsthop.grader.grading.GradingSamples.verdicts;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.SamplePlan.TWO;
import static firsthop.grader.grading.ScriptedSandbox.decided;
import static firsthop.grader.grading.ScriptedSandbox.passAll;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.grading.ScriptedSandbox.EndOfProcess;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.submission.Submission;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The engine goes away in the middle: nobody's marks may show it. */
@Timeout(60)
class OutageTest {
  private final AtomicInteger examinations = new AtomicInteger();
  private final ScriptedSandbox sandbox = new ScriptedSandbox(PLAN);

  @Test
  void what_came_out_while_the_engine_went_away_is_graded_again() throws Exception {
    sandbox.examining(
        (examiner, request, grader) -> {
          if (examinations.incrementAndGet() == 1) {
            sandbox.loseAll();
            grader.say(decided(TWO, Verdict.CRASHED));
            throw new EndOfProcess();
          }
          passAll(request, grader);
        });
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(verdicts(result).values()).containsOnly(Verdict.PASSED, Verdict.MISSING);
    assertThat(result.status()).isEqualTo(SubmissionStatus.GRADED);
  }

  @Test
  void a_compiler_that_died_with_the_engine_is_no_ones_mistake() throws Exception {
    AtomicInteger compilations = new AtomicInteger();
    sandbox.compiling(
        (request, grader) -> {
          if (compilations.incrementAndGet() <= 2) {
            sandbox.loseAll();
            throw new EndOfProcess();
          }
          grader.say(ScriptedSandbox.compiled(request));
        });
    assertThat(verdicts(grade(sandbox, PATIENT)).values())
        .containsOnly(Verdict.PASSED, Verdict.MISSING);
  }

  @Test
  void an_outage_may_come_through_after_what_it_broke() throws Exception {
    sandbox.examining(
        (examiner, request, grader) -> {
          if (examinations.incrementAndGet() <= 2) {
            sandbox.loseAllUnnoticed();
            throw new EndOfProcess();
          }
          passAll(request, grader);
        });
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(verdicts(result).values()).containsOnly(Verdict.PASSED, Verdict.MISSING);
  }

  @Test
  void a_machine_on_which_nothing_works_is_waited_for_once() throws Exception {
    sandbox.examining(
        (examiner, request, grader) -> {
          throw new EndOfProcess();
        });
    try (Grading grading = new Grading(sandbox, 1, 0, PATIENT)) {
      List<Submission> three =
          List.of(submission("a", "a"), submission("b", "b"), submission("c", "c"));
      assertThat(grading.grade(three, List.of(LAB01), result -> {}))
          .allMatch(SubmissionResult::notGraded);
    }
    assertThat(sandbox.waits()).isEqualTo(1);
  }

  @Test
  void an_engine_that_stays_away_is_the_machines_fault() throws Exception {
    sandbox.staysAway();
    sandbox.examining(
        (examiner, request, grader) -> {
          sandbox.loseAll();
          throw new EndOfProcess();
        });
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(result.status()).isEqualTo(SubmissionStatus.NOT_GRADED);
    assertThat(result.notices())
        .anyMatch(notice -> notice.contains("the engine did not come back"));
  }

  @Test
  void an_engine_that_never_lives_long_enough_ends_the_tries() throws Exception {
    sandbox.examining(
        (examiner, request, grader) -> {
          examinations.incrementAndGet();
          sandbox.loseAll();
          throw new EndOfProcess();
        });
    assertThat(grade(sandbox, PATIENT).status()).isEqualTo(SubmissionStatus.NOT_GRADED);
    assertThat(examinations.get()).isLessThan(40);
  }
}
