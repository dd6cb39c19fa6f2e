package firsthop.udp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How blocks are numbered, which needs no server that has been started. */
@ExerciseTest(TftpServer.class)
class TftpServerBlockNumbersTest {

  @ParameterizedTest
  @CsvSource({"1, 2", "127, 128", "255, 256", "32767, 32768", "65534, 65535", "65535, 0"})
  @Order(8)
  @Hint("65535 is the largest number that two bytes can hold, if neither holds a sign.")
  void blocks_are_counted_up_to_65535_and_from_0_again(int block, int next) {
    assertThat(new MyTftpServer().blockAfter(block)).as("blockAfter(%d)", block).isEqualTo(next);
  }
}
