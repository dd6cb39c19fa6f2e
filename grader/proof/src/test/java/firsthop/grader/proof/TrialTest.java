package firsthop.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Lab;
import firsthop.grader.feedback.FeedbackText;
import firsthop.grader.proof.Trial.Kind;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.submission.Submission;
import firsthop.grader.submission.SubmissionOrigin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrialTest {
  private static final Lab LAB =
      new Lab("lab01", "lab01-a", Map.of(), Map.of(), Map.of(), Map.of());
  private static final ExamPlan.Exercise EXERCISE =
      new ExamPlan.Exercise("1.8", "Ports", "", "firsthop.a.Ports", List.of());
  private static final Trial TRIAL =
      new Trial(
          Kind.WRONG,
          EXERCISE,
          "takes-99999",
          Map.of("firsthop/a/MyPorts.java", "class MyPorts {}"));

  /** Another hidden test may ask for just this number. */
  @ParameterizedTest
  @EnumSource
  void feedback_does_not_show_the_name_of_a_mistake(FeedbackLevel level) {
    Submission submission = TRIAL.submission(LAB);
    SubmissionResult result =
        new SubmissionResult(
            submission.id(), "", List.of(), List.of(), Instant.EPOCH, 0, SubmissionOrigin.UNKNOWN);
    assertThat(FeedbackText.of(result, submission, level))
        .contains(submission.id())
        .doesNotContain("99999");
  }

  @Test
  void trials_are_told_apart_by_what_they_are() {
    assertThat(TRIAL.id()).isEqualTo("1.8 wrong takes-99999");
  }
}
