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
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Grades, for every exercise of the sealed plan, what must earn all its points and what must lose
 * some. {@code -Dfirsthop.exercises=2.1,2.2} proves these exercises alone.
 *
 * <p>The kill matrix of each exercise is written to {@code grader/proof/target/kill-matrix.md}.
 */
@Isolated("it uses every processor")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillMatrixIT {
  private static final Set<String> CHOSEN =
      Stream.of(System.getProperty("firsthop.exercises", "").split(","))
          .filter(id -> !id.isEmpty())
          .collect(Collectors.toSet());

  /** So many wrong submissions lie between two that are graded in a fresh process, too. */
  private static final int EVERY = 15;

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
    List<Defect> defects = proofs.stream().flatMap(proof -> line.defects(proof).stream()).toList();
    assertThat(defects)
        .withFailMessage(() -> line.sentence() + ", but:\n" + lines(defects))
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
    List<Trial> sample =
        proofs.stream()
            .flatMap(KillMatrixIT::sample)
            .map(TrialResult::trial)
            .filter(trial -> !trial.opensSockets())
            .toList();
    Map<String, List<Verdict>> warm = verdicts(sample, results());
    assertThat(verdicts(sample, ground.grade(sample, trial -> false))).isEqualTo(warm);
    assertThat(warm.values().stream().flatMap(List::stream))
        .contains(Verdict.PASSED, Verdict.FAILED);
  }

  /** Returns the reference, and every so many of the wrong submissions, the last among them. */
  private static Stream<TrialResult> sample(ExerciseProof proof) {
    List<TrialResult> chosen = new ArrayList<>(proof.of(Kind.REFERENCE));
    List<TrialResult> wrong = proof.of(Kind.WRONG);
    for (int i = wrong.size() - 1; i >= 0; i -= EVERY) {
      chosen.add(wrong.get(i));
    }
    return chosen.stream();
  }

  @Test
  void feedback_shows_nothing_of_hidden_tests_unless_an_instructor_wants_it_to() throws Exception {
    HiddenText hidden = HiddenText.of(installation, ground.plan());
    assertThat(hidden.literals()).hasSizeGreaterThan(500);
    List<String> leaks = new ArrayList<>();
    Set<String> leaksAtFull = new TreeSet<>();
    for (TrialResult graded : results().values()) {
      Submission submission = graded.trial().submission(ground.lab(graded.trial().exercise()));
      SubmissionResult result = result(graded, submission);
      for (FeedbackLevel level : FeedbackLevel.values()) {
        List<String> found = hidden.in(FeedbackText.of(result, submission, level), submission);
        if (level == FeedbackLevel.FULL && !found.isEmpty()) {
          leaksAtFull.add(graded.trial().id());
        } else if (level != FeedbackLevel.FULL && !found.isEmpty()) {
          found.forEach(
              shown ->
                  leaks.add(
                      "the feedback of %s at %s shows a text of a hidden test: %s"
                          .formatted(graded.trial().id(), level.word(), hidden.explain(shown))));
        }
      }
    }
    assertThat(leaks).withFailMessage(() -> String.join("\n", leaks)).isEmpty();
    Map<Integer, List<String>> stubsOfLabs =
        proofs.stream()
            .map(ExerciseProof::exercise)
            .collect(
                Collectors.groupingBy(
                    ExamPlan.Exercise::lab,
                    Collectors.mapping(
                        exercise -> exercise.id() + " stub " + Stub.THROWS_ITS_ARGUMENTS,
                        Collectors.toList())));
    assertThat(stubsOfLabs)
        .as("each lab has a stub that shows its arguments; else this test would look for nothing")
        .allSatisfy((lab, stubs) -> assertThat(leaksAtFull).containsAnyElementsOf(stubs));
  }

  private static String lines(List<Defect> defects) {
    return defects.stream().map(Defect::toString).collect(Collectors.joining("\n"));
  }

  private Map<Trial, TrialResult> results() {
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
