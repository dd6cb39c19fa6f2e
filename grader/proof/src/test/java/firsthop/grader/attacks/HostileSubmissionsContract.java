package firsthop.grader.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.common.BadInputException;
import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.Course;
import firsthop.grader.feedback.FeedbackText;
import firsthop.grader.grading.Grading;
import firsthop.grader.proof.HiddenText;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sandbox promises about a hostile submission and its neighbours. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileSubmissionsContract {
  final Installation installation = Installation.current();
  private Course course;
  private Sandbox sandbox;
  private Grading oneBench;
  private HiddenText hidden;

  abstract Sandbox open() throws Exception;

  /** Tells whether this sandbox promises anything about the attack. */
  abstract boolean withstands(String attack);

  @BeforeAll
  void openOneBench() throws Exception {
    course = Course.read(installation);
    sandbox = open();
    oneBench = new Grading(sandbox, 1);
    hidden = HiddenText.of(installation, oneBench.plan());
  }

  @AfterAll
  void close() {
    if (oneBench != null) {
      oneBench.close();
    }
    if (sandbox != null) {
      sandbox.close();
    }
  }

  Stream<HostileSubmission> attacks() throws IOException {
    return HostileSubmission.all(installation.home()).stream()
        .filter(attack -> withstands(attack.name()));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void an_attack_earns_what_its_honest_work_earns_and_its_neighbours_are_untouched(
      HostileSubmission attack) throws Exception {
    assertEarns(attack, gradeBetweenNeighbours(attack, UnaryOperator.identity()));
  }

  /** Grades an attack on the one bench, and checks the neighbours before and after it. */
  SubmissionResult gradeBetweenNeighbours(HostileSubmission attack, UnaryOperator<String> edit)
      throws Exception {
    List<SubmissionResult> results =
        oneBench.grade(
            List.of(neighbour("before"), handedIn(attack, edit), neighbour("after")),
            course.labs(),
            result -> {});
    assertFull(results.get(0));
    assertFull(results.get(2));
    Submission submission = handedIn(attack, edit);
    assertThat(
            hidden.in(FeedbackText.of(results.get(1), submission, FeedbackLevel.HINTS), submission))
        .as("what the feedback of %s shows of hidden tests", attack.name())
        .isEmpty();
    return results.get(1);
  }

  /** Returns the attack as it is handed in: in the exercises that attacks are made in. */
  Submission handedIn(HostileSubmission attack, UnaryOperator<String> edit)
      throws BadInputException {
    return attack.handedIn(course, exercises(attack), edit);
  }

  /** Returns an honest submission in the same exercises. */
  Submission neighbour(String id) throws IOException {
    return HostileSubmission.reference(id, course, exercises(attacks().findFirst().orElseThrow()));
  }

  private List<ExamPlan.Exercise> exercises(HostileSubmission attack) {
    return oneBench.plan().exercises().stream()
        .filter(exercise -> attack.earns().containsKey(exercise.id()))
        .toList();
  }

  /** Grades on several benches at once. */
  List<SubmissionResult> gradeSideBySide(int benches, List<Submission> submissions)
      throws Exception {
    try (Grading grading = new Grading(sandbox, benches)) {
      return grading.grade(submissions, course.labs(), result -> {});
    }
  }

  Sandbox sandbox() {
    return sandbox;
  }

  static void assertEarns(HostileSubmission attack, SubmissionResult result) {
    Map<String, Integer> earned = new TreeMap<>();
    handedIn(result).forEach(each -> earned.put(each.exercise().id(), each.score()));
    assertThat(earned).as("%s: %s", result.id(), unpassed(result)).isEqualTo(attack.earns());
    assertThat(result.status()).isEqualTo(SubmissionStatus.GRADED);
  }

  static void assertFull(SubmissionResult result) {
    assertThat(handedIn(result))
        .as("%s: %s", result.id(), unpassed(result))
        .isNotEmpty()
        .allMatch(each -> each.score() == each.exercise().max());
  }

  private static List<String> unpassed(SubmissionResult result) {
    return handedIn(result).stream()
        .flatMap(exercise -> exercise.tests().stream())
        .filter(test -> test.verdict() != Verdict.PASSED)
        .map(test -> test.test().key() + " " + test.verdict().label() + ": " + test.message())
        .toList();
  }

  private static List<ExerciseResult> handedIn(SubmissionResult result) {
    return result.labs().stream()
        .flatMap(lab -> lab.exercises().stream())
        .filter(exercise -> exercise.tests().get(0).verdict() != Verdict.MISSING)
        .toList();
  }
}
