package firsthop.grader.feedback;

import firsthop.grader.common.PlainText;
import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.result.TestResult;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.store.BoundedResult;
import firsthop.grader.store.StoredResult;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes {@code feedback.md} for the student. Unless the level is {@link FeedbackLevel#FULL}, it
 * contains nothing from the candidate except verdicts and what {@link StudentView} allows, and
 * nothing from a hidden test except its name and hint.
 */
public final class Feedback {
  /** The indent of code inside an item of a list, for every Markdown reader. */
  private static final String CODE_IN_ITEM = " ".repeat(8);

  private static final String CODE = " ".repeat(4);

  private final StoredResult kept;
  private final SubmissionMarks marks;
  private final FeedbackLevel level;
  private final StringBuilder text = new StringBuilder();

  private Feedback(StoredResult kept, SubmissionMarks marks, FeedbackLevel level) {
    this.kept = kept;
    this.marks = marks;
    this.level = level;
  }

  /**
   * Writes the feedback.
   *
   * @param title the title of the course; empty for none
   */
  public static String write(
      StoredResult kept, SubmissionMarks marks, FeedbackLevel level, String title) {
    Feedback feedback = new Feedback(kept, marks, level);
    feedback.head(title);
    feedback.submission(kept.result());
    return BoundedResult.feedback(feedback.text.toString());
  }

  private void head(String title) {
    text.append("# Feedback\n");
    block((title.isEmpty() ? "" : title + ": ") + PlainText.line(kept.result().id()));
    text.append('\n');
  }

  private void submission(SubmissionResult result) {
    text.append(
        marks.isComplete(result)
            ? "**"
                + marks.after().toPlainString()
                + " of "
                + marks.max().toPlainString()
                + " points**\n"
            : noMark(result));
    explainMarks();
    if (marks.overrides().isEmpty() && result.labs().stream().allMatch(Feedback::isMissing)) {
      text.append("\nNothing was handed in: no file of any exercise was found.\n");
    } else {
      result.labs().forEach(this::lab);
    }
    if (!kept.fileNotices().isEmpty() && level != FeedbackLevel.SCORE) {
      text.append("\n## Notes on your files\n");
      block(String.join("\n", kept.fileNotices()));
    }
    if (result.labs().stream().anyMatch(LabResult::brokeBench)) {
      text.append(
          "\nYour submission stopped the test program twice. No other submission ran there.");
      text.append(
          " You keep the points that you had earned before. The other tests did not run.\n");
    }
  }

  private static String noMark(SubmissionResult result) {
    return result.status() == SubmissionStatus.NOT_READABLE
        ? "No class of an exercise could be read from your files, so you have no points and no mark"
            + " yet. Ask your instructor what to hand in.\n"
        : "The grading did not finish. This is not your fault. The points below are not a mark.\n";
  }

  private static boolean isMissing(LabResult lab) {
    return lab.exercises().stream()
        .flatMap(exercise -> exercise.tests().stream())
        .allMatch(test -> test.verdict() == Verdict.MISSING);
  }

  private void lab(LabResult lab) {
    text.append("\n## ").append(lab.id()).append(": ");
    text.append(
            marks.labs().stream()
                .filter(mark -> mark.lab().equals(lab.id()))
                .findFirst()
                .map(MarkText::of)
                .orElse(Verdict.NOT_GRADED.label()))
        .append('\n');
    (level == FeedbackLevel.SCORE ? Map.<String, String>of() : lab.leftOut())
        .forEach(
            (path, problem) -> {
              text.append(
                  "\nThis file belongs to no exercise and did not compile, so it was left out:\n");
              block(path + "\n" + problem);
            });
    if (isMissing(lab) && lab.exercises().stream().allMatch(each -> override(each).isEmpty())) {
      text.append("\nNothing was handed in for this lab. The grader looked for ");
      text.append(
          lab.exercises().stream()
              .map(each -> "`" + StudentView.fileOf(each.exercise()) + "`")
              .collect(Collectors.joining(", ")));
      text.append(".\n");
    } else {
      lab.exercises().forEach(this::exercise);
    }
  }

  private void exercise(ExerciseResult result) {
    text.append("\n### ").append(result.exercise().id()).append(' ');
    text.append(result.exercise().title()).append(": ");
    text.append(MarkText.of(result, override(result))).append("\n\n");
    if (level == FeedbackLevel.SCORE) {
      return;
    }
    Optional<StudentView> ofExercise = StudentView.ofExercise(result, level);
    if (ofExercise.isPresent()) {
      ofExercise.get().sentences().forEach(sentence -> text.append(sentence).append('\n'));
      ofExercise.get().blocks().forEach(this::block);
      return;
    }
    result.tests().forEach(test -> test(result.exercise(), test));
    if (result.score() < result.exercise().max()) {
      text.append("\nRead: ").append(result.exercise().rfc()).append(", and the contract.\n");
    }
  }

  private Optional<PointsOverride> override(ExerciseResult result) {
    return marks.overrides().stream()
        .filter(each -> each.exercise().equals(result.exercise().id()))
        .findFirst();
  }

  private void test(ExamPlan.Exercise exercise, TestResult result) {
    text.append("- ").append(result.verdict().label()).append(": ");
    text.append(StudentView.name(result.test())).append(" (");
    boolean notGraded = result.verdict() == Verdict.NOT_GRADED;
    text.append(
            notGraded
                ? Verdict.NOT_GRADED.label()
                : result.points() + " of " + result.test().points())
        .append(")\n");
    StudentView shown = StudentView.of(exercise, result, kept.lines(), level);
    shown.sentences().forEach(sentence -> text.append("  ").append(sentence).append('\n'));
    shown.blocks().forEach(block -> block(block, CODE_IN_ITEM));
  }

  private void explainMarks() {
    for (LabMark mark : marks.labs()) {
      mark.lateness().ifPresent(late -> text.append("\n").append(late).append('\n'));
    }
    for (PointsOverride given : marks.overrides()) {
      text.append("\nYour instructor set ").append(given.exercise()).append(" to ");
      text.append(given.points()).append(" points:\n");
      block(given.reason());
    }
  }

  private void block(String code) {
    block(code, CODE);
  }

  /** Appends a block of code. Each line needs the indent, or it could be read as Markdown. */
  private void block(String code, String indent) {
    text.append(
        PlainText.lines(code).stream()
            .map(line -> indent + line + "\n")
            .collect(Collectors.joining("", "\n", "")));
  }
}
