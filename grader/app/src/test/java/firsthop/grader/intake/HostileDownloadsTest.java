package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.COURSE;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Typed texts and receipts that would be slow to read, or that would overflow a stack. */
class HostileDownloadsTest {
  private static final Duration QUICK = Duration.ofSeconds(20);

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import a\n",
        "public ",
        "package ",
        "<div>",
        "<p>",
        "<br>",
        "/*\n",
        "class My",
        "<a href=x>"
      })
  void a_typed_text_that_repeats_itself_is_read_quickly(String repeated) throws Exception {
    String text = repeated.repeat((250 << 10) / repeated.length());
    Path download =
        new Folder(temp)
            .with("kim_7_text.html", text)
            .with("kim_8_link.html", text)
            .with("lee_9_900_MyCodec.java", CODEC_SOURCE)
            .path();
    IntakeRun run = Assertions.assertTimeout(QUICK, () -> IntakeRun.from(download));
    assertThat(run.of("kim_7").isUnreadable(COURSE.labs())).isTrue();
    assertThat(run.of("kim_8").isUnreadable(COURSE.labs())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Original filename: a", "Name: ", "(", "Submission Field:\n", " a"})
  void a_receipt_that_repeats_itself_is_read_quickly(String repeated) throws Exception {
    String text = "Name: x (kim)\n" + repeated.repeat((250 << 10) / repeated.length());
    Path download =
        new Folder(temp)
            .with("L_kim_attempt_2026-10-01-13-45-12.txt", text)
            .with("L_kim_attempt_2026-10-01-13-45-12_a.java", CODEC_SOURCE)
            .with("L_lee_attempt_2026-10-01-13-45-12_a.java", CODEC_SOURCE)
            .path();
    assertThat(Assertions.assertTimeout(QUICK, () -> IntakeRun.from(download)).ids())
        .containsExactly("kim", "lee");
  }

  @Test
  void a_typed_text_that_is_too_large_is_not_readable() throws Exception {
    Path download =
        new Folder(temp)
            .with("kim_7_text.html", CODEC_SOURCE + " ".repeat(256 << 10))
            .with("lee_9_900_MyCodec.java", CODEC_SOURCE)
            .path();
    IntakeRun run = IntakeRun.from(download);
    assertThat(run.of("kim_7").isUnreadable(COURSE.labs())).isTrue();
    assertThat(run.notices("kim_7").get(0)).endsWith("the text is larger than 262144 bytes");
  }
}
