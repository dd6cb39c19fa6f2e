package firsthop.grader.feedback;

import firsthop.grader.marks.MarkRules;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.StoredResult;
import firsthop.grader.submission.Submission;
import java.util.List;
import java.util.Map;

/** Writes feedback for tests that look at what is in it. */
public final class FeedbackText {
  private static final RunEnvironment RUN =
      new RunEnvironment(
          "test", 1, new Sandbox.Description("process", "", "17", false, Limits.STANDARD));

  private FeedbackText() {}

  /** Returns what a student would be shown at a level. */
  public static String of(SubmissionResult result, Submission submission, FeedbackLevel level) {
    return Feedback.write(
        new StoredResult(result, Map.of(), RUN, submission.lines(), Map.of(), List.of()),
        MarkRules.NONE.marks(result),
        level,
        "",
        FeedbackSentences.ENGLISH);
  }
}
