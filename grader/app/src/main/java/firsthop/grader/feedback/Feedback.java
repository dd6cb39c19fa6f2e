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
  private final FeedbackSentences words;
  private final StringBuilder text = new StringBuilder();

  private Feedback(
      StoredResult kept, SubmissionMarks marks, FeedbackLevel level, FeedbackSentences words) {
    this.kept = kept;
    this.marks = marks;
    this.level = level;
    this.words = words;
  }

  /**
   * Writes the feedback.
   *
   * @param title the title of the course; empty for none
   * @param words the words of the course's language
   */
  public static String write(
      StoredResult kept,
      SubmissionMarks marks,
      FeedbackLevel level,
      String title,
      FeedbackSentences words) {
    Feedback feedback = new Feedback(kept, marks, level, words);
    feedback.head(title);
    feedback.submission(kept.result());
    return BoundedResult.feedback(feedback.text.toString());
  }

  private void head(String title) {
    text.append("# ").append(words.text("title")).append('\n');
    block((title.isEmpty() ? "" : title + ": ") + PlainText.line(kept.result().id()));
    text.append('\n');
  }

  private void submission(SubmissionResult result) {
    text.append(
        marks.isComplete(result)
            ? "**"
                + words.points(marks.after().toPlainString(), marks.max().toPlainString())
                + "**\n"
            : noMark(result));
    explainMarks();
    if (marks.overrides().isEmpty() && result.labs().stream().allMatch(Feedback::isMissing)) {
      sentence("nothing");
    } else {
      result.labs().forEach(this::lab);
    }
    if (!kept.fileNotices().isEmpty() && level != FeedbackLevel.SCORE) {
      text.append("\n## ").append(words.text("notes")).append('\n');
      block(String.join("\n", kept.fileNotices()));
    }
    if (result.labs().stream().anyMatch(LabResult::brokeBench)) {
      sentence("brokeBench");
    }
  }

  private String noMark(SubmissionResult result) {
    boolean notReadable = result.status() == SubmissionStatus.NOT_READABLE;
    return words.text(notReadable ? "noMark.notReadable" : "noMark.notFinished") + "\n";
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
                .map(mark -> MarkText.of(mark, words))
                .orElse(words.verdict(Verdict.NOT_GRADED)))
        .append('\n');
    (level == FeedbackLevel.SCORE ? Map.<String, String>of() : lab.leftOut())
        .forEach(
            (path, problem) -> {
              sentence("leftOut");
              block(path + "\n" + problem);
            });
    if (isMissing(lab) && lab.exercises().stream().allMatch(each -> override(each).isEmpty())) {
      sentence(
          "nothingForLab",
          lab.exercises().stream()
              .map(each -> "`" + StudentView.fileOf(each.exercise()) + "`")
              .collect(Collectors.joining(", ")));
    } else {
      lab.exercises().forEach(this::exercise);
    }
  }

  private void exercise(ExerciseResult result) {
    text.append("\n### ").append(result.exercise().id()).append(' ');
    text.append(words.title(result.exercise())).append(": ");
    text.append(MarkText.of(result, override(result), words)).append("\n\n");
    if (level == FeedbackLevel.SCORE) {
      return;
    }
    Optional<StudentView> ofExercise = StudentView.ofExercise(result, level, words);
    if (ofExercise.isPresent()) {
      ofExercise.get().sentences().forEach(sentence -> text.append(sentence).append('\n'));
      ofExercise.get().blocks().forEach(this::block);
      return;
    }
    result.tests().forEach(test -> test(result.exercise(), test));
    if (result.score() < result.exercise().max()) {
      sentence("read", result.exercise().rfc());
    }
  }

  private Optional<PointsOverride> override(ExerciseResult result) {
    return marks.overrides().stream()
        .filter(each -> each.exercise().equals(result.exercise().id()))
        .findFirst();
  }

  private void test(ExamPlan.Exercise exercise, TestResult result) {
    text.append("- ").append(words.verdict(result.verdict())).append(": ");
    text.append(StudentView.name(result.test())).append(" (");
    boolean notGraded = result.verdict() == Verdict.NOT_GRADED;
    text.append(
            notGraded
                ? words.verdict(Verdict.NOT_GRADED)
                : words.text("score", result.points(), result.test().points()))
        .append(")\n");
    StudentView shown = StudentView.of(exercise, result, kept.lines(), level, words);
    shown.sentences().forEach(sentence -> text.append("  ").append(sentence).append('\n'));
    shown.blocks().forEach(block -> block(block, CODE_IN_ITEM));
  }

  private void explainMarks() {
    for (LabMark mark : marks.labs()) {
      MarkText.lateness(mark, words).ifPresent(late -> text.append("\n").append(late).append('\n'));
    }
    for (PointsOverride given : marks.overrides()) {
      sentence("override", given.exercise(), given.points());
      block(given.reason());
    }
  }

  /** Appends a sentence as a paragraph. */
  private void sentence(String key, Object... values) {
    text.append('\n').append(words.text(key, values)).append('\n');
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
