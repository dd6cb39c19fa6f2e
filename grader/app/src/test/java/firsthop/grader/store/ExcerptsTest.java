package firsthop.grader.store;

import static firsthop.grader.gradebook.SampleResultSet.lab;
import static firsthop.grader.gradebook.SampleResultSet.result;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.Gradebook;
import firsthop.grader.gradebook.SampleResultSet;
import firsthop.grader.result.LabResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptsTest {
  private static final String PATH = "firsthop/addresses/MyCodec.java";

  @TempDir private Path folder;

  @Test
  void the_lines_around_an_error_are_kept_and_no_others() {
    assertThat(excerpts("line 5: ';' expected", lines(9)).files().get(PATH))
        .containsExactly(
            Map.entry(3, "line three"),
            Map.entry(4, "4"),
            Map.entry(5, "5"),
            Map.entry(6, "6"),
            Map.entry(7, "7"));
  }

  @Test
  void errors_at_both_ends_and_beyond() {
    assertThat(excerpts("line 1: a\n  symbol: b\nline 4: c", lines(4)).files().get(PATH))
        .containsOnlyKeys(1, 2, 3, 4);
    assertThat(excerpts("line 0: a\nline 7: b\nline 9999999: c", lines(4)).files().get(PATH))
        .containsOnlyKeys(1, 2);
    assertThat(excerpts("it took too long", lines(4)).files().get(PATH)).isEmpty();
  }

  @Test
  void what_compiled_is_not_kept() {
    assertThat(
            Excerpts.of(
                lab("lab01", result("a", Verdict.FAILED, "line 2: no")), Map.of(PATH, lines(4))))
        .isEqualTo(Excerpts.NONE);
  }

  @Test
  void a_file_of_no_exercise_is_kept_too() {
    LabResult lab =
        new LabResult("lab01", List.of(), Map.of("a/Help.java", "line 1: no"), false, List.of());
    assertThat(Excerpts.of(lab, Map.of("a/Help.java", "class")).files().get("a/Help.java"))
        .containsExactly(Map.entry(1, "class"));
  }

  @Test
  void a_line_and_a_lab_are_kept_up_to_their_limits() {
    String longest = "x".repeat(Excerpts.MAX_LINE_CHARS);
    assertThat(excerpts("line 1: a", longest).files().get(PATH)).containsEntry(1, longest);
    assertThat(excerpts("line 1: a", longest + "x").files().get(PATH))
        .containsEntry(1, longest + "…");
    String everyFifth =
        IntStream.range(0, Excerpts.MAX_LINES)
            .mapToObj(i -> "line " + (3 + 5 * i) + ": a")
            .collect(Collectors.joining("\n"));
    assertThat(excerpts(everyFifth, lines(5 * Excerpts.MAX_LINES)).files().get(PATH))
        .hasSize(Excerpts.MAX_LINES);
    assertThat(excerpts("line 3: a", lines(5)).files().get(PATH)).hasSize(5);
  }

  @Test
  void they_are_kept_from_run_to_run() throws Exception {
    Gradebook gradebook =
        Gradebook.open(folder, SampleResultSet.RUN, SampleSpecs.of("submissions"));
    gradebook.record(
        SampleResultSet.graded("kim", result("a", Verdict.DID_NOT_COMPILE, "line 1: reached end")),
        SampleResultSet.handedIn("kim", "class MyCodec {"));
    Excerpts expected = new Excerpts(Map.of(PATH, new TreeMap<>(Map.of(1, "class MyCodec {"))));
    assertThat(gradebook.kept("kim").orElseThrow().excerpts()).containsEntry("lab01", expected);
    gradebook.record(
        SampleResultSet.submission("kim", lab("lab02", result("b", Verdict.PASSED, ""))),
        SampleResultSet.handedIn("kim", "class MyCodec {}"));
    assertThat(gradebook.kept("kim").orElseThrow().excerpts())
        .as("a later run that did not grade the lab")
        .containsEntry("lab01", expected);
  }

  private static Excerpts excerpts(String problem, String source) {
    return Excerpts.of(
        lab("lab01", result("a", Verdict.DID_NOT_COMPILE, problem)), Map.of(PATH, source));
  }

  private static String lines(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> i == 3 ? "line three" : String.valueOf(i))
        .collect(Collectors.joining("\n"));
  }
}
