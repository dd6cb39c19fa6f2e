package firsthop.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"\u001B", "\u009B", "\u0007", "\u202E", "\u2066", "\0", "\uD83D", "\u200B"})
  void nothing_steers_the_terminal_or_turns_letters_round(String control) {
    assertThat(TerminalText.plain("a" + control + "[2Jb")).isEqualTo("a?[2Jb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\n  \n", "\u2028", "\u0085", "\u000B"})
  void line_ends_become_a_space(String lineEnd) {
    assertThat(TerminalText.plain("a" + lineEnd + "b\n")).isEqualTo("a b");
  }

  @Test
  void of_several_lines_each_stays_where_it_begins() {
    assertThat(TerminalText.lines("a\n\tint x;  \r\n  \u001B[2J\u202E^\n"))
        .containsExactly("a", "    int x;", "  ?[2J?^");
    assertThat(TerminalText.lines("")).isEmpty();
  }

  @Test
  void letters_of_every_script_stay() {
    assertThat(TerminalText.plain("김철수 José Ω 1")).isEqualTo("김철수 José Ω 1");
  }

  @Test
  void wide_letters_take_two_columns_and_combining_marks_none() {
    assertThat(TerminalText.columns("abc")).isEqualTo(3);
    assertThat(TerminalText.columns("김철수")).isEqualTo(6);
    assertThat(TerminalText.columns("e\u0301")).isEqualTo(1);
  }

  @Test
  void text_is_cut_to_columns_and_no_letter_in_half() {
    assertThat(TerminalText.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(TerminalText.cut("abcdefg", 6)).isEqualTo("abcde…");
    assertThat(TerminalText.cut("김철수", 6)).isEqualTo("김철수");
    assertThat(TerminalText.cut("김철수", 5)).isEqualTo("김철…");
    assertThat(TerminalText.cut("김철수", 4)).isEqualTo("김…");
    assertThat(TerminalText.cut("\uD83D\uDE00\uD83D\uDE00", 3)).isEqualTo("\uD83D\uDE00…");
  }
}
