package firsthop.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

  @Test
  void plain_words_stay_plain_and_others_are_quoted() {
    assertThat(
            ShellWords.join(List.of("./firsthop", "grade", "--out=a/b", "autumn 26", "$(x)", "")))
        .isEqualTo("./firsthop grade --out=a/b 'autumn 26' '$(x)' ''");
    assertThat(ShellWords.join(List.of("it's"))).isEqualTo("'it'\\''s'");
  }
}
