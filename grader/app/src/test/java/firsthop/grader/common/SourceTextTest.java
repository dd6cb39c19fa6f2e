package firsthop.grader.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
  private static final String SOURCE = "// 주소\r\nclass X {}\n";

  @Test
  void utf_8_is_read_with_and_without_a_byte_order_mark() {
    assertRead(SOURCE.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, "");
    assertRead(
        ("\uFEFF" + SOURCE).getBytes(StandardCharsets.UTF_8),
        StandardCharsets.UTF_8,
        "begins with a byte order mark; it is read without it");
  }

  @Test
  void a_byte_order_mark_anywhere_else_stays() {
    assertThat(SourceText.of("a\uFEFF".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("a\uFEFF");
  }

  @Test
  void utf_16_is_read_when_it_is_marked() {
    String marked = "\uFEFF" + SOURCE;
    String told = "is no UTF-8; it is read as UTF-16";
    assertRead(marked.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16, told);
    assertRead(marked.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16, told);
  }

  @Test
  void utf_16_without_a_mark_is_known_by_its_zeros() {
    for (Charset encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertRead(
          SOURCE.getBytes(encoding), encoding, "is no UTF-8; it is read as " + encoding.name());
    }
  }

  @Test
  void korean_letters_that_have_a_zero_too_do_not_hide_it() {
    String korean = "// " + "\uAC00".repeat(20) + "\nclass MyCodec { int parse; }\n";
    for (Charset encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(SourceText.of((SOURCE.repeat(8) + korean).getBytes(encoding)).encoding())
          .isEqualTo(encoding);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\0", "class X {} // \0\0"})
  void a_zero_or_two_in_what_is_not_utf_16_are_left_to_javac(String text) {
    assertThat(SourceText.of((text + SOURCE.repeat(3)).getBytes(StandardCharsets.UTF_8)).text())
        .startsWith(text);
  }

  @Test
  void what_a_korean_windows_wrote_is_read() {
    Charset korean = Charset.forName("x-windows-949");
    assertRead(SOURCE.getBytes(korean), korean, "is no UTF-8; it is read as x-windows-949");
  }

  @Test
  void every_other_sequence_of_bytes_is_read_as_latin_1() {
    byte[] bytes = {'a', (byte) 0xFF, (byte) 0x80, '\n'};
    assertThat(SourceText.of(bytes))
        .isEqualTo(new SourceText("a\u00FF\u0080\n", StandardCharsets.ISO_8859_1, false));
  }

  @Test
  void an_empty_file_is_an_empty_text() {
    assertThat(SourceText.of(new byte[0]).text()).isEmpty();
  }

  private static void assertRead(byte[] bytes, Charset encoding, String told) {
    SourceText read = SourceText.of(bytes);
    assertThat(read.text()).isEqualTo(SOURCE);
    assertThat(read.encoding()).isEqualTo(encoding);
    assertThat(read.oddity().orElse("")).isEqualTo(told);
  }
}
