package firsthop.grader.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,name\n7,\"Kim, Min\"\n",
        "id;name\n7;Kim, Min\n",
        "id\tname\n7\tKim, Min\n",
        "sep=;\r\nid;name\r\n7;Kim, Min\r\n",
        "\"sep=,\"\nid,name\n7,\"Kim, Min\"\n",
        "The class of 2026; autumn; A\nid,name\n7,\"Kim, Min\"\n",
        "\n\n ,\nid,name,,\n7,\"Kim, Min\",,\n,,,\n"
      })
  void the_header_and_the_separator_are_found(String text) throws Exception {
    CsvTable table = read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(table.header()).containsExactly("id", "name");
    assertThat(table.rows().get(0).cells()).containsExactly("7", "Kim, Min");
  }

  @Test
  void rows_have_the_numbers_that_a_spreadsheet_shows() throws Exception {
    assertThat(rowNumbers("id,name\n1,\"two\nlines\"\n\n2,x\n")).containsExactly(2, 3, 4);
    assertThat(rowNumbers("a title\nid,name\n1,x\n")).containsExactly(3);
    assertThat(rowNumbers("sep=,\nid,name\n1,x\n"))
        .as("Excel does not show the row with the separator")
        .containsExactly(2);
  }

  @Test
  void the_format_is_known_so_that_a_table_can_be_written_back() throws Exception {
    CsvFormat semicolons = new CsvFormat(StandardCharsets.UTF_16LE, true, ';', "\r\n");
    assertThat(read("\uFEFFid;name\r\n1;김\r\n".getBytes(StandardCharsets.UTF_16LE)).format())
        .isEqualTo(semicolons);
    assertThat(read("id,name\r1,김\r".getBytes(SourceText.KOREAN)).format())
        .isEqualTo(new CsvFormat(SourceText.KOREAN, false, ',', "\r"));
    assertThat(read("id\tname\n1\tÁngel\n".getBytes(Charset.forName("windows-1252"))).format())
        .isEqualTo(new CsvFormat(Charset.forName("windows-1252"), false, '\t', "\n"));
  }

  @Test
  void spaces_are_left_out_unless_they_are_asked_for() throws Exception {
    Path file = Files.writeString(temp.resolve("a.csv"), "id , \"name\"\n  7,x\n");
    assertThat(CsvTable.read(file, CsvTableTest::isHeader).header()).containsExactly("id", "name");
    Path spaces = Files.writeString(temp.resolve("b.csv"), "id,name\n  7,x\n");
    assertThat(CsvTable.readWithSpaces(spaces, CsvTableTest::isHeader).rows().get(0).cells())
        .containsExactly("  7", "x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | a.csv is empty; expected a row with titles of columns",
        "'id,name\n1,Doe, Jane' | 'row 2, column 3: the header has only 2 columns'",
        "'t\nid,name\n1,x\n2,\"y' | 'row 4, column 2: it is not valid CSV'",
        "'id,name\n1,\"x\"y' | 'row 2, column 2: it is not valid CSV'"
      })
  void what_is_not_a_table_is_refused_with_the_row_and_the_column(String text, String why) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .satisfies(
            refused ->
                assertThat(refused.getMessage())
                    .startsWith(temp.resolve("a.csv").toString())
                    .contains(why)
                    .doesNotContain("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EUC-JP", "GB18030", "Shift_JIS"})
  void an_unknown_encoding_is_refused(String encoding) {
    byte[] bytes = "id,name\n1,東京テスト\n2,龍龍龍龍\n".getBytes(Charset.forName(encoding));
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read(bytes))
        .withMessageEndingWith(
            "has an unknown encoding; save it as \"CSV UTF-8\" in a spreadsheet program, and try again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PK\u0003\u0004\u0014\u0000",
        "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
        "\r\n<html><table><tr><td>id</td></tr></table></html>",
        "<?xml version=\"1.0\"?><Workbook/>"
      })
  void a_file_of_a_spreadsheet_program_is_named_as_one(String begin) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read(begin.getBytes(StandardCharsets.ISO_8859_1)))
        .withMessageContaining("is a spreadsheet and not a CSV file; save it as");
  }

  @Test
  void an_error_names_the_column_by_its_title_if_it_has_one() throws Exception {
    CsvTable table = read("id,,name\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
    CsvTable.Row row = table.rows().get(0);
    assertThat(table.error(row, 2, "no")).hasMessageEndingWith("a.csv, row 2, column name: no");
    assertThat(table.error(row, 1, "no")).hasMessageEndingWith("a.csv, row 2, column 2: no");
  }

  private List<Integer> rowNumbers(String text) throws Exception {
    return read(text.getBytes(StandardCharsets.UTF_8)).rows().stream()
        .map(CsvTable.Row::number)
        .toList();
  }

  private CsvTable read(byte[] bytes) throws Exception {
    return CsvTable.read(Files.write(temp.resolve("a.csv"), bytes), CsvTableTest::isHeader);
  }

  private static boolean isHeader(List<String> row) {
    return row.stream().anyMatch(title -> title.strip().equals("id"));
  }
}
