package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.settings.FeedbackLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MoodleExportTest {
  private static final String WORKSHEET =
      """
      Identifier,"Full name",Status,Grade,"Maximum Grade","Grade can be changed",\
      "Last modified (submission)","Last modified (grade)","Feedback comments"
      "Participant 103","Choi, Ara","Submitted for grading",5.00,100.00,Yes,"Monday, 2 March 2026",\
      -,old
      "Participant 101","Kim, Min","Submitted for grading",,100.00,Yes,"Monday, 2 March 2026",-,
      """;

  @TempDir Path temp;

  @Test
  void a_worksheet_of_the_total_to_the_letter() throws Exception {
    ExportResult exported = export("Moodle", FeedbackLevel.HINTS, Optional.empty());
    assertThat(exported.notices()).isEmpty();
    assertThat(exported.files())
        .containsOnlyKeys("moodle.csv")
        .containsEntry(
            "moodle.csv",
            "Identifier,Full name,Grade,Maximum Grade,Last modified (grade),Feedback comments\n"
                + "Participant 101,\"Kim, Min\",7.60,12.00,,"
                + "<p><b>7.6 of 12 points</b></p>"
                + "<p>Late: lab01 was handed in 1 day late. 10 % off: 3.6 of 4 points count.</p>"
                + "<ul><li>1.1 Title of 1.1: 4 of 8<ul><li>refuses zeros: failed<br>The &#60;hint&#62;."
                + "<br>Your code threw a <code>NumberFormatException</code> at MyCodec.java:12.</li></ul></li>"
                + "<li>2.1 Title of 2.1: 4 of 4</li></ul>\n"
                + "Participant 102,\"Lee, Jun\",7.00,12.00,,"
                + "\"<p><b>7 of 12 points</b></p>"
                + "<p>Override: 2.1 set to 3 points: seen &#60;in&#62; &#34;person&#34;</p>"
                + "<ul><li>1.1 Title of 1.1: 4 of 8<ul><li>refuses zeros: failed<br>The &#60;hint&#62;."
                + "<br>Your code threw a <code>NumberFormatException</code> at MyCodec.java:12.</li></ul></li>"
                + "<li>2.1 Title of 2.1: 3 of 4 points, set by your instructor (the tests gave: 0)<br>Still open: the skeleton&#39;s <code>Todo</code> is still there."
                + "</li></ul>\"\n"
                + "Participant 103,\"Choi, Ara\",,12.00,,\n");
  }

  @Test
  void a_worksheet_of_one_lab_has_the_marks_of_that_lab() throws Exception {
    ExportResult exported = export("Moodle", FeedbackLevel.SCORE, Optional.of("lab01"));
    assertThat(exported.files().get("moodle-lab01.csv"))
        .contains("Participant 101,\"Kim, Min\",3.60,8.00,,<p><b>3.6 of 8 points</b></p><p>Late: ")
        .contains("Participant 103,\"Choi, Ara\",4.00,8.00,,<p><b>4 of 8 points</b></p>")
        .contains("<li>1.1 Title of 1.1: 4 of 8</li>")
        .doesNotContain("octets", "hint", "echoes");
  }

  @Test
  void whom_moodle_does_not_know_is_said() throws Exception {
    ExportResult exported = export("Canvas", FeedbackLevel.HINTS, Optional.empty());
    assertThat(ReadCsv.of(exported.files().get("moodle.csv")).get(1)).startsWith("", "Kim, Min");
    assertThat(exported.notices()).singleElement().asString().contains("kim, lee, choi");
  }

  @Test
  void moodles_own_worksheet_is_filled_in() throws Exception {
    ExportResult exported = like(WORKSHEET);
    List<List<String>> rows = ReadCsv.of(exported.files().get("moodle.csv"));
    assertThat(rows.get(0)).isEqualTo(ReadCsv.of(WORKSHEET).get(0));
    assertThat(rows.get(1)).isEqualTo(ReadCsv.of(WORKSHEET).get(1));
    assertThat(rows.get(2).subList(0, 8))
        .containsExactly(
            "Participant 101",
            "Kim, Min",
            "Submitted for grading",
            "7.60",
            "100.00",
            "Yes",
            "Monday, 2 March 2026",
            "-");
    assertThat(rows.get(2).get(8)).startsWith("<p><b>7.6 of 12 points</b></p>");
    assertThat(exported.notices())
        .containsExactly(
            "not found in " + temp.resolve("worksheet.csv") + ": lee",
            "the maximum in Moodle is 100.00, but here it is 12.00");
  }

  @Test
  void a_person_who_is_called_like_an_identifier_is_not_whom_it_means() throws Exception {
    Grades grades =
        ExportSamples.graded(
            ExportSamples.student(
                "evil",
                ExportSamples.arrival("", "Participant 101", "", ExportSamples.DUE),
                ExportSamples.half(),
                ExportSamples.passed()));
    Path file = Files.writeString(temp.resolve("worksheet.csv"), WORKSHEET);
    ExportResult exported = new MoodleExport(Optional.of(Sheet.read(file))).export(grades);
    assertThat(ReadCsv.of(exported.files().get("moodle.csv"))).isEqualTo(ReadCsv.of(WORKSHEET));
    assertThat(exported.notices()).contains("not found in " + file + ": evil");
  }

  @Test
  void a_worksheet_without_what_moodle_needs_is_refused() {
    assertThatThrownBy(() -> like(WORKSHEET.replace("Last modified (grade)", "Changed")))
        .hasMessageContaining(
            "is not a grading worksheet exported by Moodle: it has no column Last modified (grade);"
                + " its columns are: Identifier, Full name");
  }

  @Test
  void more_than_the_maximum_is_said() throws Exception {
    assertThat(oneMark("full").notices()).isEmpty();
    assertThat(oneMark("more").notices())
        .containsExactly("Moodle ignores these marks, because they are above the maximum: more");
  }

  @ParameterizedTest
  @MethodSource("firsthop.grader.export.CanvasExportTest#hostile")
  void no_name_is_a_formula_or_ends_a_cell_in_php(String name) throws Exception {
    String table =
        new MoodleExport(Optional.empty())
            .export(ExportSamples.named(name))
            .files()
            .get("moodle.csv");
    ReadCsv.assertHarmless(table);
    assertThat(table.lines()).hasSize(2);
    assertThat(table).doesNotContain("\\");
  }

  @Test
  void what_may_hold_anything_is_code_on_one_line() throws Exception {
    String secret = ExportSamples.SECRET;
    String full = export("Moodle", FeedbackLevel.FULL, Optional.empty()).files().get("moodle.csv");
    assertThat(full).contains("<pre>parse(&#34;" + secret + "&#34;) &#60;x&#62;</pre>");
    assertThat(export("Moodle", FeedbackLevel.HINTS, Optional.empty()).files().get("moodle.csv"))
        .doesNotContain(secret);
    assertThat(CellHtml.code("a\n\tb;=c -d e-f\u0000<\\>"))
        .isEqualTo("<pre>a<br>&#9;b;&#61;c &#45;d e-f?&#60;&#92;&#62;</pre>");
  }

  private static ExportResult oneMark(String id) throws Exception {
    return new MoodleExport(Optional.empty())
        .export(
            Grades.of(
                ExportSamples.run(
                    FeedbackLevel.HINTS,
                    ExportSamples.student(
                        id,
                        ExportSamples.arrival("Moodle", id, "1", ExportSamples.DUE),
                        ExportSamples.passed())),
                Optional.of("lab02")));
  }

  private static ExportResult export(String from, FeedbackLevel level, Optional<String> lab)
      throws Exception {
    return new MoodleExport(Optional.empty()).export(ExportSamples.three(from, level, lab));
  }

  private ExportResult like(String worksheet) throws Exception {
    Path file = Files.writeString(temp.resolve("worksheet.csv"), worksheet);
    return new MoodleExport(Optional.of(Sheet.read(file)))
        .export(ExportSamples.three("Moodle", FeedbackLevel.HINTS, Optional.empty()));
  }
}
