package firsthop.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.feedback.FeedbackText;
import firsthop.grader.proof.Trial.Kind;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.submission.Submission;
import firsthop.grader.submission.SubmissionOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Grades, for every exercise of the sealed plan, what must earn all its points and what must lose
 * some. {@code -Dfirsthop.exercises=2.1,2.2} proves these exercises alone.
 *
 * <p>The kill matrix of each exercise is written to {@code grader/proof/target/kill-matrix.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillMatrixIT {
  private static final Set<String> CHOSEN =
      Stream.of(System.getProperty("firsthop.exercises", "").split(","))
          .filter(id -> !id.isEmpty())
          .collect(Collectors.toSet());

  private final Installation installation = Installation.current();
  private ProvingGround ground;
  private List<ExerciseProof> proofs;

  @BeforeAll
  void grade() throws Exception {
    ground = new ProvingGround(installation);
    proofs =
        ground.prove(
            ground.plan().exercises().stream()
                .filter(exercise -> CHOSEN.isEmpty() || CHOSEN.contains(exercise.id()))
                .toList());
    Files.writeString(
        installation.home().resolve("grader/proof/target/kill-matrix.md"),
        proofs.stream()
            .map(proof -> proof.killMatrix().markdown())
            .collect(Collectors.joining("\n")));
  }

  @AfterAll
  void close() {
    if (ground != null) {
      ground.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_wrong_with_any_exercise(ProofLine line) {
    assertThat(proofs.stream().flatMap(proof -> line.defects(proof).stream()))
        .as(line.sentence())
        .isEmpty();
  }

  @Test
  void every_folder_of_submissions_belongs_to_an_exercise_and_every_exercise_has_some()
      throws IOException {
    Set<String> ids =
        ground.plan().exercises().stream().map(ExamPlan.Exercise::id).collect(Collectors.toSet());
    assertThat(ids).isNotEmpty();
    for (String kind : List.of("right", "wrong")) {
      Path folder = installation.home().resolve("grader/exams").resolve(kind);
      try (Stream<Path> inside = Files.list(folder)) {
        assertThat(inside.filter(Files::isDirectory).map(each -> each.getFileName().toString()))
            .as("folders in %s", folder)
            .containsExactlyInAnyOrderElementsOf(ids);
      }
    }
  }

  /** What an earlier submission left in a process must not decide a later one. */
  @Test
  void a_warm_candidate_gets_the_verdicts_of_a_fresh_one() throws Exception {
    List<Trial> sample = new ArrayList<>();
    for (ExerciseProof proof : proofs) {
      Stream.of(Kind.REFERENCE, Kind.WRONG)
          .flatMap(kind -> proof.of(kind).stream().limit(1))
          .map(TrialResult::trial)
          .filter(trial -> !trial.opensSockets())
          .forEach(sample::add);
    }
    Map<Trial, TrialResult> fresh = ground.grade(sample, trial -> false);
    assertThat(verdicts(sample, fresh)).isEqualTo(verdicts(sample, warm()));
  }

  @Test
  void feedback_shows_nothing_of_hidden_tests_unless_an_instructor_wants_it_to() throws Exception {
    HiddenText hidden = HiddenText.of(installation, ground.plan());
    assertThat(hidden.literals()).hasSizeGreaterThan(500);
    Map<String, List<String>> leaks = new TreeMap<>();
    Set<String> leaksAtFull = new TreeSet<>();
    for (TrialResult graded : warm().values()) {
      Submission submission = graded.trial().submission(ground.lab(graded.trial().exercise()));
      SubmissionResult result = result(graded, submission);
      for (FeedbackLevel level : FeedbackLevel.values()) {
        List<String> found = hidden.in(FeedbackText.of(result, submission, level), submission);
        if (level == FeedbackLevel.FULL && !found.isEmpty()) {
          leaksAtFull.add(graded.trial().id());
        } else if (level != FeedbackLevel.FULL && !found.isEmpty()) {
          leaks.put(graded.trial().id() + " at " + level.word(), found);
        }
      }
    }
    assertThat(leaks).isEmpty();
    assertThat(leaksAtFull)
        .as("stubs that throw their arguments; without them this test would look for nothing")
        .anyMatch(id -> id.contains(Stub.THROWS_ITS_ARGUMENTS.name()));
  }

  private Map<Trial, TrialResult> warm() {
    Map<Trial, TrialResult> all = new LinkedHashMap<>();
    proofs.stream()
        .flatMap(proof -> proof.results().stream())
        .forEach(result -> all.put(result.trial(), result));
    return all;
  }

  private static Map<String, List<Verdict>> verdicts(
      List<Trial> trials, Map<Trial, TrialResult> results) {
    Map<String, List<Verdict>> verdicts = new TreeMap<>();
    for (Trial trial : trials) {
      verdicts.put(
          trial.id(), results.get(trial).tests().stream().map(TestResult::verdict).toList());
    }
    return verdicts;
  }

  private static SubmissionResult result(TrialResult graded, Submission submission) {
    return new SubmissionResult(
        submission.id(),
        "",
        List.of(graded.lab()),
        List.of(),
        Instant.EPOCH,
        0,
        SubmissionOrigin.UNKNOWN);
  }
}
