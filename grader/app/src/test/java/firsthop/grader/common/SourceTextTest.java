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
        "begins with a byte order mark, which is removed");
  }

  @Test
  void a_byte_order_mark_anywhere_else_stays() {
    assertThat(SourceText.of("a\uFEFF".getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("a\uFEFF");
  }

  @Test
  void utf_16_with_a_byte_order_mark_is_read() {
    String marked = "\uFEFF" + SOURCE;
    for (Charset encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertRead(
          marked.getBytes(encoding), encoding, "is not in UTF-8; it is read as " + encoding.name());
    }
  }

  @Test
  void utf_16_without_a_mark_is_recognized_by_its_zero_bytes() {
    for (Charset encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertRead(
          SOURCE.getBytes(encoding), encoding, "is not in UTF-8; it is read as " + encoding.name());
    }
  }

  @Test
  void korean_letters_with_a_zero_byte_do_not_hide_utf_16() {
    String korean = "// " + "\uAC00".repeat(20) + "\nclass MyCodec { int parse; }\n";
    for (Charset encoding : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(SourceText.of((SOURCE.repeat(8) + korean).getBytes(encoding)).encoding())
          .isEqualTo(encoding);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\0", "class X {} // \0\0"})
  void one_or_two_zero_bytes_do_not_mean_utf_16(String text) {
    assertThat(SourceText.of((text + SOURCE.repeat(3)).getBytes(StandardCharsets.UTF_8)).text())
        .startsWith(text);
  }

  @Test
  void the_encoding_of_korean_windows_is_read() {
    Charset korean = Charset.forName("x-windows-949");
    assertRead(SOURCE.getBytes(korean), korean, "is not in UTF-8; it is read as x-windows-949");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,name\n1,Ángel Muñoz\n",
        "1,Ángel\n",
        "Älter",
        "À bientôt",
        "Él comió",
        "Prénom,Nom\nZoé,Brontë\n",
        "Größe – Ärzte",
        "“Señor”"
      })
  void western_letters_are_not_read_as_korean(String text) {
    Charset western = Charset.forName("windows-1252");
    assertThat(SourceText.of(text.getBytes(western)))
        .isEqualTo(new SourceText(text, western, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"이름\n펲시 콜라\n", "// ─── 주소 ───", "학번,이름\n1,김민수 (金民秀)\n"})
  void rare_korean_letters_and_symbols_are_korean_beside_common_ones(String text) {
    assertThat(SourceText.of(text.getBytes(SourceText.KOREAN)).text()).isEqualTo(text);
  }

  @Test
  void all_other_bytes_are_read_as_latin_1() {
    byte[] bytes = {'a', (byte) 0xFF, (byte) 0x81, '\n'};
    assertThat(SourceText.of(bytes))
        .isEqualTo(new SourceText("a\u00FF\u0081\n", StandardCharsets.ISO_8859_1, false));
  }

  @Test
  void an_empty_file_is_an_empty_text() {
    assertThat(SourceText.of(new byte[0]).text()).isEmpty();
  }

  private static void assertRead(byte[] bytes, Charset encoding, String notice) {
    SourceText read = SourceText.of(bytes);
    assertThat(read.text()).isEqualTo(SOURCE);
    assertThat(read.encoding()).isEqualTo(encoding);
    assertThat(read.encodingNotice().orElse("")).isEqualTo(notice);
  }
}
