package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.result.SubmissionResult;
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

  /** Participant 77 is in another group than the one whose number is 77. */
  private static final String TEAMS =
      """
      Identifier,Full name,Status,Group,Grade,Maximum Grade,Last modified (grade),Feedback comments
      Participant 77,Ann Other,No submission,Group 9,,100.00,-,
      Participant 501,Jane Doe,Submitted for grading,Group 3,,100.00,-,
      Participant 502,Minsu Kim,Submitted for grading,Group 3,,100.00,-,
      Participant 503,Jun Lee,Submitted for grading,,,100.00,-,
      """;

  @TempDir Path temp;

  @Test
  void a_worksheet_of_the_total_to_the_letter() throws Exception {
    ExportResult exported = export("Moodle", FeedbackLevel.HINTS, Optional.empty());
    assertThat(exported.notices())
        .singleElement()
        .asString()
        .startsWith("if the assignment is for teams, use --like");
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
    ExportResult exported = new MoodleExport(Optional.of(Sheet.read(file)), false).export(grades);
    assertThat(ReadCsv.of(exported.files().get("moodle.csv"))).isEqualTo(ReadCsv.of(WORKSHEET));
    assertThat(exported.notices()).contains("not found in " + file + ": evil");
  }

  @Test
  void the_number_of_a_team_is_no_participants_and_all_of_the_team_get_the_mark() throws Exception {
    ExportResult exported = team("Group 3", "77");
    assertThat(grades(exported)).containsExactly("", "8.00", "8.00", "");
    assertThat(exported.notices()).noneMatch(notice -> notice.contains("Participant 77"));
  }

  @Test
  void the_default_group_is_those_in_no_group() throws Exception {
    assertThat(grades(team("Default group", ""))).containsExactly("", "", "", "8.00");
    assertThat(grades(team("기본 모둠", ""))).containsExactly("", "", "", "8.00");
  }

  @Test
  void a_number_and_a_name_of_two_people_are_a_line_and_no_mark() throws Exception {
    ExportResult exported = team("Group 8", "501");
    assertThat(grades(exported)).containsExactly("", "", "", "");
    assertThat(exported.notices())
        .contains(
            "team: Participant 501 is called Jane Doe in the worksheet, and no group is called"
                + " Group 8");
  }

  @Test
  void a_participant_who_handed_in_nothing_gets_no_mark() throws Exception {
    ExportResult exported = team("Ann Other", "77");
    assertThat(grades(exported)).containsExactly("", "", "", "");
    assertThat(exported.notices())
        .contains("team: Participant 77 has the status \"No submission\" in the worksheet");
  }

  @Test
  void two_submissions_for_one_participant_are_a_line_and_no_mark() throws Exception {
    Grades grades =
        ExportSamples.graded(submission("a", "Group 3", "77"), submission("b", "Jane Doe", "501"));
    ExportResult exported = export(grades, TEAMS, false);
    assertThat(grades(exported)).containsExactly("", "", "8.00", "");
    assertThat(exported.notices()).contains("Participant 501 belongs to two submissions: a, b");
  }

  @Test
  void a_grade_and_a_comment_by_hand_stay_and_are_listed_unless_they_may_be_overwritten()
      throws Exception {
    String entered = TEAMS.replace("Group 3,,", "Group 3,50.00,");
    Grades grades = ExportSamples.graded(submission("team", "Group 3", "77"));
    ExportResult kept = export(grades, entered, false);
    assertThat(grades(kept)).containsExactly("", "50.00", "50.00", "");
    assertThat(kept.notices())
        .anyMatch(
            notice ->
                notice.endsWith("the grade of Participant 501, the grade of Participant 502"));
    assertThat(grades(export(grades, entered, true))).containsExactly("", "8.00", "8.00", "");
  }

  @Test
  void a_name_that_two_participants_have_is_not_used_even_if_one_of_them_is_known_by_number()
      throws Exception {
    String worksheet = TEAMS.replace("Jun Lee", "Jane Doe");
    Grades grades =
        ExportSamples.graded(
            submission("a", "Jane Doe", "501"),
            ExportSamples.student(
                "b",
                ExportSamples.arrival("", "Jane Doe", "", ExportSamples.DUE),
                ExportSamples.half(),
                ExportSamples.passed()));
    ExportResult exported = export(grades, worksheet, false);
    assertThat(grades(exported)).containsExactly("", "8.00", "", "");
    assertThat(exported.notices()).anyMatch(notice -> notice.endsWith("worksheet.csv: b"));
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
    assertThat(oneMark("full").notices()).noneMatch(notice -> notice.contains("maximum"));
    assertThat(oneMark("more").notices())
        .contains("Moodle ignores these marks, because they are above the maximum: more");
  }

  @ParameterizedTest
  @MethodSource("firsthop.grader.export.CanvasExportTest#hostile")
  void no_name_is_a_formula_or_ends_a_cell_in_php(String name) throws Exception {
    String table =
        new MoodleExport(Optional.empty(), false)
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
    return new MoodleExport(Optional.empty(), false)
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
    return new MoodleExport(Optional.empty(), false).export(ExportSamples.three(from, level, lab));
  }

  private ExportResult team(String name, String number) throws Exception {
    return export(ExportSamples.graded(submission("team", name, number)), TEAMS, false);
  }

  private static SubmissionResult submission(String id, String name, String number) {
    return ExportSamples.student(
        id,
        ExportSamples.arrival("Moodle", name, number, ExportSamples.DUE),
        ExportSamples.half(),
        ExportSamples.passed());
  }

  private ExportResult export(Grades grades, String worksheet, boolean overwrite) throws Exception {
    Path file = Files.writeString(temp.resolve("worksheet.csv"), worksheet);
    return new MoodleExport(Optional.of(Sheet.read(file)), overwrite).export(grades);
  }

  private static List<String> grades(ExportResult exported) {
    return ReadCsv.of(exported.files().get("moodle.csv")).stream()
        .skip(1)
        .map(row -> row.get(4))
        .toList();
  }

  private ExportResult like(String worksheet) throws Exception {
    Path file = Files.writeString(temp.resolve("worksheet.csv"), worksheet);
    return new MoodleExport(Optional.of(Sheet.read(file)), false)
        .export(ExportSamples.three("Moodle", FeedbackLevel.HINTS, Optional.empty()));
  }
}
