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
import firsthop.grader.result.TestResult;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.store.BoundedResult;
import firsthop.grader.store.StoredResult;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes {@code feedback.md}, which goes back to the student. Unless the level is {@link
 * FeedbackLevel#FULL}, nothing in it comes from the candidate but the verdict and what {@link
 * StudentView} lets pass, and nothing comes from inside a hidden test but its name and hint.
 */
public final class Feedback {
  /** What a list's item needs before a line, so that it is code within it for every reader. */
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
   * @param title of the course; empty for none
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
        !marks.whole(result)
            ? "The grading was not finished, through no fault of yours. What follows is no mark.\n"
            : "**"
                + marks.after().toPlainString()
                + " of "
                + marks.max().toPlainString()
                + " points**\n");
    howMarksCameAbout();
    if (marks.overrides().isEmpty() && result.labs().stream().allMatch(Feedback::isMissing)) {
      text.append("\nNothing was handed in: no file of any exercise was found.\n");
    } else {
      result.labs().forEach(this::lab);
    }
    if (!kept.fileNotices().isEmpty() && level != FeedbackLevel.SCORE) {
      text.append("\n## What was noticed of your files\n");
      block(String.join("\n", kept.fileNotices()));
    }
    if (result.labs().stream().anyMatch(LabResult::brokeBench)) {
      text.append("\nYour submission brought down the program that tests it, twice, alone.");
      text.append(" What it had earned before stands; the rest could not be tested.\n");
    }
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
                .orElse(Verdict.NOT_GRADED.words()))
        .append('\n');
    (level == FeedbackLevel.SCORE ? Map.<String, String>of() : lab.leftOut())
        .forEach(
            (path, problem) -> {
              text.append(
                  "\nA file that belongs to no exercise did not compile; it is left out:\n");
              block(path + "\n" + problem);
            });
    if (isMissing(lab) && lab.exercises().stream().allMatch(each -> word(each).isEmpty())) {
      text.append("\nNothing was handed in for it: looked for ");
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
    text.append(MarkText.of(result, word(result))).append("\n\n");
    if (level == FeedbackLevel.SCORE) {
      return;
    }
    Optional<StudentView> ofAll = StudentView.ofAll(result, level);
    if (ofAll.isPresent()) {
      ofAll.get().sentences().forEach(sentence -> text.append(sentence).append('\n'));
      ofAll.get().blocks().forEach(this::block);
      return;
    }
    result.tests().forEach(test -> test(result.exercise(), test));
    if (result.score() < result.exercise().max()) {
      text.append("\nRead: ").append(result.exercise().rfc()).append(", and the contract.\n");
    }
  }

  private Optional<PointsOverride> word(ExerciseResult result) {
    return marks.overrides().stream()
        .filter(each -> each.exercise().equals(result.exercise().id()))
        .findFirst();
  }

  private void test(ExamPlan.Exercise exercise, TestResult result) {
    text.append("- ").append(result.verdict().words()).append(": ");
    text.append(StudentView.name(result.test())).append(" (");
    boolean notGraded = result.verdict() == Verdict.NOT_GRADED;
    text.append(
            notGraded
                ? Verdict.NOT_GRADED.words()
                : result.points() + " of " + result.test().points())
        .append(")\n");
    StudentView shown = StudentView.of(exercise, result, kept.lines(), level);
    shown.sentences().forEach(sentence -> text.append("  ").append(sentence).append('\n'));
    shown.blocks().forEach(block -> block(block, CODE_IN_ITEM));
  }

  private void howMarksCameAbout() {
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

  /** The indent makes every line code, whatever is in it; so no line may begin unseen. */
  private void block(String code, String indent) {
    text.append(
        PlainText.lines(code).stream()
            .map(line -> indent + line + "\n")
            .collect(Collectors.joining("", "\n", "")));
  }
}
