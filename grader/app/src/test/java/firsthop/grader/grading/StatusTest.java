package firsthop.grader.grading;

import static firsthop.grader.course.SampleCourse.ECHO;
import static firsthop.grader.course.SampleCourse.LAB01;
import static firsthop.grader.course.SampleCourse.LAB02;
import static firsthop.grader.grading.GradingSamples.verdicts;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.ScriptedSandbox.passAll;
import static firsthop.grader.grading.ScriptedSandbox.saysAnywhere;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.course.Lab;
import firsthop.grader.feedback.FeedbackSentences;
import firsthop.grader.feedback.StudentView;
import firsthop.grader.grading.ScriptedSandbox.EndOfProcess;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.submission.Submission;
import firsthop.grader.submission.SubmissionOrigin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StatusTest {

  @Test
  void nothing_handed_in_is_zero_and_said() throws Exception {
    Submission nothing = new Submission("kim", Map.of(), List.of());
    Submission helper =
        new Submission(
            "lee", Map.of("lab01", Map.of("firsthop/addresses/Helper.java", "x")), List.of());
    Submission otherLab = new Submission("choi", Map.of("lab02", Map.of(ECHO, "code")), List.of());
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN);
    for (SubmissionResult result : grade(sandbox, List.of(LAB01), nothing, helper, otherLab)) {
      assertThat(result.status()).isEqualTo(SubmissionStatus.NOTHING_HANDED_IN);
      assertThat(result.score()).isZero();
      assertThat(result.max()).isEqualTo(16);
      assertThat(verdicts(result).values()).containsOnly(Verdict.MISSING);
    }
    assertThat(sandbox.compilers).as("nothing to compile").hasValue(0);
  }

  @Test
  void what_could_not_be_read_has_no_mark_unless_some_of_it_was() throws Exception {
    Submission broken =
        new Submission(
            "kim", Map.of(), List.of("it is damaged"), SubmissionOrigin.UNKNOWN, true, List.of());
    Submission partly =
        new Submission(
            "lee",
            Map.of("lab01", Map.of("firsthop/addresses/MyCodec.java", "code")),
            List.of("it is damaged"),
            SubmissionOrigin.UNKNOWN,
            true,
            List.of());
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining((examiner, request, grader) -> passAll(request, grader));
    List<SubmissionResult> results = grade(sandbox, List.of(LAB01), broken, partly);
    assertThat(results)
        .extracting(SubmissionResult::status)
        .containsExactly(SubmissionStatus.NOT_READABLE, SubmissionStatus.GRADED);
    assertThat(results).extracting(SubmissionResult::hasNoMark).containsExactly(true, false);
    assertThat(results.get(0).notGraded()).as("the machine's fault").isFalse();
    assertThat(MarkRules.NONE.marks(results.get(0)).labs()).as("no mark").isEmpty();
    assertThat(
            StudentView.ofExercise(
                results.get(0).labs().get(0).exercises().get(0),
                FeedbackLevel.HINTS,
                FeedbackSentences.ENGLISH))
        .hasValueSatisfying(
            shown ->
                assertThat(shown.sentences())
                    .containsExactly("Not graded: your submission could not be read."));
  }

  @Test
  void work_that_stands_in_another_lab_was_read() throws Exception {
    Submission partly =
        new Submission(
            "lee",
            Map.of("lab02", Map.of(ECHO, "code")),
            List.of("it is damaged"),
            SubmissionOrigin.UNKNOWN,
            true,
            List.of());
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN);
    SubmissionResult whole = grade(sandbox, List.of(LAB01, LAB02), partly).get(0);
    List<LabResult> standing = whole.in(List.of("lab02")).labs();
    try (Grading grading = new Grading(sandbox, 1, 0, PATIENT)) {
      GradingTask left = new GradingTask(partly, List.of(LAB01), standing);
      SubmissionResult result = grading.grade(List.of(left), each -> {}).get(0);
      assertThat(result.labs()).as("as in one run").isEqualTo(whole.labs());
      assertThat(result.status()).isEqualTo(SubmissionStatus.GRADED);
    }
  }

  @Test
  void each_lab_is_graded_on_its_own() throws Exception {
    Submission both =
        new Submission(
            "kim",
            Map.of(
                "lab01", Map.of("firsthop/addresses/MyCodec.java", "code"),
                "lab02", Map.of(ECHO, "breaks")),
            List.of());
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  if (saysAnywhere(request, "breaks")) {
                    throw new EndOfProcess();
                  }
                  passAll(request, grader);
                });
    SubmissionResult result = grade(sandbox, List.of(LAB01, LAB02), both).get(0);
    assertThat(result.labs()).extracting(LabResult::score).containsExactly(12, 0);
    assertThat(result.labs()).extracting(LabResult::brokeBench).containsExactly(false, true);
    assertThat(result.status()).isEqualTo(SubmissionStatus.BROKE_THE_BENCH);
  }

  private static List<SubmissionResult> grade(
      ScriptedSandbox sandbox, List<Lab> labs, Submission... submissions) throws Exception {
    try (Grading grading = new Grading(sandbox, 1, 0, PATIENT)) {
      return grading.grade(List.of(submissions), labs, result -> {});
    }
  }
}
