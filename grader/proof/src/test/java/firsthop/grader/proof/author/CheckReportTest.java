package firsthop.grader.proof.author;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.proof.Defect;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckReportTest {
  private final StringWriter out = new StringWriter();
  private final CheckReport one = new CheckReport(new PrintWriter(out), false);
  private final CheckReport several = new CheckReport(new PrintWriter(out), true);

  @Test
  void one_exercise_has_a_line_for_each_check() {
    one.decided("1.1", "clauses", "12 quotations", List.of());
    one.decided("1.1", "hints", "", defects(1));
    one.undecided("1.1", "reference");
    one.end("1.1", Duration.ofMillis(9_900));
    assertThat(out.toString().lines())
        .containsExactly(
            "ok       clauses    12 quotations",
            "MISSING  hints      what 0: expected this, came that; mend it",
            "later    reference  needs what is missing above",
            "1 thing is missing in 1.1. Begin with the first line, then check again (9 s).");
    assertThat(one.isIncomplete()).isTrue();
  }

  @Test
  void nothing_is_missing_where_all_is_well() {
    one.decided("1.1", "clauses", "12 quotations", List.of());
    one.end("1.1", Duration.ZERO);
    assertThat(out.toString()).endsWith("Nothing is missing in 1.1 (0 s).\n");
    assertThat(one.isIncomplete()).isFalse();
  }

  @Test
  void several_exercises_have_a_line_each_and_one_for_each_thing_that_is_missing() {
    several.decided("1.1", "clauses", "12 quotations", List.of());
    several.decided("1.2", "clauses", "", defects(2));
    several.undecided("1.2", "reference");
    several.done("1.1");
    several.done("1.2");
    assertThat(out.toString().lines())
        .containsExactly(
            "MISSING  1.2  clauses    what 0: expected this, came that; mend it",
            "         1.2             what 1: expected this, came that; mend it",
            "ok       1.1             nothing is missing");
  }

  @Test
  void the_whole_fits_into_sixty_lines_however_much_is_missing() {
    for (int check = 0; check < 22; check++) {
      one.decided("1.1", "check " + check, "", defects(100));
    }
    one.end("1.1", Duration.ZERO);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSizeLessThanOrEqualTo(60);
    assertThat(lines).anyMatch(line -> line.endsWith("mend it (and 92 more)"));
    assertThat(lines).anyMatch(line -> line.endsWith("mend it (and 99 more)"));
    assertThat(lines.get(lines.size() - 1)).startsWith("2200 things are missing in 1.1.");
  }

  @Test
  void a_long_line_is_cut() {
    one.decided(
        "1.1", "hints", "", List.of(new Defect("1.1", "x".repeat(1_000), "this", "that", "mend")));
    assertThat(out.toString().strip()).hasSizeLessThan(560).endsWith("…");
  }

  private static List<Defect> defects(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Defect("1.1", "what " + i, "this", "that", "mend it"))
        .toList();
  }
}
