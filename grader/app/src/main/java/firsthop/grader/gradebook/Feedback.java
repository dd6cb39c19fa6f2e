package firsthop.grader.gradebook;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Rung;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.Lab;
import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.settings.FeedbackLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes {@code feedback.md}, which goes back to the student. Unless the level is {@link
 * FeedbackLevel#FULL}, nothing in it comes from the candidate but the verdict and what {@link
 * ThrownSentence} lets pass, and nothing comes from inside a hidden test but its name and hint.
 * What javac said of the student's own files is shown as an indented block.
 */
final class Feedback {
  /** What all tests of an exercise share, so that one sentence is enough. */
  private static final Set<Verdict> OF_AN_EXERCISE =
      Set.of(Verdict.MISSING, Verdict.DID_NOT_COMPILE, Verdict.OPEN, Verdict.NOT_GRADED);

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
        result.notGraded()
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
    TestResult first = result.tests().get(0);
    if (OF_AN_EXERCISE.contains(first.verdict())
        && result.tests().stream().allMatch(test -> test.verdict() == first.verdict())) {
      all(result.exercise(), first);
      return;
    }
    result.tests().forEach(this::test);
    if (result.score() < result.exercise().max()) {
      text.append("\nRead: ").append(result.exercise().rfc()).append(", and the contract.\n");
    }
  }

  private void all(ExamPlan.Exercise exercise, TestResult test) {
    switch (test.verdict()) {
      case MISSING ->
          text.append("Not handed in: looked for `")
              .append(Lab.studentPath(exercise.contract()))
              .append("`, that is, a file of that name which declares that package.\n");
      case OPEN -> text.append("Still open: the skeleton's `Todo` is in place.\n");
      case DID_NOT_COMPILE -> {
        text.append("Did not compile:\n");
        block(test.message());
      }
      default -> text.append("Not graded, through no fault of yours.\n");
    }
  }

  private void test(TestResult result) {
    text.append("- ").append(result.verdict().words()).append(": ");
    text.append(words(result.test().key().name())).append(" (");
    boolean notGraded = result.verdict() == Verdict.NOT_GRADED;
    text.append(score(notGraded, result.points(), result.test().points())).append(")\n");
    if (result.verdict() != Verdict.PASSED && !notGraded) {
      if (!result.test().hint().isEmpty()) {
        text.append("  ").append(result.test().hint()).append('\n');
      }
      whatHappened(result).ifPresent(sentence -> text.append("  ").append(sentence).append('\n'));
      if (level == FeedbackLevel.FULL) {
        all(result);
      }
    }
  }

  /** What an instructor sees: the hidden test's own words, and what went over the wire. */
  private void all(TestResult result) {
    if (!result.message().isEmpty()) {
      block(result.message());
    }
    if (!result.ladder().isEmpty()) {
      block(result.ladder().stream().map(Rung::toString).collect(Collectors.joining("\n")));
    }
  }

  private void howMarksCameAbout() {
    for (LabMark mark : marks.labs()) {
      if (mark.daysLate() > 0) {
        text.append("\nLate: ").append(mark.lab()).append(" by ").append(mark.daysLate());
        text.append(mark.daysLate() == 1 ? " day, " : " days, ");
        text.append(mark.percentOff().toPlainString()).append(" % off: ");
        text.append(mark.after().toPlainString()).append(" of ").append(mark.before());
        text.append(" points count.\n");
      }
    }
    for (PointsOverride given : marks.overrides()) {
      text.append("\nYour instructor set ").append(given.exercise()).append(" to ");
      text.append(given.points()).append(" points:\n");
      block(given.reason());
    }
  }

  private Optional<String> whatHappened(TestResult result) {
    return switch (result.verdict()) {
      case TIMED_OUT ->
          Optional.of(
              "It was not over after "
                  + result.test().limitMillis()
                  + " ms: a loop, or a wait, without end?");
      case CRASHED ->
          Optional.of("Your code's process ended: by System.exit, or for want of memory?");
      case OPEN -> Optional.empty();
      default -> ThrownSentence.of(result.thrown(), result.frames(), lines);
    };
  }

  /** Four spaces make every line code, whatever is in it; so no line may begin unseen. */
  private void block(String code) {
    text.append(
        code.lines()
            .map(line -> "    " + line.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\t]]", "?") + "\n")
            .collect(Collectors.joining("", "\n", "")));
  }

  private static String score(boolean notGraded, int score, int max) {
    return notGraded ? "not graded" : score + " of " + max;
  }

  /** Turn {@code refuses_leading_zeros} into "refuses leading zeros". */
  private static String words(String testName) {
    return testName.replace('_', ' ');
  }
}
