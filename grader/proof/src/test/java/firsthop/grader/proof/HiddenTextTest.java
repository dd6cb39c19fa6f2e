package firsthop.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.submission.Submission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HiddenTextTest {
  private static final HiddenText HIDDEN = new HiddenText(Set.of("198.51.100.7"));
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
}
