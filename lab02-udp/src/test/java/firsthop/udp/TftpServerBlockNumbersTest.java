package firsthop.udp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests block numbers, on a server that is not started. */
@ExerciseTest(TftpServer.class)
class TftpServerBlockNumbersTest {

  @ParameterizedTest
  @CsvSource({"1, 2", "127, 128", "255, 256", "32767, 32768", "65534, 65535", "65535, 0"})
  @Order(8)
  @Hint("Two bytes without a sign hold 0 to 65535. Count in an int, and go on with 0.")
  void blocks_are_counted_up_to_65535_and_from_0_again(int block, int next) {
    assertThat(new MyTftpServer().blockAfter(block)).as("blockAfter(%d)", block).isEqualTo(next);
  }
}
