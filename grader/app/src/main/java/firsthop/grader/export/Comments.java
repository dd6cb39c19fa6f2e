package firsthop.grader.export;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.feedback.FeedbackSentences;
import firsthop.grader.feedback.MarkText;
import firsthop.grader.feedback.StudentView;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.settings.FeedbackLevel;
import java.util.Optional;

/**
 * The comment beside a mark, as HTML on one line: each exercise with the tests that did not pass.
 */
final class Comments {
  private final ExportedSubmission graded;
  private final FeedbackLevel level;
  private final FeedbackSentences words;
  private final StringBuilder html = new StringBuilder();

  private Comments(ExportedSubmission graded, FeedbackLevel level, FeedbackSentences words) {
    this.graded = graded;
    this.level = level;
    this.words = words;
  }

  /** Returns the comment on a submission that has a mark. */
  static String html(ExportedSubmission graded, Grades grades) {
    Comments comments = new Comments(graded, grades.feedback(), grades.words());
    comments.submission();
    return comments.html.toString();
  }

  private void submission() {
    html.append("<p><b>").append(CellHtml.text(graded.points(words))).append("</b></p>");
    graded
        .remarks(words)
        .forEach(remark -> html.append("<p>").append(CellHtml.text(remark)).append("</p>"));
    html.append("<ul>");
    for (LabResult lab : graded.result().labs()) {
      lab.exercises().forEach(this::exercise);
    }
    html.append("</ul>");
  }

  private void exercise(ExerciseResult result) {
    html.append("<li>");
    html.append(CellHtml.text(result.exercise().id() + " " + words.title(result.exercise())))
        .append(": ");
    html.append(MarkText.of(result, graded.override(result.exercise().id()), words));
    Optional<StudentView> ofExercise = StudentView.ofExercise(result, level, words);
    if (ofExercise.isPresent()) {
      shown(ofExercise.get());
    } else if (level != FeedbackLevel.SCORE && result.score() < result.exercise().max()) {
      html.append("<ul>");
      result.tests().stream()
          .filter(test -> test.verdict() != Verdict.PASSED)
          .forEach(test -> test(result.exercise(), test));
      html.append("</ul>");
    }
    html.append("</li>");
  }

  private void test(ExamPlan.Exercise exercise, TestResult result) {
    html.append("<li>").append(CellHtml.text(StudentView.name(result.test()))).append(": ");
    html.append(words.verdict(result.verdict()));
    shown(StudentView.of(exercise, result, graded.lines(), level, words));
    html.append("</li>");
  }

  private void shown(StudentView shown) {
    shown.sentences().forEach(sentence -> html.append("<br>").append(CellHtml.sentence(sentence)));
    shown.blocks().forEach(block -> html.append(CellHtml.code(block)));
  }
}
