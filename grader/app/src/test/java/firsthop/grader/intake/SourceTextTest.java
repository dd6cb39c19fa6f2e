package firsthop.grader.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {
  private static final String SOURCE = "// 주소\r\nclass X {}\n";

  @Test
  void utf_8_is_read_with_and_without_a_byte_order_mark() {
    assertThat(SourceText.of(SOURCE.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new SourceText(SOURCE, StandardCharsets.UTF_8));
    assertThat(SourceText.of(("\uFEFF" + SOURCE).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new SourceText(SOURCE, StandardCharsets.UTF_8));
  }

  @Test
  void a_byte_order_mark_anywhere_else_stays() {
    assertThat(SourceText.of("a\uFEFF".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("a\uFEFF");
  }

  @Test
  void utf_16_is_read_when_it_is_marked() {
    byte[] little = ("\uFEFF" + SOURCE).getBytes(StandardCharsets.UTF_16LE);
    byte[] big = ("\uFEFF" + SOURCE).getBytes(StandardCharsets.UTF_16BE);
    assertThat(SourceText.of(little)).isEqualTo(new SourceText(SOURCE, StandardCharsets.UTF_16));
    assertThat(SourceText.of(big)).isEqualTo(new SourceText(SOURCE, StandardCharsets.UTF_16));
  }

  @Test
  void what_a_korean_windows_wrote_is_read() {
    Charset korean = Charset.forName("x-windows-949");
    assertThat(SourceText.of(SOURCE.getBytes(korean))).isEqualTo(new SourceText(SOURCE, korean));
  }

  @Test
  void every_other_sequence_of_bytes_is_read_as_latin_1() {
    byte[] bytes = {'a', (byte) 0xFF, (byte) 0x80, '\n'};
    assertThat(SourceText.of(bytes))
        .isEqualTo(new SourceText("a\u00FF\u0080\n", StandardCharsets.ISO_8859_1));
  }

  @Test
  void an_empty_file_is_an_empty_text() {
    assertThat(SourceText.of(new byte[0])).isEqualTo(new SourceText("", StandardCharsets.UTF_8));
  }
}
