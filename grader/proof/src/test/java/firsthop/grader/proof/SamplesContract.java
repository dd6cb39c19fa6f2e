package firsthop.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.grading.Grading;
import firsthop.grader.intake.Intake;
import firsthop.grader.intake.IntakeLimits;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every sandbox makes of the samples in {@code examples}: what their README says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SamplesContract {
  private static final int BENCHES = Runtime.getRuntime().availableProcessors() + 1;

  final Installation installation = Installation.current();
  final Path samples = installation.home().resolve("examples");
  private final Map<String, SubmissionResult> results = new TreeMap<>();
  private Course course;

  /** Opens the sandbox in which the samples are graded, all on a few benches. */
  abstract Sandbox open() throws Exception;

  final Course course() {
    return course;
  }

  @BeforeAll
  void gradeAll() throws Exception {
    course = Course.read(installation);
    try (Sandbox sandbox = open();
        Grading grading = new Grading(sandbox, BENCHES)) {
      grading
          .grade(new Intake(course, IntakeLimits.STANDARD).take(samples), course.labs(), done -> {})
          .forEach(result -> results.put(result.id(), result));
    }
  }

  @Test
  void the_table_in_the_readme_is_what_comes_out() throws Exception {
    List<String> table =
        Files.readAllLines(samples.resolve("README.md")).stream()
            .filter(line -> line.startsWith("| "))
            .toList();
    List<String> expected = new ArrayList<>();
    expected.add(
        "| submission | "
            + course.labs().stream().map(Lab::id).collect(Collectors.joining(" | "))
            + " | total | status | verdicts |");
    results.values().forEach(result -> expected.add(row(result)));
    assertThat(table.stream().map(SamplesContract::withoutLastCell))
        .as("the rows of examples/README.md, without what they show")
        .containsExactlyElementsOf(expected);
  }

  @Test
  void each_sample_shows_what_it_is_there_for() {
    assertThat(verdicts("reference")).containsOnly(Verdict.PASSED);
    assertThat(verdicts("skeleton")).containsOnly(Verdict.OPEN);
    assertShows("half-done", Verdict.PASSED, Verdict.OPEN);
    assertShows("known-mistakes", Verdict.PASSED, Verdict.FAILED);
    assertShows("one-file-broken", Verdict.PASSED, Verdict.DID_NOT_COMPILE);
    assertShows("compiles-nowhere", Verdict.DID_NOT_COMPILE);
    assertShows("loops-forever", Verdict.PASSED, Verdict.TIMED_OUT);
    assertShows("calls-exit", Verdict.PASSED, Verdict.CRASHED);
  }

  /** A sample has the exercises that it shows something in; the others are missing. */
  private void assertShows(String sample, Verdict... shown) {
    Set<Verdict> verdicts = verdicts(sample);
    verdicts.remove(Verdict.MISSING);
    assertThat(verdicts).as(sample).containsOnly(shown);
  }

  @Test
  void the_instructor_is_told_of_a_changed_contract_a_mark_in_a_file_and_of_nothing_else() {
    assertThat(notices("half-done"))
        .containsExactly("MyIpv4Codec.java begins with a byte order mark, which is removed");
    assertThat(notices("known-mistakes"))
        .singleElement()
        .asString()
        .contains("Ipv4Codec.java was changed");
    assertThat(results.keySet())
        .filteredOn(sample -> !Set.of("half-done", "known-mistakes").contains(sample))
        .allSatisfy(sample -> assertThat(notices(sample)).as(sample).isEmpty());
  }

  @Test
  void the_instructor_is_told_where_files_were_found_that_lie_elsewhere() {
    assertThat(results.get("reference").notices()).isEmpty();
    assertThat(results.get("calls-exit").notices())
        .containsExactly("found lab01 in Lab 1 (final); lab02 in Lab 2; no files of lab03, lab04");
  }

  private List<String> notices(String sample) {
    return results.get(sample).notices().stream()
        .filter(notice -> !notice.startsWith("found "))
        .toList();
  }

  private Set<Verdict> verdicts(String sample) {
    return tests(results.get(sample))
        .map(TestResult::verdict)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verdict.class)));
  }

  private static Stream<TestResult> tests(SubmissionResult result) {
    return result.labs().stream()
        .flatMap(lab -> lab.exercises().stream())
        .flatMap(exercise -> exercise.tests().stream());
  }

  private static String row(SubmissionResult result) {
    List<String> cells = new ArrayList<>();
    cells.add(result.id());
    for (LabResult lab : result.labs()) {
      cells.add(lab.score() + "/" + lab.max());
    }
    cells.add(result.score() + "/" + result.max());
    cells.add(result.status().label());
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    tests(result).forEach(test -> counts.merge(test.verdict(), 1, Integer::sum));
    cells.add(
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().label())
            .collect(Collectors.joining(", ")));
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String withoutLastCell(String row) {
    return row.substring(0, row.lastIndexOf(" | ", row.length() - 2) + 2);
  }
}
