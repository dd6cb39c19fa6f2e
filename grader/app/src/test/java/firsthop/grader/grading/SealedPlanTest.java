package firsthop.grader.grading;

import static firsthop.grader.course.SampleCourse.LAB01;
import static firsthop.grader.grading.GradingSamples.grade;
import static firsthop.grader.grading.GradingSamples.verdicts;
import static firsthop.grader.grading.SamplePlan.ECHO;
import static firsthop.grader.grading.SamplePlan.MASK;
import static firsthop.grader.grading.SamplePlan.ONE;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.SamplePlan.THREE;
import static firsthop.grader.grading.SamplePlan.TWO;
import static firsthop.grader.grading.ScriptedSandbox.decided;
import static firsthop.grader.grading.ScriptedSandbox.passAll;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer.Finished;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SealedPlanTest {

  @Test
  void every_test_of_the_plan_has_a_verdict_and_counts_in_the_total() throws Exception {
    SubmissionResult result = grade(new ScriptedSandbox(PLAN), PATIENT);
    assertThat(verdicts(result))
        .isEqualTo(
            Map.of(
                ONE, Verdict.PASSED,
                TWO, Verdict.PASSED,
                THREE, Verdict.PASSED,
                MASK, Verdict.MISSING));
    assertThat(result.score()).isEqualTo(12);
    assertThat(result.max()).isEqualTo(16);
  }

  @Test
  void a_test_without_a_verdict_is_never_a_smaller_total() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  grader.say(decided(request.tests().get(0), Verdict.PASSED));
                  grader.say(new Finished(List.of()));
                });
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(result.max()).isEqualTo(16);
    assertThat(verdicts(result))
        .as("each of two tries decided one; the canary's verdict is not the submission's")
        .isEqualTo(
            Map.of(
                ONE, Verdict.PASSED,
                TWO, Verdict.PASSED,
                THREE, Verdict.CRASHED,
                MASK, Verdict.MISSING));
    assertThat(result.status()).isEqualTo(SubmissionStatus.BROKE_THE_BENCH);
  }

  @Test
  void a_verdict_on_a_test_that_was_not_asked_is_ignored() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  grader.say(decided(MASK, Verdict.PASSED));
                  grader.say(decided(ECHO, Verdict.PASSED));
                  grader.say(decided(new TestKey("1.1", "invented"), Verdict.PASSED));
                  passAll(request, grader);
                });
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(verdicts(result))
        .containsOnlyKeys(ONE, TWO, THREE, MASK)
        .containsEntry(MASK, Verdict.MISSING);
    assertThat(result.score()).isEqualTo(12);
  }

  @Test
  void the_first_verdict_on_a_test_stands() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  grader.say(decided(ONE, Verdict.FAILED));
                  passAll(request, grader);
                });
    assertThat(verdicts(grade(sandbox, PATIENT))).containsEntry(ONE, Verdict.FAILED);
  }

  @Test
  void an_examiner_with_another_plan_examines_nobody() throws Exception {
    ExamPlan easier = new ExamPlan(PLAN.exercises().subList(1, 3));
    ScriptedSandbox sandbox =
        new ScriptedSandbox(examiner -> examiner == 1 ? PLAN : easier)
            .examining(
                (examiner, request, grader) -> {
                  throw new ScriptedSandbox.EndOfProcess();
                });
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(result.status()).isEqualTo(SubmissionStatus.NOT_GRADED);
    assertThat(result.notices())
        .contains(
            "lab01: not graded: the examiner of bench 1 has different tests from the plan of this"
                + " run");
  }

  @Test
  void one_examiner_with_another_plan_is_replaced() throws Exception {
    ExamPlan easier = new ExamPlan(PLAN.exercises().subList(1, 3));
    ScriptedSandbox sandbox = new ScriptedSandbox(examiner -> examiner == 2 ? easier : PLAN);
    try (BenchSlot slot = new BenchSlot(sandbox, 7, 0, PATIENT);
        BenchSlot other = new BenchSlot(sandbox, 8, 0, PATIENT);
        Compiler compiler = new Compiler(sandbox, PATIENT)) {
      slot.plan();
      LabGrader grader =
          new LabGrader(new LabCompiler(compiler, PATIENT.compilations()), other, PLAN);
      assertThat(grader.grade(LAB01, GradingSamples.submission("kim", "").of("lab01")).score())
          .isEqualTo(12);
    }
    assertThat(sandbox.examiners).hasValue(3);
  }
}
