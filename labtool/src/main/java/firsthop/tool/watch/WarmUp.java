package firsthop.tool.watch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes JUnit load what the tests of the labs need, before a student saves a file. */
class WarmUp {

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void value(String value) {
    org.assertj.core.api.Assertions.assertThat(value).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "3, 4"})
  void values(int first, int second) {
    org.assertj.core.api.Assertions.assertThat(first).isLessThan(second);
  }
}
