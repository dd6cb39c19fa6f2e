package firsthop.grader.grading;

import static firsthop.grader.grading.GradingSamples.grade;
import static firsthop.grader.grading.GradingSamples.verdicts;
import static firsthop.grader.grading.SamplePlan.ONE;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.SamplePlan.THREE;
import static firsthop.grader.grading.SamplePlan.TWO;
import static firsthop.grader.grading.ScriptedSandbox.decided;
import static firsthop.grader.grading.ScriptedSandbox.saysAnywhere;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.FromExaminer.Finished;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.SubmissionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A machine that stalls or kills looks like a submission that hangs or crashes. */
@Timeout(60)
class SecondLookTest {
  private final List<List<TestKey>> asked = new ArrayList<>();
  private final List<Integer> timeOuts = new ArrayList<>();

  @Test
  void what_passes_at_a_second_look_has_passed_and_the_instructor_is_told() throws Exception {
    SubmissionResult result = grade(first(Map.of(TWO, Verdict.TIMED_OUT), Verdict.PASSED), PATIENT);
    assertThat(verdicts(result)).containsEntry(TWO, Verdict.PASSED);
    List<TestKey> exercise = List.of(ONE, TWO, THREE);
    assertThat(asked.subList(1, asked.size()))
        .as("the test, the reference, the exercise twice, the reference")
        .containsExactly(List.of(TWO), exercise, exercise, exercise, exercise);
    assertThat(result.notices())
        .contains(
            "lab01: "
                + TWO
                + " timed out at first and passed when it was run again, so the whole exercise was"
                + " run twice more");
  }

  @Test
  void what_does_not_pass_then_keeps_its_first_verdict() throws Exception {
    SubmissionResult result = grade(first(Map.of(TWO, Verdict.CRASHED), Verdict.FAILED), PATIENT);
    assertThat(verdicts(result)).containsEntry(TWO, Verdict.CRASHED);
    assertThat(result.notices()).noneMatch(notice -> notice.contains("run again"));
  }

  @Test
  void a_failure_gets_no_second_look() throws Exception {
    SubmissionResult result = grade(first(Map.of(TWO, Verdict.FAILED), Verdict.PASSED), PATIENT);
    assertThat(verdicts(result)).containsEntry(TWO, Verdict.FAILED);
    assertThat(asked).hasSize(1);
  }

  @Test
  void an_exercise_that_crashes_in_three_tests_gets_none_either() throws Exception {
    SubmissionResult result =
        grade(
            first(
                Map.of(
                    ONE, Verdict.CRASHED,
                    TWO, Verdict.CRASHED,
                    THREE, Verdict.CRASHED),
                Verdict.PASSED),
            PATIENT);
    assertThat(verdicts(result)).containsEntry(ONE, Verdict.CRASHED);
    assertThat(asked).hasSize(1);
  }

  @Test
  void an_exercise_that_hung_is_asked_again_until_it_hangs_once_more() throws Exception {
    SubmissionResult result =
        grade(
            first(
                Map.of(
                    ONE, Verdict.TIMED_OUT,
                    TWO, Verdict.TIMED_OUT,
                    THREE, Verdict.NOT_RUN),
                Verdict.PASSED),
            PATIENT);
    assertThat(verdicts(result))
        .as("the machine had stalled")
        .containsEntry(ONE, Verdict.PASSED)
        .containsEntry(TWO, Verdict.PASSED)
        .containsEntry(THREE, Verdict.PASSED);
    assertThat(asked.get(1)).isEqualTo(List.of(ONE, TWO, THREE));
    assertThat(timeOuts)
        .as("time-outs that end an exercise, at each look")
        .containsExactly(3, 1, 3, 3, 3, 3);
  }

  /** Its first face answers one test, its second face the other. */
  @Test
  void a_class_with_two_faces_earns_by_one_of_them() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  asked.add(request.tests());
                  boolean isReference = saysAnywhere(request, "solution");
                  boolean isFirst = asked.size() == 1;
                  for (TestKey test : request.tests()) {
                    boolean passes = isReference || test.equals(ONE) == isFirst;
                    grader.say(decided(test, passes ? Verdict.PASSED : Verdict.TIMED_OUT));
                  }
                  grader.say(new Finished(List.of()));
                });
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(verdicts(result))
        .containsEntry(ONE, Verdict.TIMED_OUT)
        .containsEntry(TWO, Verdict.PASSED)
        .containsEntry(THREE, Verdict.PASSED);
  }

  @Test
  void a_test_that_passes_by_chance_has_not_passed() throws Exception {
    List<Verdict> ofTwo =
        List.of(
            Verdict.TIMED_OUT,
            Verdict.PASSED,
            Verdict.PASSED,
            Verdict.PASSED,
            Verdict.TIMED_OUT,
            Verdict.PASSED);
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  asked.add(request.tests());
                  for (TestKey test : request.tests()) {
                    grader.say(
                        decided(
                            test, test.equals(TWO) ? ofTwo.get(asked.size() - 1) : Verdict.PASSED));
                  }
                  grader.say(new Finished(List.of()));
                });
    SubmissionResult result = grade(sandbox, PATIENT);
    assertThat(verdicts(result))
        .containsEntry(ONE, Verdict.PASSED)
        .containsEntry(TWO, Verdict.TIMED_OUT);
    assertThat(result.notices())
        .contains(
            "lab01: "
                + TWO
                + " is unstable: it passed in one of these two runs and timed out in the other, so"
                + " it has not passed");
  }

  @Test
  void what_was_not_run_at_first_gets_the_verdict_of_the_second_look() throws Exception {
    SubmissionResult result =
        grade(
            first(Map.of(ONE, Verdict.TIMED_OUT, THREE, Verdict.NOT_RUN), Verdict.FAILED), PATIENT);
    assertThat(verdicts(result))
        .containsEntry(ONE, Verdict.TIMED_OUT)
        .containsEntry(THREE, Verdict.FAILED);
  }

  @Test
  void where_the_reference_does_not_pass_either_a_crash_was_the_machines() throws Exception {
    ScriptedSandbox dying =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  asked.add(request.tests());
                  if (asked.size() > 1) {
                    throw new ScriptedSandbox.EndOfProcess();
                  }
                  for (TestKey test : request.tests()) {
                    grader.say(decided(test, test.equals(TWO) ? Verdict.CRASHED : Verdict.PASSED));
                  }
                  grader.say(new Finished(List.of()));
                });
    SubmissionResult result = grade(dying, PATIENT);
    assertThat(verdicts(result))
        .containsEntry(TWO, Verdict.NOT_GRADED)
        .containsEntry(ONE, Verdict.PASSED);
  }

  /** Returns a sandbox whose first examination decides so, and every later one alike. */
  private ScriptedSandbox first(Map<TestKey, Verdict> decisions, Verdict later) {
    return new ScriptedSandbox(PLAN)
        .examining(
            (examiner, request, grader) -> {
              boolean first = asked.isEmpty();
              asked.add(request.tests());
              timeOuts.add(request.timeOuts());
              for (TestKey test : request.tests()) {
                grader.say(
                    decided(test, first ? decisions.getOrDefault(test, Verdict.PASSED) : later));
              }
              grader.say(new Finished(List.of()));
            });
  }
}
