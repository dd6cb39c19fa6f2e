package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.common.BadInputException;
import firsthop.grader.settings.FeedbackLevel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanvasExportTest {
  private static final String GRADEBOOK =
      """
      Student,ID,SIS User ID,SIS Login ID,Section,Lab 1: Addresses (77),Essay (78),LAB02 (79),\
      Final Score
      ,,,,,Manual Posting,,,
          Points Possible,,,,,8.00,20.00,5.00,(read only)
      "Choi, Ara",103,S3,achoi,One,1.00,19.00,2.00,50.00
      "Kim, Min",101,S1,mkim,One,,20.00,,60.00
      "Lee, Jun",102,S2,jlee,One,,,EX,70.00
      "Oh, Hana",104,S4,hoh,One,3.00,,4.00,80.00
      """;

  @TempDir Path temp;

  @Test
  void a_canvas_download_comes_back_by_user_id() throws Exception {
    ExportResult exported = export(three("Canvas"), Map.of("lab02", "Datagrams (55)"));
    assertThat(exported.files().get("canvas.csv"))
        .isEqualTo(
            """
            Student,ID,SIS User ID,SIS Login ID,Section,lab01,Datagrams (55)
                Points Possible,,,,,8,4
            "Kim, Min",101,,,,3.6,4
            "Lee, Jun",102,,,,4,3
            "Choi, Ara",103,,,,4,
            """);
    assertThat(exported.files().get("canvas-remarks.csv"))
        .isEqualTo(
            """
            submission,remark
            kim,Late: lab01 was handed in 1 day late. 10 % off: 3.6 of 4 points count.
            lee,"Override: 2.1 set to 3 points: seen <in> ""person\"""
            """);
    assertThat(exported.notices()).singleElement().asString().contains("canvas-remarks.csv");
  }

  @Test
  void what_came_from_elsewhere_is_looked_for_by_login() throws Exception {
    ExportResult exported = export(three("Moodle"), Map.of());
    assertThat(exported.files().get("canvas.csv")).contains("\"Kim, Min\",,,kim,,3.6,4\n");
    assertThat(exported.notices().get(0)).contains("no Canvas user id").contains("kim, lee, choi");
  }

  @Test
  void one_lab_is_one_column() throws Exception {
    Grades lab02 = ExportSamples.three("Canvas", FeedbackLevel.HINTS, Optional.of("lab02"));
    ExportResult exported = export(lab02, Map.of());
    assertThat(exported.files().get("canvas.csv"))
        .startsWith("Student,ID,SIS User ID,SIS Login ID,Section,lab02\n")
        .contains("\"Kim, Min\",101,,,,4\n");
    assertThat(exported.files().get("canvas-remarks.csv")).doesNotContain("lab01", "kim");
  }

  @Test
  void a_gradebook_is_filled_in_and_nothing_else_of_it_changes() throws Exception {
    ExportResult exported = like(three("Canvas"), Map.of(), GRADEBOOK);
    assertThat(exported.files().get("canvas.csv"))
        .isEqualTo(
            """
            Student,ID,SIS User ID,SIS Login ID,Section,Lab 1: Addresses (77),LAB02 (79)
            ,,,,,Manual Posting,
                Points Possible,,,,,8.00,5.00
            "Choi, Ara",103,S3,achoi,One,4,2.00
            "Kim, Min",101,S1,mkim,One,3.6,4
            "Lee, Jun",102,S2,jlee,One,4,3
            "Oh, Hana",104,S4,hoh,One,3.00,4.00
            """);
    assertThat(exported.notices())
        .contains("the maximum of lab02 in Canvas is 5.00, but here it is 4");
  }

  @Test
  void a_gradebook_of_a_country_with_decimal_commas_is_read_too() throws Exception {
    String semicolons =
        "\uFEFF" + GRADEBOOK.replace(',', ';').replaceAll("(?m)^\"(\\w+);", "\"$1,");
    assertThat(like(three("Canvas"), Map.of(), semicolons).files().get("canvas.csv"))
        .startsWith("\uFEFFStudent;ID;")
        .contains("Kim, Min;101;S1;mkim;One;3.6;4\n");
  }

  @Test
  void students_are_found_by_name_where_nothing_else_is_known() throws Exception {
    String renamed = GRADEBOOK.replace("Lee, Jun", "Kim, Min");
    ExportResult exported = like(three(""), Map.of(), renamed);
    assertThat(exported.files().get("canvas.csv")).contains("\"Choi, Ara\",103,S3,achoi,One,4,");
    assertThat(exported.notices()).anyMatch(notice -> notice.endsWith(": kim, lee"));
  }

  @Test
  void a_name_that_two_submissions_share_is_nobodys() throws Exception {
    Grades grades =
        ExportSamples.graded(
            ExportSamples.student(
                "evil",
                ExportSamples.arrival("", "Lee, Jun", "", ExportSamples.DUE),
                ExportSamples.half(),
                ExportSamples.passed()),
            ExportSamples.student(
                "lee",
                ExportSamples.arrival("", "Lee, Jun", "", ExportSamples.DUE),
                ExportSamples.half(),
                ExportSamples.passed()));
    ExportResult exported = like(grades, Map.of(), GRADEBOOK);
    assertThat(exported.files().get("canvas.csv")).contains("\"Lee, Jun\",102,S2,jlee,One,,EX\n");
    assertThat(exported.notices()).anyMatch(notice -> notice.endsWith(": evil, lee"));
  }

  @Test
  void a_name_takes_no_row_from_whoever_canvas_knows_by_number() throws Exception {
    Grades grades =
        ExportSamples.graded(
            ExportSamples.student(
                "evil",
                ExportSamples.arrival("", "Lee, Jun", "", ExportSamples.DUE),
                ExportSamples.half(),
                ExportSamples.open()),
            ExportSamples.student(
                "lee",
                ExportSamples.arrival("Canvas", "", "102", ExportSamples.DUE),
                ExportSamples.half(),
                ExportSamples.passed()));
    ExportResult exported = like(grades, Map.of(), GRADEBOOK);
    assertThat(exported.files().get("canvas.csv")).contains("\"Lee, Jun\",102,S2,jlee,One,4,3\n");
    assertThat(exported.notices()).anyMatch(notice -> notice.endsWith(": evil"));
  }

  @Test
  void a_column_can_be_named_with_or_without_its_id() throws Exception {
    for (String title : List.of("Essay", "Essay (78)")) {
      assertThat(like(three("Canvas"), Map.of("lab01", title), GRADEBOOK).files().get("canvas.csv"))
          .contains("Section,Essay (78),LAB02 (79)\n")
          .contains("\"Kim, Min\",101,S1,mkim,One,3.6,4\n");
    }
  }

  @Test
  void a_column_that_is_not_there_or_there_twice_is_said() {
    assertThatThrownBy(() -> like(three("Canvas"), Map.of("lab01", "Quiz"), GRADEBOOK))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(
            "has no column for lab01; use --column lab01=TITLE with one of these titles: Lab 1");
    assertThatThrownBy(
            () -> like(three("Canvas"), Map.of(), GRADEBOOK.replace("Essay", "Lab 1, again")))
        .isInstanceOf(BadInputException.class);
    assertThatThrownBy(
            () -> like(three("Canvas"), Map.of(), GRADEBOOK.replace("Essay", "lab01 again")))
        .hasMessageEndingWith(
            "has more than one column for lab01: Lab 1: Addresses (77), lab01 again (78);"
                + " use --column lab01=TITLE with one of them");
    assertThatThrownBy(() -> like(three("Canvas"), Map.of(), "name,mark\nkim,3\n"))
        .hasMessageContaining(
            "is not a gradebook exported by Canvas: it has no column Section; its columns are: name, mark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[과제] Lab01 주소 (9)", "lab-01", "실습 1 주소 (9)", "LAB_1", "Lab #1", "(HW) lab 1: a"})
  void a_title_of_the_lab_is_found(String title) {
    assertThat(LabTitle.isOf("lab01", title)).isTrue();
    assertThat(LabTitle.isOf("lab10", title)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lab 10: Extra (9010)",
        "Lab 1a (9011)",
        "Lab 1.5",
        "Lab 1-2",
        "Lab 1 – 2",
        "Lab 1 & 2",
        "실습 1주차",
        "Collab 1",
        "Quiz for Lab 1"
      })
  void a_title_of_something_else_is_not_the_lab(String title) {
    assertThat(LabTitle.isOf("lab01", title)).isFalse();
  }

  @Test
  void the_test_student_never_gets_a_mark() throws Exception {
    String gradebook = GRADEBOOK.replace("\"Kim, Min\"", "\"Student, Test\"");
    ExportResult exported = like(three("Canvas"), Map.of(), gradebook);
    assertThat(exported.files().get("canvas.csv"))
        .contains("\"Student, Test\",101,S1,mkim,One,,\n");
    assertThat(exported.notices()).contains("the test student of Canvas gets no mark: kim");
    assertThat(exported.notices()).noneMatch(notice -> notice.startsWith("not found"));
    ExportResult fresh = export(ExportSamples.named("studenttest"), Map.of());
    assertThat(fresh.files().get("canvas.csv").lines()).hasSize(2);
    assertThat(fresh.notices()).contains("the test student of Canvas gets no mark: studenttest");
  }

  @Test
  void names_in_two_columns_are_read() throws Exception {
    String gradebook =
        """
        LastName,FirstName,ID,SIS User ID,SIS Login ID,Section,Lab 1 (77)
            Points Possible,,,,,,8.00
        Kim,Min,7,S1,mkim,One,
        Student,Test,8,,x,One,
        """;
    Grades lab01 = ExportSamples.three("", FeedbackLevel.HINTS, Optional.of("lab01"));
    assertThat(like(lab01, Map.of(), gradebook).files().get("canvas.csv"))
        .isEqualTo(gradebook.replace("mkim,One,", "mkim,One,3.6"));
  }

  @Test
  void both_forms_of_a_name_are_one_student() throws Exception {
    Grades grades =
        ExportSamples.graded(
            ExportSamples.student(
                "a",
                ExportSamples.arrival("", "홍길동", "", ExportSamples.DUE),
                ExportSamples.half(),
                ExportSamples.passed()));
    String pieces = Normalizer.normalize("홍길동", Normalizer.Form.NFD);
    String gradebook = GRADEBOOK.replace("\"Kim, Min\"", pieces);
    assertThat(like(grades, Map.of(), gradebook).files().get("canvas.csv"))
        .contains(pieces + ",101,S1,mkim,One,4,4\n");
  }

  @Test
  void a_gradebook_of_a_spreadsheet_program_comes_back_as_canvas_reads_it() throws Exception {
    String gradebook = "My class\n" + GRADEBOOK.replaceAll("\"(\\w+), (\\w+)\"", "$1 $2");
    Path file =
        Files.write(
            temp.resolve("Grades.csv"),
            ("\uFEFF" + gradebook.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE));
    ExportResult exported =
        new CanvasExport(Map.of(), Optional.of(Sheet.read(file, CanvasExport::isHeader)), true)
            .export(three("Canvas"));
    assertThat(exported.files().get("canvas.csv"))
        .startsWith("\uFEFFStudent,ID,SIS User ID,")
        .contains("Kim Min,101,S1,mkim,One,3.6,4\n");
    assertThat(exported.encodings()).isEmpty();
    assertThat(exported.notices())
        .contains(
            "canvas.csv has no rows above the header, because it could not be imported with them",
            "canvas.csv is in UTF-8 with commas, unlike "
                + file
                + ", because Canvas does not read it otherwise");
  }

  @Test
  void marks_have_decimal_commas_if_the_gradebook_has_them() throws Exception {
    String gradebook = GRADEBOOK.replace(',', ';').replaceAll("(\\d)\\.(\\d)", "$1,$2");
    assertThat(like(three("Canvas"), Map.of(), gradebook).files().get("canvas.csv"))
        .contains(";101;S1;mkim;One;3,6;4\n");
  }

  @Test
  void a_number_that_excel_shortened_is_refused_with_the_row_and_the_column() {
    assertThatThrownBy(
            () -> like(three("Canvas"), Map.of(), GRADEBOOK.replace(",101,", ",1.01E+17,")))
        .hasMessageEndingWith("row 5, column ID: expected the number of a user, not \"1.01E+17\"");
  }

  @Test
  void what_somebody_entered_stays_and_is_listed_unless_it_may_be_overwritten() throws Exception {
    String entered = GRADEBOOK.replace("EX", "N/A");
    Path file = Files.writeString(temp.resolve("Grades.csv"), entered);
    ExportResult kept =
        new CanvasExport(Map.of(), Optional.of(Sheet.read(file)), false).export(three("Canvas"));
    assertThat(kept.files().get("canvas.csv")).contains("\"Lee, Jun\",102,S2,jlee,One,4,N/A\n");
    assertThat(kept.notices())
        .contains(
            "somebody entered something else in "
                + file
                + ", which is kept (--overwrite replaces it): lab02 of lee, lab01 of choi");
    ExportResult replaced =
        new CanvasExport(Map.of(), Optional.of(Sheet.read(file)), true).export(three("Canvas"));
    assertThat(replaced.files().get("canvas.csv")).contains("\"Lee, Jun\",102,S2,jlee,One,4,3\n");
    assertThat(replaced.notices()).noneMatch(notice -> notice.startsWith("somebody entered"));
  }

  @Test
  void a_column_that_an_import_would_pass_over_is_said() throws Exception {
    String gradebook = GRADEBOOK.replace("Lab 1: Addresses (77)", "Lab 1 Final Score (9001)");
    assertThat(gradebook).isNotEqualTo(GRADEBOOK);
    assertThat(like(three("Canvas"), Map.of(), gradebook).notices())
        .contains(
            "Canvas ignores the column \"Lab 1 Final Score (9001)\" in an import, because of its"
                + " title; rename the assignment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Final Score", "My Override Score", "Section", " "})
  void a_title_that_canvas_would_pass_over_is_refused(String title) {
    assertThatThrownBy(() -> export(three("Canvas"), Map.of("lab01", title)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("is not a possible title of an assignment");
  }

  @Test
  void a_column_of_another_lab_is_refused() {
    assertThatThrownBy(() -> export(three("Canvas"), Map.of("lab07", "x")))
        .hasMessage("--column: lab07 is not one of the exported labs: lab01, lab02");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void no_name_is_a_formula_or_a_row_of_another_kind(String name) throws Exception {
    String table = export(ExportSamples.named(name), Map.of()).files().get("canvas.csv");
    ReadCsv.assertHarmless(table);
    // Canvas guesses the separator from the first three lines, and would guess wrong.
    assertThat(table.lines()).hasSize(3);
    assertThat(ReadCsv.of(table))
        .filteredOn(row -> row.get(0).contains("Points Possible"))
        .containsExactly(List.of("    Points Possible", "", "", "", "", "8", "4"));
  }

  static List<String> hostile() {
    return ExportSamples.HOSTILE;
  }

  private static Grades three(String from) throws BadInputException {
    return ExportSamples.three(from, FeedbackLevel.HINTS, Optional.empty());
  }

  private static ExportResult export(Grades grades, Map<String, String> titles)
      throws BadInputException {
    return new CanvasExport(titles, Optional.empty(), false).export(grades);
  }

  private ExportResult like(Grades grades, Map<String, String> titles, String gradebook)
      throws Exception {
    Path file = Files.writeString(temp.resolve("Grades.csv"), gradebook);
    return new CanvasExport(titles, Optional.of(Sheet.read(file)), true).export(grades);
  }
}
