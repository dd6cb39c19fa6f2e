package firsthop.grader.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"홍길동", "Ángel Muñoz", "Đặng Thị Hà", "がぎぐ"})
  void both_forms_of_a_name_are_one_name(String name) {
    String pieces = Normalizer.normalize(name, Normalizer.Form.NFD);
    assertThat(pieces).isNotEqualTo(name);
    assertThat(NameKey.nfc(" " + pieces)).isEqualTo(name);
    assertThat(NameKey.ignoringCase(pieces)).isEqualTo(NameKey.ignoringCase(name));
    assertThat(NameKey.letters(pieces)).isEqualTo(NameKey.letters(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"O'Brien, Ann-Marie", "obrien annmarie", "OBRIEN (Ann Marie)"})
  void only_letters_and_digits_count_in_the_name_of_a_file(String name) {
    assertThat(NameKey.letters(name)).isEqualTo("obrienannmarie");
  }
}
