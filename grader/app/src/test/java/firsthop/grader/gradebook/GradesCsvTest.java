package firsthop.grader.gradebook;

import static firsthop.grader.gradebook.SampleResultSet.lab;
import static firsthop.grader.gradebook.SampleResultSet.result;
import static firsthop.grader.gradebook.SampleResultSet.submission;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.HandedIn;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

class GradesCsvTest {
  private static final LabResult FULL = lab("lab01", result("a", Verdict.PASSED, ""));
  private static final LabResult ZERO = lab("lab02", result("b", Verdict.FAILED, "why"));
  private static final LabResult NONE = none("lab01");
  private static final LabResult NONE_EITHER = none("lab02");
  private static final LabResult BROKE =
      lab("lab02", HandedIn.WORK, true, result("b", Verdict.CRASHED, "why"));
  private static final LabResult UNREAD = unread("lab01");
  private static final LabResult UNREAD_EITHER = unread("lab02");
  private static final LabResult LOST = lab("lab02", result("b", Verdict.NOT_GRADED, "why"));

  @Test
  void a_row_a_submission_and_a_column_a_lab_to_the_letter() {
    assertThat(
            write(
                List.of("lab01", "lab02"),
                List.of(
                    submission("kim", FULL, ZERO),
                    submission("lee", NONE, NONE_EITHER),
                    submission("park", FULL, BROKE),
                    submission("choi", FULL, LOST),
                    submission("han", UNREAD, UNREAD_EITHER))))
        .isEqualTo(
            """
            submission,person,lab01,lab02,total,max,before late rule,overrides,status
            kim,"Kim, Min",4,0,4,8,4,,graded
            lee,"Kim, Min",0,0,0,8,0,,nothing handed in
            park,"Kim, Min",4,0,4,8,4,,broke the bench
            choi,"Kim, Min",4,,,,,,not graded
            han,"Kim, Min",,,,,,,not readable
            """);
  }

  @Test
  void one_lab_is_one_column() {
    assertThat(write(List.of("lab01"), List.of(submission("kim", FULL))))
        .isEqualTo(
            "submission,person,lab01,total,max,before late rule,overrides,status\nkim,\"Kim, Min\",4,4,4,4,,graded\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          plain|plain
          a,b|"a,b"
          say "hi"|"say ""hi"\""
          """)
  void a_cell_is_quoted_where_it_must_be(String id, String cell) {
    assertThat(row(id)).isEqualTo(cell + ",\"Kim, Min\",4,4,4,4,,graded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"})
  void no_name_is_a_formula(String starter) {
    String id = starter + "cmd|' /C calc'!A0";
    assertThat(readBack(id)).isEqualTo("'" + id);
    assertThat(readBack("a" + id)).isEqualTo("a" + id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\r\nb",
        "a,b",
        "\"",
        "\"\"",
        "'",
        ";",
        " a ",
        "<script>",
        "\\",
        "\\n",
        "김철수"
      })
  void every_name_is_read_back_as_it_was(String id) {
    assertThat(readBack(id)).isEqualTo(id);
  }

  @Test
  void what_counts_stands_beside_what_was_earned() {
    PointsOverride word = new PointsOverride("kim", "1.1", 10, "=cmd()", SampleResultSet.STARTED);
    MarkRules rules =
        new MarkRules(
            new DueDates(Map.of("lab01", SampleResultSet.STARTED.minusSeconds(120)), Map.of()),
            new LateRule(BigDecimal.TEN, Duration.ZERO, BigDecimal.valueOf(50)),
            Map.of(),
            Overrides.NONE.with(word));
    assertThat(GradesCsv.write(List.of("lab01"), List.of(submission("kim", FULL)), rules))
        .isEqualTo(
            "submission,person,lab01,total,max,before late rule,overrides,status\n"
                + "kim,\"Kim, Min\",9,9,4,10,1.1: 10,graded\n");
  }

  private static String row(String id) {
    return write(List.of("lab01"), List.of(submission(id, FULL))).lines().toList().get(1);
  }

  private static String readBack(String id) {
    String table = write(List.of("lab01"), List.of(submission(id, FULL)));
    try (MappingIterator<List<String>> rows =
        new CsvMapper()
            .readerForListOf(String.class)
            .with(CsvReadFeature.WRAP_AS_ARRAY)
            .readValues(table)) {
      List<List<String>> all = rows.readAll();
      assertThat(all).hasSize(2);
      assertThat(all.get(1)).hasSize(8).endsWith("4", "4", "4", "4", "", "graded");
      return all.get(1).get(0);
    }
  }

  private static String write(List<String> labs, List<SubmissionResult> results) {
    return GradesCsv.write(labs, results, MarkRules.NONE);
  }

  private static LabResult none(String id) {
    return lab(id, HandedIn.NOTHING, false, result("a", Verdict.MISSING, ""));
  }

  private static LabResult unread(String id) {
    return lab(id, HandedIn.UNREADABLE, false, result("a", Verdict.NOT_GRADED, ""));
  }
}
