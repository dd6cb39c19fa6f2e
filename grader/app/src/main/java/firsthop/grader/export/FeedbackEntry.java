package firsthop.grader.export;

import firsthop.grader.common.PlainText;
import firsthop.grader.control.Verdict;
import firsthop.grader.feedback.FeedbackSentences;
import firsthop.grader.feedback.StudentView;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.settings.FeedbackLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One verdict that a student sees: of a hidden test, or of an exercise if only points are shown.
 *
 * @param lab the lab's id
 * @param exercise the exercise's id
 * @param contract the simple name of the exercise's contract
 * @param number such as {@code 1.1.3}, or {@code 1.1} for a whole exercise
 * @param millis the duration in milliseconds
 */
record FeedbackEntry(
    String lab,
    String exercise,
    String contract,
    String number,
    String name,
    Verdict verdict,
    int points,
    int max,
    long millis,
    StudentView shown) {

  static List<FeedbackEntry> of(ExportedSubmission graded, Grades grades) {
    List<FeedbackEntry> entries = new ArrayList<>();
    for (LabResult lab : graded.result().labs()) {
      for (ExerciseResult exercise : lab.exercises()) {
        if (grades.feedback() == FeedbackLevel.SCORE) {
          entries.add(whole(lab.id(), exercise, grades.words()));
        } else {
          entries.addAll(each(lab.id(), exercise, graded.lines(), grades));
        }
      }
    }
    return entries;
  }

  /** Returns everything that is shown as plain text: sentences, then blocks. */
  String text() {
    List<String> parts = new ArrayList<>(shown.sentences());
    shown.blocks().forEach(block -> parts.add(String.join("\n", PlainText.lines(block))));
    return String.join("\n", parts);
  }

  private static FeedbackEntry whole(String lab, ExerciseResult result, FeedbackSentences words) {
    int max = result.exercise().max();
    Verdict verdict = result.score() == max ? Verdict.PASSED : Verdict.FAILED;
    return new FeedbackEntry(
        lab,
        result.exercise().id(),
        contract(result),
        result.exercise().id(),
        words.title(result.exercise()),
        result.notGraded() ? Verdict.NOT_GRADED : verdict,
        result.score(),
        max,
        result.tests().stream().mapToLong(TestResult::millis).sum(),
        StudentView.NOTHING);
  }

  private static List<FeedbackEntry> each(
      String lab, ExerciseResult result, Map<String, Integer> lines, Grades grades) {
    FeedbackLevel level = grades.feedback();
    FeedbackSentences words = grades.words();
    Optional<StudentView> ofExercise = StudentView.ofExercise(result, level, words);
    List<FeedbackEntry> entries = new ArrayList<>();
    for (TestResult test : result.tests()) {
      entries.add(
          new FeedbackEntry(
              lab,
              result.exercise().id(),
              contract(result),
              result.exercise().id() + "." + (entries.size() + 1),
              StudentView.name(test.test()),
              test.verdict(),
              test.points(),
              test.test().points(),
              test.millis(),
              ofExercise.orElse(StudentView.of(result.exercise(), test, lines, level, words))));
    }
    return entries;
  }

  private static String contract(ExerciseResult result) {
    String name = result.exercise().contract();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
