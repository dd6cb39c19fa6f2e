package firsthop.grader.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "0",
        "-5",
        "3.60",
        "123456789012345",
        "    Points Possible",
        "a-b",
        "a; b"
      })
  void harmless_cells_do_not_change(String cell) {
    assertThat(SafeCsv.cell(cell)).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          =1|'=1
            =1|'  =1
          -1-1|'-1-1
          -5a|'-5a
          --|'--
          +1|'+1
          1e5;=2|1e5;'=2
          a; -b|a;' -b
          ;;@|;;'@
          """)
  void a_formula_becomes_text(String cell, String text) {
    assertThat(SafeCsv.cell(cell)).isEqualTo(text);
  }

  @Test
  void a_formula_after_invisible_characters_or_a_line_end_becomes_text() {
    assertThat(SafeCsv.cell("\uFEFF=1")).isEqualTo("'\uFEFF=1");
    assertThat(SafeCsv.cell("\u200B\u00A0=1")).isEqualTo("'\u200B\u00A0=1");
    assertThat(SafeCsv.cell("a\n=1")).isEqualTo("a\n'=1");
    assertThat(SafeCsv.cell("\t=1")).isEqualTo("'\t'=1");
    assertThat(SafeCsv.cell("\uFF1D1")).isEqualTo("'\uFF1D1");
    assertThat(SafeCsv.cell("\u22121")).isEqualTo("'\u22121");
  }

  @Test
  void a_formula_cannot_start_at_a_comma_if_semicolons_separate_the_cells() {
    CsvFormat semicolons = new CsvFormat(StandardCharsets.UTF_8, false, ';', "\r\n");
    assertThat(SafeCsv.write(semicolons, List.of("a", "b"), List.of(List.of("x,=1", "-7,5"))))
        .isEqualTo("a;b\r\nx,'=1;-7,5\r\n");
  }

  @Test
  void headers_are_escaped_too_and_may_be_equal() {
    assertThat(SafeCsv.write(List.of("=a", "b", "b"), List.of(List.of("1", "", "x,y"))))
        .isEqualTo("'=a,b,b\n1,,\"x,y\"\n");
  }
}
