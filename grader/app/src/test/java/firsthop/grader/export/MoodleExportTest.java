package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.common.SourceText;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.roster.RosterMatcher;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.submission.AccountOwner;
import firsthop.grader.submission.SubmissionOrigin;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void without_a_worksheet_only_numbers_that_are_certainly_of_people_are_written()
      throws Exception {
    Grades grades =
        ExportSamples.graded(
            submission("team", "Group 3", "77"),
            submission("blind", "", "501", AccountOwner.PERSON));
    ExportResult exported = new MoodleExport(Optional.empty(), false).export(grades);
    assertThat(ReadCsv.of(exported.files().get("moodle.csv")))
        .extracting(row -> row.get(0))
        .containsExactly("Identifier", "", "Participant 501");
    assertThat(exported.notices()).singleElement().asString().endsWith("from Moodle: team");
  }

  @Test
  void a_blind_submission_has_no_name_that_could_contradict_the_worksheet() throws Exception {
    Grades grades =
        ExportSamples.graded(submission("Participant_501", "", "501", AccountOwner.PERSON));
    ExportResult exported = export(grades, TEAMS, false);
    assertThat(grades(exported)).containsExactly("", "8.00", "", "");
    assertThat(exported.notices()).noneMatch(notice -> notice.startsWith("Participant_501:"));
  }

  @Test
  void a_student_without_a_number_of_moodle_is_found_by_the_name_in_the_roster() throws Exception {
    assertThat(grades(team("Jane Doe", ""))).containsExactly("", "8.00", "", "");
    ExportResult nothing = team("Ann Other", "");
    assertThat(grades(nothing)).containsExactly("", "", "", "");
    assertThat(nothing.notices())
        .contains("team: Participant 77 has the status \"No submission\" in the worksheet");
  }

  @Test
  void in_a_worksheet_without_names_only_numbers_of_blind_marking_count() throws Exception {
    String blind =
        "Identifier,Status,Grade,Last modified (grade)\nParticipant 77,x,,-\nParticipant 78,x,,-\n";
    Grades grades =
        ExportSamples.graded(
            submission("team", "Group 3", "77"),
            submission("Participant_78", "", "78", AccountOwner.PERSON));
    ExportResult exported = export(grades, blind, false);
    assertThat(ReadCsv.of(exported.files().get("moodle.csv")))
        .extracting(row -> row.get(2))
        .containsExactly("Grade", "", "8.00");
    assertThat(exported.notices())
        .contains(
            "team: Participant 77 has no name in the worksheet, and no group is called Group 3");
  }

  @Test
  void a_name_may_be_written_in_another_order() throws Exception {
    assertThat(grades(team("Doe, Jane", "501"))).containsExactly("", "8.00", "", "");
    assertThat(grades(team("Kim Minsu", "502"))).containsExactly("", "", "8.00", "");
  }

  @Test
  void an_overdue_student_without_a_submission_gets_no_mark_either() throws Exception {
    String overdue = "No submission - Assignment is overdue by: 5 days";
    Grades grades = ExportSamples.graded(submission("team", "Ann Other", "77"));
    ExportResult exported = export(grades, TEAMS.replace("No submission", overdue), false);
    assertThat(grades(exported)).containsExactly("", "", "", "");
    assertThat(exported.notices())
        .contains("team: Participant 77 has the status \"" + overdue + "\" in the worksheet");
  }

  @Test
  void a_student_of_whom_nothing_came_gets_a_0_unless_the_worksheet_knows_of_something()
      throws Exception {
    Grades lab02 =
        Grades.of(
            ExportSamples.run(
                FeedbackLevel.HINTS, absent("Ann Other", "77"), absent("Jane Doe", "501")),
            Optional.of("lab02"));
    ExportResult exported = export(lab02, TEAMS, false);
    assertThat(grades("moodle-lab02.csv", exported)).containsExactly("0.00", "", "", "");
    assertThat(exported.notices())
        .contains(
            "Jane Doe: Participant 501 has the status \"Submitted for grading\" in the worksheet,"
                + " but nothing of it was found");
  }

  private static SubmissionResult absent(String name, String number) {
    return ExportSamples.nothing(
        name,
        new SubmissionOrigin("Moodle", name, number, Optional.empty(), false),
        RosterMatcher.NOTHING_CAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "식별자,성명,상태,모둠,성적,최대 성적,마지막 수정됨(성적),피드백 코멘트,참가자,제출이 없습니다.",
        "ID,Vollständiger Name,Status,Gruppe,Bewertung,Bestwertung,Zuletzt geändert (Bewertung),"
            + "Feedback als Kommentar,Teilnehmer/in,Keine Abgabe",
        "ID,フルネーム,ステータス,グループ,評点,最大評点,最終更新日時 (評定),フィードバックコメント,参加者,提出なし",
        "标识符,全名,状态,小组,成绩,最高分,上次修改（评分）,评语反馈,参与人,没有作业",
        "識別碼,全名,狀態,群組,成績,最高成績,最後修改的(得分),評語,參與者,未繳交",
        "Identifiant,Nom complet,Statut,Groupe,Note,Note maximale,Dernière modification (note),"
            + "Feedback par commentaires,Participant,Pas de travail remis",
        "Identificador,Nombre completo,Estado,Grupo,Calificación,Calificación máxima,"
            + "Última modificación (calificación),Comentarios de retroalimentación,Participante,Sin entrega"
      })
  void a_worksheet_in_another_language_is_filled_in_and_keeps_its_words(String words)
      throws Exception {
    String[] word = words.split(",", -1);
    String worksheet =
        String.join(",", List.of(word).subList(0, 8))
            + "\n%s77,Ann Other,%s,Group 9,,\"12,00\",-,".formatted(word[8], word[9])
            + "\n%s501,Jane Doe,x,Group 3,,\"12,00\",-,\n".formatted(word[8]);
    Grades grades =
        ExportSamples.graded(
            submission("team", "Group 3", "77"), submission("other", "Ann Other", "77"));
    ExportResult exported = export(grades, worksheet, false);
    List<List<String>> rows = ReadCsv.of(exported.files().get("moodle.csv"));
    assertThat(rows.get(0)).isEqualTo(ReadCsv.of(worksheet).get(0));
    assertThat(rows.get(1)).isEqualTo(ReadCsv.of(worksheet).get(1));
    assertThat(rows.get(2).subList(0, 7))
        .containsExactly(word[8] + "501", "Jane Doe", "x", "Group 3", "8,00", "12,00", "-");
    assertThat(exported.notices()).noneMatch(notice -> notice.contains("maximum"));
    assertThat(exported.notices()).anyMatch(notice -> notice.contains(word[9]));
  }

  @Test
  void a_worksheet_keeps_its_encoding_and_its_separator() throws Exception {
    Charset korean = SourceText.KOREAN;
    String worksheet = "식별자;성명;성적;마지막 수정됨(성적)\r\n참가자501;김민수;;-\r\n";
    Path file = Files.write(temp.resolve("worksheet.csv"), worksheet.getBytes(korean));
    Grades grades = ExportSamples.graded(submission("a", "김민수", "501"));
    ExportResult exported =
        new MoodleExport(Optional.of(Sheet.read(file, MoodleExport::isHeader)), false)
            .export(grades);
    Path written = ExportFiles.write(temp, exported);
    assertThat(Files.readString(written, korean)).isEqualTo(worksheet.replace(";;", ";8.00;"));
    assertThat(exported.notices())
        .contains(
            "moodle.csv is in x-windows-949, like "
                + file
                + "; choose this encoding in the import");
  }

  @Test
  void a_letter_that_the_encoding_lacks_is_not_lost() throws Exception {
    byte[] worksheet =
        "Identifier,Full name,Grade,Last modified (grade),Feedback comments\nParticipant 1,Á,,-,\n"
            .getBytes(Charset.forName("windows-1252"));
    Path file = Files.write(temp.resolve("worksheet.csv"), worksheet);
    Sheet sheet = Sheet.read(file, MoodleExport::isHeader);
    ExportResult exported = ExportResult.like(sheet, "moodle.csv", "김", List.of());
    assertThat(Files.readString(ExportFiles.write(temp, exported))).isEqualTo("김");
    assertThat(exported.notices()).singleElement().asString().contains("choose UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Participant 501 | Participant x | 'row 3, column Identifier: expected a participant'",
        "Participant 502 | Participant 501 | 'row 4, column Identifier: Participant 501 is also in row 3'"
      })
  void a_participant_that_cannot_be_read_is_refused_with_the_row_and_the_column(
      String cell, String changed, String why) {
    assertThatThrownBy(() -> like(TEAMS.replace(cell, changed))).hasMessageContaining(why);
  }

  @Test
  void a_name_like_those_of_two_groups_is_a_line_and_no_mark() throws Exception {
    String teams = TEAMS.replace("Jane Doe,Submitted for grading,Group 3", "Jane Doe,x,Group-3");
    assertThat(grades(export(group("Group 3"), teams, false))).containsExactly("", "", "8.00", "");
    ExportResult exported = export(group("Group3"), teams, false);
    assertThat(grades(exported)).containsExactly("", "", "", "");
    assertThat(exported.notices()).contains("team: more than one group has a name like Group3");
  }

  private static Grades group(String name) throws Exception {
    return ExportSamples.graded(submission("team", name, "77"));
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
        .contains("team: Participant 77 has the status \"No submission\" in the worksheet")
        .noneMatch(notice -> notice.startsWith("not found"));
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
    return submission(id, name, number, AccountOwner.UNKNOWN);
  }

  private static SubmissionResult submission(
      String id, String name, String number, AccountOwner owner) {
    return ExportSamples.student(
        id,
        new SubmissionOrigin("Moodle", name, number, Optional.empty(), false, owner),
        ExportSamples.half(),
        ExportSamples.passed());
  }

  private ExportResult export(Grades grades, String worksheet, boolean overwrite) throws Exception {
    Path file = Files.writeString(temp.resolve("worksheet.csv"), worksheet);
    return new MoodleExport(Optional.of(Sheet.read(file)), overwrite).export(grades);
  }

  private static List<String> grades(ExportResult exported) {
    return grades("moodle.csv", exported);
  }

  private static List<String> grades(String file, ExportResult exported) {
    return ReadCsv.of(exported.files().get(file)).stream().skip(1).map(row -> row.get(4)).toList();
  }

  private ExportResult like(String worksheet) throws Exception {
    Path file = Files.writeString(temp.resolve("worksheet.csv"), worksheet);
    return new MoodleExport(Optional.of(Sheet.read(file)), false)
        .export(ExportSamples.three("Moodle", FeedbackLevel.HINTS, Optional.empty()));
  }
}
