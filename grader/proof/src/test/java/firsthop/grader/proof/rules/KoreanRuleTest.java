package firsthop.grader.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.proof.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule finds each way in which the Korean texts of a small checkout can lag behind. */
class KoreanRuleTest {
  private SmallCheckout checkout;
  private ExerciseFiles files;
  private Path handout;

  @BeforeEach
  void copy(@TempDir Path folder) throws IOException {
    checkout = SmallCheckout.in(folder);
    files = checkout.exercise();
    handout = files.korean(files.handout());
  }

  @Test
  void finds_a_text_that_is_not_there() throws IOException {
    Files.delete(files.korean(files.hints()));
    assertFinds("lab01-numbers/hints.ko.md: expected the Korean text of hints.md, came no file");
  }

  @Test
  void finds_sections_in_another_order() throws IOException {
    checkout.edit(handout, "## 직접 해 보기", "## 하나 더\n\n## 직접 해 보기");
    assertFinds("the sections of README.md: another, 1.1, another, came another, 1.1, another, an");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "#### A question     ; the headings of the English text: [####], came []",
        "Run `mvn test`.     ; the code `mvn test` 1 times",
        "Send 1,500 octets.  ; the number 1,500 1 times, as in the English text, came none",
        "See [it](docs/a.md).; the link docs/a.md 1 times",
        "| a | b |           ; the rows of tables of the English text: [1], came []",
      })
  void finds_what_only_the_english_section_has(String line, String words) throws IOException {
    checkout.edit(files.handout(), "A number, two times.", "A number, two times.\n\n" + line);
    assertFinds(words);
    assertFinds("README.ko.md, \"1.1 두 배\"");
  }

  @Test
  void takes_a_number_in_place_of_a_word_and_the_name_of_a_korean_text() throws IOException {
    checkout.edit(files.handout(), "A number, two times.", "Read `hints.md`, two times.");
    checkout.edit(handout, "수의 두 배입니다.", "`hints.ko.md`를 2번 읽습니다.");
    assertThat(defects()).isEmpty();
  }

  @Test
  void finds_the_first_line_of_code_that_differs() throws IOException {
    checkout.edit(handout, "    mvn test", "    mvn  test");
    assertFinds("the line of code \"    mvn test\", came \"    mvn  test\"");
  }

  @Test
  void finds_a_clause_without_a_row_and_a_row_without_a_clause() throws IOException {
    checkout.edit(handout, "| A number is 0 or more. |", "| A number is 1 or more. |");
    assertThat(defects())
        .extracting(Defect::toString)
        .satisfiesExactly(
            missing -> assertThat(missing).contains("a row of \"A number is 0 or more.\""),
            left -> assertThat(left).contains("came \"A number is 1 or more.\"; delete it"));
  }

  @Test
  void finds_a_clause_with_another_number_and_one_without_korean() throws IOException {
    checkout.edit(handout, "수는 0 이상입니다.", "수는 1 이상입니다.");
    checkout.edit(handout, "결과는 수의 두 배입니다.", " ");
    assertThat(defects())
        .extracting(Defect::expected)
        .containsExactly(
            "a row of \"The result is twice the number.\"",
            "the numbers [0] of \"A number is 0 or more.\"");
  }

  @Test
  void finds_a_row_with_a_third_cell() throws IOException {
    checkout.edit(handout, "수는 0 이상입니다. |", "수는 0 이상 | 입니다. |");
    assertThat(defects()).extracting(Defect::remedy).contains("correct it; write a bar as \\|");
  }

  @Test
  void finds_a_hidden_test_without_a_hint_and_a_key_that_is_left_over() throws IOException {
    checkout.edit(files.koreanHiddenHints(), "1.1.twice_doubles=", "1.1.doubles=");
    assertThat(defects())
        .extracting(Defect::toString)
        .satisfiesExactly(
            missing ->
                assertThat(missing).contains("1.1.twice_doubles=…, came none; say in Korean"),
            left -> assertThat(left).contains("came 1.1.doubles; rename or delete it"));
  }

  @Test
  void finds_the_hint_of_an_exercise_that_there_is_not() throws IOException {
    append(files.koreanHiddenHints(), "1.10.twice=둘");
    assertFinds("came 1.10.twice; rename or delete it");
  }

  @Test
  void finds_a_title_that_is_not_the_one_of_the_handout() throws IOException {
    checkout.edit(files.koreanHiddenHints(), "1.1=두 배", "1.1=갑절");
    assertFinds("the title of the Korean handout: 1.1=두 배, came \"갑절\"");
  }

  @Test
  void finds_a_text_of_the_test_in_a_korean_hint() throws IOException {
    checkout.edit(files.koreanHiddenHints(), "수에 그", "twice(seven)처럼 수에 그");
    assertFinds("1.1.twice_doubles: expected nothing of what the test asks");
  }

  @Test
  void finds_a_public_test_without_a_hint_and_one_with_another_number() throws IOException {
    checkout.edit(files.koreanPublicHints(), "2에 2를 더해", "3에 2를 더해");
    assertFinds("the numbers [2] of \"Add 2 and 2.\"");
    Files.writeString(files.koreanPublicHints(), "");
    assertFinds("DoublerTest.twice_adds_the_number_to_itself=…");
  }

  @Test
  void finds_the_hint_of_a_public_test_that_there_is_not() throws IOException {
    append(files.koreanPublicHints(), "TriplerTest.thrice=셋");
    assertFinds("came TriplerTest.thrice; rename or delete it");
  }

  @Test
  void finds_a_key_that_is_there_twice() throws IOException {
    append(files.koreanHiddenHints(), "1.1.twice_doubles=더합니다.");
    assertFinds("expected 1.1.twice_doubles once, came twice; delete one");
  }

  private static void append(Path file, String line) throws IOException {
    Files.writeString(file, Files.readString(file) + line + "\n");
  }

  private void assertFinds(String words) throws IOException {
    assertThat(defects()).singleElement().asString().contains(words);
  }

  private List<Defect> defects() throws IOException {
    return SourceRule.KOREAN.check(checkout.course().exercises().get(0)).defects();
  }
}
