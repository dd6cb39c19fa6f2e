package firsthop.grader.proving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.feedback.FeedbackText;
import firsthop.grader.grading.Grading;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Grades, for every exercise of the sealed plan, what must earn all its points and what must lose
 * some: the reference, solutions that are right in another way, wrong ones, stubs, and the
 * skeleton.
 *
 * <p>{@code -Dfirsthop.exercises=2.1,2.2} proves these exercises alone, for their authors.
 *
 * <p>The table of wrong submissions and the tests that catch them is left in {@code
 * grader/app/target/proving-ground.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvingGroundIT {
  /** Most submissions wait for what does not come, more than they work. */
  private static final int BENCHES = Runtime.getRuntime().availableProcessors() * 2;

  private static final String SKELETON = "skeleton";
  private static final String REFERENCE = "reference";
  private static final Set<Verdict> OF_THE_EXAM =
      Set.of(Verdict.PASSED, Verdict.FAILED, Verdict.TIMED_OUT, Verdict.CRASHED);

  /** What is proven: every exercise, unless its author says otherwise. */
  private static final Set<String> CHOSEN =
      Set.of(System.getProperty("firsthop.exercises", "").split(","));

  private final Installation installation = Installation.current();
  private final Path exams = installation.home().resolve("grader/exams");
  private final List<KnownSubmission> right = new ArrayList<>();
  private final List<KnownSubmission> wrong = new ArrayList<>();
  private final List<HalfDone> halfDone = new ArrayList<>();
  private final Map<String, LabResult> results = new LinkedHashMap<>();
  private final List<SubmissionResult> whole = new ArrayList<>();
  private final Map<String, Submission> handedIn = new LinkedHashMap<>();
  private Course course;
  private ExamPlan plan;

  @BeforeAll
  void grade() throws Exception {
    course = Course.read(installation);
    try (ProcessSandbox sandbox = new ProcessSandbox(installation, Limits.STANDARD);
        Grading grading = new Grading(sandbox, BENCHES)) {
      plan = grading.plan();
      for (Lab lab : course.labs().stream().filter(lab -> !exercises(lab).isEmpty()).toList()) {
        List<Submission> all = submissions(lab);
        all.forEach(each -> handedIn.put(each.id(), each));
        for (SubmissionResult result : grading.grade(all, List.of(lab), done -> {})) {
          whole.add(result);
          results.put(result.id(), result.labs().get(0));
        }
      }
    }
  }

  private List<Submission> submissions(Lab lab) throws Exception {
    List<Submission> all = new ArrayList<>();
    all.add(handedIn(SKELETON, lab, lab.skeletons()));
    all.add(handedIn(REFERENCE, lab, lab.solutions()));
    for (Stub stub : Stub.values()) {
      Map<String, String> sources = new TreeMap<>();
      for (ExamPlan.Exercise exercise : exercises(lab)) {
        sources.put(
            Lab.studentPath(exercise.contract()), stub.source(Class.forName(exercise.contract())));
      }
      all.add(handedIn(stub.name(), lab, sources));
    }
    for (ExamPlan.Exercise exercise : exercises(lab)) {
      Path wrongFolder = exams.resolve("wrong");
      List<KnownSubmission> rightOnes = KnownSubmission.right(exams.resolve("right"), exercise);
      rightOnes.add(KnownSubmission.base(wrongFolder, exercise));
      List<KnownSubmission> wrongOnes = KnownSubmission.wrong(wrongFolder, exercise);
      List<HalfDone> halves = HalfDone.of(exercise);
      right.addAll(rightOnes);
      wrong.addAll(wrongOnes);
      halfDone.addAll(halves);
      halves.forEach(half -> all.add(half.over(lab)));
      Stream.of(rightOnes, wrongOnes)
          .flatMap(List::stream)
          .forEach(known -> all.add(known.over(lab)));
    }
    return all;
  }

  @Test
  void every_folder_of_submissions_belongs_to_an_exercise_and_every_exercise_has_some()
      throws IOException {
    Set<String> ids = new TreeSet<>(plan.exercises().stream().map(ExamPlan.Exercise::id).toList());
    assertThat(ids).isNotEmpty();
    for (String kind : List.of("right", "wrong")) {
      try (Stream<Path> folders = Files.list(exams.resolve(kind))) {
        assertThat(
                folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
            .as("folders in %s", exams.resolve(kind))
            .containsExactlyInAnyOrderElementsOf(ids);
      }
    }
    assertThat(wrong)
        .allSatisfy(known -> assertThat(known.sentence()).as("%s", known).isNotBlank());
  }

  @Test
  void the_skeleton_is_open_everywhere() {
    assertSoftly(
        softly ->
            tests(SKELETON)
                .forEach(
                    test ->
                        softly
                            .assertThat(test.verdict())
                            .as("%s: %s", test.test().key(), test.message())
                            .isEqualTo(Verdict.OPEN)));
  }

  @Test
  void the_reference_earns_every_point() {
    assertSoftly(
        softly ->
            tests(REFERENCE)
                .forEach(
                    test ->
                        softly
                            .assertThat(test.verdict())
                            .as("%s: %s", test.test().key(), test.message())
                            .isEqualTo(Verdict.PASSED)));
  }

  @Test
  void what_is_right_in_another_way_earns_every_point() {
    assertSoftly(
        softly -> {
          for (KnownSubmission known : right) {
            for (TestResult test : result(known).tests()) {
              softly
                  .assertThat(test.verdict())
                  .as("%s in %s: %s", test.test().key(), known, test.message())
                  .isEqualTo(Verdict.PASSED);
            }
          }
        });
  }

  @Test
  void a_stub_earns_nothing() {
    assertSoftly(
        softly -> {
          for (Stub stub : Stub.values()) {
            tests(stub.name())
                .forEach(
                    test ->
                        softly
                            .assertThat(test.verdict())
                            .as("%s of a stub that %s: %s", test.test().key(), stub, test.message())
                            .isIn(OF_THE_EXAM)
                            .isNotEqualTo(Verdict.PASSED));
          }
        });
  }

  @Test
  void what_is_wrong_loses_points_in_its_own_exercise_and_in_no_other() {
    assertSoftly(
        softly -> {
          for (KnownSubmission known : wrong) {
            List<Verdict> verdicts =
                result(known).tests().stream().map(TestResult::verdict).distinct().toList();
            softly
                .assertThat(verdicts)
                .as("verdicts of %s: %s", known, known.sentence())
                .isSubsetOf(OF_THE_EXAM)
                .isNotEqualTo(List.of(Verdict.PASSED));
            Set<String> affected = new Uses(lab(known.exercise())).dependents(known.changed());
            for (ExerciseResult other : results.get(known.id()).exercises()) {
              boolean handedIn = other.tests().get(0).verdict() != Verdict.MISSING;
              String name = Uses.simpleName(Lab.studentPath(other.exercise().contract()));
              if (handedIn && !affected.contains(name)) {
                softly
                    .assertThat(other.score())
                    .as("%s of %s", other.exercise().id(), known)
                    .isEqualTo(other.exercise().max());
              }
            }
          }
        });
  }

  @Test
  void partial_work_earns_partial_marks_in_a_sensible_order() {
    assertSoftly(
        softly -> {
          for (HalfDone half : halfDone) {
            int bestWithAMistake =
                wrong.stream()
                    .filter(known -> known.exercise().equals(half.exercise()))
                    .mapToInt(known -> result(known).score())
                    .max()
                    .orElse(0);
            softly
                .assertThat(result(half.id(), half.exercise()).score())
                .as("%s; all but one mistake earns %d", half.id(), bestWithAMistake)
                .isBetween(0, bestWithAMistake);
            softly.assertThat(bestWithAMistake).isBetween(1, half.exercise().max() - 1);
          }
        });
  }

  @Test
  void every_hidden_test_catches_something() throws IOException {
    List<CatchTable> tables = new ArrayList<>();
    for (ExamPlan.Exercise exercise : chosen().toList()) {
      CatchTable table = new CatchTable(exercise);
      wrong.stream()
          .filter(known -> known.exercise().id().equals(exercise.id()))
          .forEach(known -> table.add(known.name(), result(known)));
      tables.add(table);
    }
    Files.writeString(
        installation.home().resolve("grader/app/target/proving-ground.md"),
        String.join("\n", tables.stream().map(CatchTable::toString).toList()));
    assertSoftly(
        softly ->
            tables.forEach(
                table ->
                    softly
                        .assertThat(table.testsThatCatchNothing())
                        .as("tests that catch nothing; %s", table)
                        .isEmpty()));
  }

  @Test
  void feedback_shows_nothing_of_hidden_tests_unless_an_instructor_wants_it_to() throws Exception {
    HiddenText hidden = HiddenText.of(installation, plan);
    assertThat(hidden.literals()).hasSizeGreaterThan(500);
    Map<String, List<String>> leaks = new TreeMap<>();
    Set<String> leakAtFull = new TreeSet<>();
    for (SubmissionResult result : whole) {
      Submission submission = handedIn.get(result.id());
      for (FeedbackLevel level : FeedbackLevel.values()) {
        List<String> found = hidden.in(FeedbackText.of(result, submission, level), submission);
        if (level == FeedbackLevel.FULL && !found.isEmpty()) {
          leakAtFull.add(result.id());
        } else if (level != FeedbackLevel.FULL && !found.isEmpty()) {
          leaks.put(result.id() + " at " + level.word(), found);
        }
      }
    }
    assertThat(leaks).isEmpty();
    assertThat(leakAtFull)
        .as("what echoes its inputs; else this test looks for nothing")
        .contains(
            course.labs().stream()
                .filter(lab -> !exercises(lab).isEmpty())
                .map(lab -> Stub.THROWS_ITS_ARGUMENTS + " " + lab.id())
                .toArray(String[]::new));
  }

  private ExerciseResult result(KnownSubmission known) {
    return result(known.id(), known.exercise());
  }

  private ExerciseResult result(String submission, ExamPlan.Exercise exercise) {
    return results.get(submission).exercises().stream()
        .filter(result -> result.exercise().id().equals(exercise.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Returns all verdicts of what was handed in under a name in every lab. */
  private Stream<TestResult> tests(String name) {
    Set<String> ids = chosen().map(ExamPlan.Exercise::id).collect(Collectors.toSet());
    return course.labs().stream()
        .filter(lab -> results.containsKey(name + " " + lab.id()))
        .flatMap(lab -> results.get(name + " " + lab.id()).exercises().stream())
        .filter(exercise -> ids.contains(exercise.exercise().id()))
        .flatMap(exercise -> exercise.tests().stream());
  }

  private List<ExamPlan.Exercise> exercises(Lab lab) {
    return chosen().filter(exercise -> exercise.lab() == lab.number()).toList();
  }

  private Stream<ExamPlan.Exercise> chosen() {
    return plan.exercises().stream()
        .filter(exercise -> CHOSEN.equals(Set.of("")) || CHOSEN.contains(exercise.id()));
  }

  private Lab lab(ExamPlan.Exercise exercise) {
    return course.labs().stream()
        .filter(lab -> lab.number() == exercise.lab())
        .findFirst()
        .orElseThrow();
  }

  private static Submission handedIn(String name, Lab lab, Map<String, String> sources) {
    return new Submission(name + " " + lab.id(), Map.of(lab.id(), sources), List.of());
  }
}
