package firsthop.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(value = Ipv4Codec.class, seconds = 4)
class Ipv4CodecTest {
  private static final String REFUSED = "refused with IllegalArgumentException";

  private final Ipv4Codec codec = new MyIpv4Codec();

  @ParameterizedTest
  @CsvSource({
    "0x00000000, 0.0.0.0",
    "0x00000001, 0.0.0.1",
    "0x01020304, 1.2.3.4",
    "0x0A000064, 10.0.0.100",
    "0x7F000001, 127.0.0.1",
    "0x80000000, 128.0.0.0",
    "0xC0A80001, 192.168.0.1",
    "0xFFFFFFFF, 255.255.255.255",
  })
  @Order(1)
  @Hint("A Java byte goes from -128 to 127, and an int has a sign, too: mask each octet with 0xFF.")
  void format_writes_the_highest_eight_bits_first(String number, String text) {
    int address = Integer.parseUnsignedInt(number.substring(2), 16);
    assertThat(codec.format(address)).as("format(%s)", number).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0x00000000",
    "0.0.0.1, 0x00000001",
    "1.2.3.4, 0x01020304",
    "10.0.0.100, 0x0A000064",
    "127.0.0.1, 0x7F000001",
    "128.0.0.0, 0x80000000",
    "192.168.0.1, 0xC0A80001",
    "255.255.255.255, 0xFFFFFFFF",
  })
  @Order(2)
  void parse_reads_the_first_octet_into_the_highest_eight_bits(String text, String number) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(number);
  }

  @Test
  @Order(3)
  void parse_reads_what_format_writes_for_every_octet_at_every_place() {
    for (int shift = 0; shift < 32; shift += 8) {
      for (int octet = 0; octet <= 255; octet++) {
        int address = octet << shift;
        String text = codec.format(address);
        assertThat(parsed(text))
            .as("parse(format(%s)), where format gave \"%s\"", hex(address), text)
            .isEqualTo(hex(address));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1.2", "127.1", "1.2.3", "1.2.3.4.5", "2130706433"})
  @Hint("There must be exactly four octets. Other programs fill in missing octets; yours must not.")
  void parse_refuses_a_text_that_is_not_four_octets(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {".1.2.3", "1..2.3", "1.2.3.", "1.2.3.4.", ".1.2.3.4", "..."})
  @Hint("An octet has at least one digit. String.split drops empty pieces at the end.")
  void parse_refuses_a_dot_with_nothing_before_or_after_it(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"256.0.0.1", "1.2.3.256", "1.999.3.4", "1.2.3.1000", "1.2.3.4294967297"})
  @Hint("The largest octet is 255. A number with many digits may also be too large for an int.")
  void parse_refuses_an_octet_above_255(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"010.0.0.1", "01.2.3.4", "1.2.3.04", "1.2.00.4", "000.0.0.0"})
  @Hint("Some programs read an octet with a leading zero as octal, others as decimal. Refuse it.")
  void parse_refuses_a_leading_zero(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1.2.3.4",
        "1.2.3.-4",
        "1.2.3.x",
        "0x7f.0.0.1",
        "1,2,3,4",
        "localhost",
        "\uFF11.2.3.4",
        "1.2.3.\u0664"
      })
  @Hint("Integer.parseInt and Character.isDigit accept more than '0' to '9': check each character.")
  void parse_refuses_anything_but_digits_and_dots(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {" 1.2.3.4", "1.2.3.4 ", "1. 2.3.4", "1.2.3.4\n", "1.2.3.4\t"})
  @Hint("Do not trim the text: a space or a line end is wrong at every place.")
  void parse_refuses_white_space(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text.replace("\n", "\\n")).isEqualTo(REFUSED);
  }

  /** Returns the result of parse as text, also for a refusal, so that a failure shows it. */
  private String parsed(String text) {
    try {
      return hex(codec.parse(text));
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }

  private static String hex(int address) {
    return String.format("0x%08X", address);
  }
}
