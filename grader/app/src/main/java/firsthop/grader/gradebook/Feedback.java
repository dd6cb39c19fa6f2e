package firsthop.grader.gradebook;

import firsthop.grader.control.Verdict;
import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.settings.FeedbackLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes {@code feedback.md}, which goes back to the student. Unless the level is {@link
 * FeedbackLevel#FULL}, nothing in it comes from the candidate but the verdict and what {@link
 * Shown} lets pass, and nothing comes from inside a hidden test but its name and hint.
 */
final class Feedback {
  private final Map<String, Integer> lines;
  private final SubmissionMarks marks;
  private final FeedbackLevel level;
  private final StringBuilder text = new StringBuilder();

  private Feedback(Map<String, Integer> lines, SubmissionMarks marks, FeedbackLevel level) {
    this.lines = lines;
    this.marks = marks;
    this.level = level;
  }

  /** Write the feedback. */
  static String write(KeptResult kept, SubmissionMarks marks, FeedbackLevel level) {
    Feedback feedback = new Feedback(kept.lines(), marks, level);
    feedback.submission(kept.result());
    return feedback.text.toString();
  }

  private void submission(SubmissionResult result) {
    text.append("# Feedback\n\n");
    text.append(
        !marks.whole(result)
            ? "The grading was not finished, through no fault of yours. What follows is no mark.\n"
            : "**"
                + marks.after().toPlainString()
                + " of "
                + marks.max().toPlainString()
                + " points**\n");
    howMarksCameAbout();
    result.labs().forEach(this::lab);
    List<String> notices = new ArrayList<>(result.notices());
    result.labs().stream().filter(Feedback::wentWrong).forEach(lab -> removeOwn(lab, notices));
    if (!notices.isEmpty() && level != FeedbackLevel.SCORE) {
      text.append("\n## What was noticed of your files\n");
      block(String.join("\n", notices));
    }
    if (result.labs().stream().anyMatch(LabResult::brokeBench)) {
      text.append("\nYour submission brought down the program that tests it, twice, alone.");
      text.append(" What it had earned before stands; the rest could not be tested.\n");
    }
  }

  /** What the examiner said last may hold anything; it is for the instructor. */
  private static boolean wentWrong(LabResult lab) {
    return lab.brokeBench() || lab.notGraded();
  }

  private static void removeOwn(LabResult lab, List<String> notices) {
    lab.notices().forEach(notice -> notices.remove(lab.id() + ": " + notice));
  }

  private void lab(LabResult lab) {
    text.append("\n## ").append(lab.id()).append(": ");
    text.append(score(lab.notGraded(), lab.score(), lab.max())).append('\n');
    (level == FeedbackLevel.SCORE ? Map.<String, String>of() : lab.leftOut())
        .forEach(
            (path, problem) -> {
              text.append(
                  "\nA file that belongs to no exercise did not compile; it is left out:\n");
              block(path + "\n" + problem);
            });
    lab.exercises().forEach(this::exercise);
  }

  private void exercise(ExerciseResult result) {
    text.append("\n### ").append(result.exercise().id()).append(' ');
    text.append(result.exercise().title()).append(": ");
    text.append(score(result.notGraded(), result.score(), result.exercise().max())).append("\n\n");
    if (level == FeedbackLevel.SCORE) {
      return;
    }
    Optional<Shown> ofAll = Shown.ofAll(result, level);
    if (ofAll.isPresent()) {
      ofAll.get().sentences().forEach(sentence -> text.append(sentence).append('\n'));
      ofAll.get().blocks().forEach(this::block);
      return;
    }
    result.tests().forEach(this::test);
    if (result.score() < result.exercise().max()) {
      text.append("\nRead: ").append(result.exercise().rfc()).append(", and the contract.\n");
    }
  }

  private void test(TestResult result) {
    text.append("- ").append(result.verdict().words()).append(": ");
    text.append(Shown.name(result.test())).append(" (");
    boolean notGraded = result.verdict() == Verdict.NOT_GRADED;
    text.append(score(notGraded, result.points(), result.test().points())).append(")\n");
    Shown shown = Shown.of(result, lines, level);
    shown.sentences().forEach(sentence -> text.append("  ").append(sentence).append('\n'));
    shown.blocks().forEach(this::block);
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

  /** Four spaces make every line code, whatever is in it; so no line may begin unseen. */
  private void block(String code) {
    text.append(
        PlainText.lines(code).stream()
            .map(line -> "    " + line + "\n")
            .collect(Collectors.joining("", "\n", "")));
  }

  private static String score(boolean notGraded, int score, int max) {
    return notGraded ? "not graded" : score + " of " + max;
  }
}
