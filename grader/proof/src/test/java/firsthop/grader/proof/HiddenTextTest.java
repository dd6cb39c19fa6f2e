package firsthop.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenTextTest {
  private static final HiddenText HIDDEN =
      new HiddenText(Map.of("198.51.100.7", Set.of("XExam.reads_it (line 9)")));
  private static final Submission NOTHING_OF_IT =
      new Submission(
          "kim", Map.of("lab01", Map.of("firsthop/MyX.java", "class MyX {}")), List.of());

  @Test
  void finds_a_literal() {
    assertThat(HIDDEN.in("given 198.51.100.7, said 0", NOTHING_OF_IT))
        .containsExactly("198.51.100.7");
  }

  @Test
  void finds_frames_of_the_grader() {
    assertThat(
            HIDDEN.in(
                "at firsthop.grader.exams.tcp.WebServerExam.a(WebServerExam.java:9)",
                NOTHING_OF_IT))
        .hasSize(1);
    assertThat(HIDDEN.in("thrown at WebServerExam.java:9", NOTHING_OF_IT))
        .containsExactly("WebServerExam.java:9");
  }

  @Test
  void leaves_out_what_the_student_wrote() {
    Submission guessed =
        new Submission(
            "kim", Map.of("lab01", Map.of("firsthop/MyX.java", "// 198.51.100.7")), List.of());
    assertThat(HIDDEN.in("error near 198.51.100.7", guessed)).isEmpty();
  }

  @Test
  void says_which_hidden_test_has_a_literal_and_what_to_do(@TempDir Path folder)
      throws IOException {
    Path exam =
        Files.writeString(
            folder.resolve("CodecExam.java"),
            """
            class CodecExam {
              @Test
              void reads_zero(@Subject Codec codec) {
                assertEquals(0, codec.read("0000"));
              }

              @Test
              void refuses_what_is_too_long(@Subject Codec codec) {
                codec.read("99999");
              }
            }
            """);
    Map<String, Set<String>> literals = new TreeMap<>();
    HiddenText.addLiterals(exam, literals);
    assertThat(new HiddenText(literals).explain("99999"))
        .isEqualTo(
            "\"99999\" is in CodecExam.refuses_what_is_too_long (line 9). Use another text in this"
                + " test, or write it in the contract or the handout, where students may read it.");
  }
}
