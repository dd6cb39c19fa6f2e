package firsthop.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.util.HexFormat;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(value = Ipv6Codec.class, seconds = 4)
class Ipv6CodecTest {
  private static final String REFUSED = "refused with IllegalArgumentException";

  private final Ipv6Codec codec = new MyIpv6Codec();

  @ParameterizedTest
  @CsvSource({
    "0001 0002 0003 0004 0005 0006 0007 0008, 1:2:3:4:5:6:7:8",
    "2001 0db8 1234 5678 9abc def0 0fed cba9, 2001:db8:1234:5678:9abc:def0:fed:cba9",
    "ff02 80ff 00ff ff00 7f80 8000 0100 0010, ff02:80ff:ff:ff00:7f80:8000:100:10",
    "ffff ffff ffff ffff ffff ffff ffff ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
  })
  @Order(1)
  @Hint("A byte has a sign: mask it with 0xFF before you make a group of two bytes.")
  void format_writes_eight_groups_in_lower_case_without_zeros_in_front(String groups, String text) {
    assertThat(codec.format(bytes(groups))).as("format(%s)", groups).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2001 0db8 0000 0000 0000 0000 0000 0001, 2001:db8::1",
    "2001 0db8 0000 0000 0008 0800 200c 417a, 2001:db8::8:800:200c:417a",
    "0000 0000 0000 0000 0000 0000 0000 0000, ::",
    "0000 0000 0000 0000 0000 0000 0000 0001, ::1",
    "0001 0000 0000 0000 0000 0000 0000 0000, 1::",
    "0010 0000 0000 0000 0000 0000 0000 0100, 10::100",
  })
  @Order(2)
  @Hint("A :: at the start, at the end or alone still has two colons, not one and not three.")
  void format_writes_a_run_of_zeros_as_two_colons(String groups, String text) {
    assertThat(codec.format(bytes(groups))).as("format(%s)", groups).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2001 0000 0000 0001 0000 0000 0000 0001, 2001:0:0:1::1",
    "2001 0000 0000 0000 0001 0000 0000 0001, 2001::1:0:0:1",
    "2001 0db8 0000 0000 0001 0000 0000 0001, 2001:db8::1:0:0:1",
    "0000 0000 0001 0000 0000 0001 0000 0000, ::1:0:0:1:0:0",
  })
  @Order(3)
  @Hint("Only one run becomes ::. It is the longest run, or the first of several longest runs.")
  void format_shortens_the_longest_run_and_of_equal_runs_the_first(String groups, String text) {
    assertThat(codec.format(bytes(groups))).as("format(%s)", groups).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2001 0db8 0000 0001 0001 0001 0001 0001, 2001:db8:0:1:1:1:1:1",
    "0000 0002 0003 0004 0005 0006 0007 0008, 0:2:3:4:5:6:7:8",
    "0001 0002 0003 0004 0005 0006 0007 0000, 1:2:3:4:5:6:7:0",
    "0001 0000 0002 0000 0000 0003 0000 0004, 1:0:2::3:0:4",
  })
  @Order(4)
  @Hint("A single group of zero is written as 0. A :: needs a run of two or more groups.")
  void format_never_shortens_a_single_group(String groups, String text) {
    assertThat(codec.format(bytes(groups))).as("format(%s)", groups).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0000 0000 0000 0000 0000 ffff c000 0280, ::ffff:192.0.2.128",
    "0000 0000 0000 0000 0000 ffff 0000 0000, ::ffff:0.0.0.0",
    "0064 ff9b 0000 0000 0000 0000 c000 0221, 64:ff9b::c000:221",
    "0000 0000 0000 0000 0000 0000 0102 0304, ::102:304",
    "0000 0000 0000 0000 0001 ffff 0102 0304, ::1:ffff:102:304",
  })
  @Order(5)
  @Hint("Only addresses in ::ffff:0:0/96 get dotted decimal. Check all 96 bits of the prefix.")
  void format_writes_dotted_decimal_for_mapped_addresses_only(String groups, String text) {
    assertThat(codec.format(bytes(groups))).as("format(%s)", groups).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 15, 17})
  @Order(6)
  void format_refuses_anything_but_16_bytes(int length) {
    String got;
    try {
      got = codec.format(new byte[length]);
    } catch (IllegalArgumentException e) {
      got = REFUSED;
    }
    assertThat(got).as("format(%d bytes of zero)", length).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "1:2:3:4:5:6:7:8, 0001 0002 0003 0004 0005 0006 0007 0008",
    "2001:db8:1234:5678:9abc:def0:fed:cba9, 2001 0db8 1234 5678 9abc def0 0fed cba9",
    "2001:DB8:0:0:8:800:200C:417A, 2001 0db8 0000 0000 0008 0800 200c 417a",
    "0001:0020:0300:4000:0:00:000:0000, 0001 0020 0300 4000 0000 0000 0000 0000",
    "FFFF:ffff:FfFf:8000:7fff:80:ff:0, ffff ffff ffff 8000 7fff 0080 00ff 0000",
  })
  @Order(7)
  void parse_reads_eight_groups_in_either_case_with_or_without_zeros_in_front(
      String text, String groups) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(groups);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8::1, 2001 0db8 0000 0000 0000 0000 0000 0001",
    "::, 0000 0000 0000 0000 0000 0000 0000 0000",
    "::1, 0000 0000 0000 0000 0000 0000 0000 0001",
    "::7:8, 0000 0000 0000 0000 0000 0000 0007 0008",
    "1::, 0001 0000 0000 0000 0000 0000 0000 0000",
    "1:2::, 0001 0002 0000 0000 0000 0000 0000 0000",
    "1::0:0:8, 0001 0000 0000 0000 0000 0000 0000 0008",
    "1:2:3:4:5:6:7::, 0001 0002 0003 0004 0005 0006 0007 0000",
    "::2:3:4:5:6:7:8, 0000 0002 0003 0004 0005 0006 0007 0008",
    "1:2:3::5:6:7:8, 0001 0002 0003 0000 0005 0006 0007 0008",
  })
  @Order(8)
  @Hint("Groups before the :: go to the front of the address, groups after it go to the end.")
  void parse_fills_in_the_zeros_that_two_colons_stand_for(String text, String groups) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(groups);
  }

  @ParameterizedTest
  @CsvSource({
    "::ffff:192.0.2.128, 0000 0000 0000 0000 0000 ffff c000 0280",
    "::13.1.68.3, 0000 0000 0000 0000 0000 0000 0d01 4403",
    "64:ff9b::192.0.2.33, 0064 ff9b 0000 0000 0000 0000 c000 0221",
    "0:0:0:0:0:FFFF:129.144.52.38, 0000 0000 0000 0000 0000 ffff 8190 3426",
    "1:2:3:4:5::1.2.3.4, 0001 0002 0003 0004 0005 0000 0102 0304",
  })
  @Order(9)
  @Hint("An IPv4 address has 32 bits, so it replaces two groups.")
  void parse_reads_an_ipv4_address_at_the_end(String text, String groups) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(groups);
  }

  @Test
  @Order(10)
  void parse_reads_what_format_writes_wherever_zeros_stand() {
    for (int zeros = 0; zeros < 256; zeros++) {
      byte[] address = new byte[16];
      for (int group = 0; group < 8; group++) {
        address[2 * group + 1] = (byte) ((zeros >> group & 1) == 1 ? 0 : group + 1);
      }
      String text = codec.format(address);
      assertThat(parsed(text))
          .as("parse(format(%s)), where format gave \"%s\"", groups(address), text)
          .isEqualTo(groups(address));
    }
  }

  @Test
  @Order(11)
  void parse_makes_a_new_array_and_format_does_not_change_its_array() {
    byte[] first = codec.parse("2001:db8::1");
    codec.format(first);
    assertThat(groups(first))
        .as("the array from parse(\"2001:db8::1\"), after format")
        .isEqualTo("2001 0db8 0000 0000 0000 0000 0000 0001");
    first[0] = 0;
    assertThat(parsed("2001:db8::1"))
        .as("parse(\"2001:db8::1\") again, after a change to the first array")
        .isEqualTo("2001 0db8 0000 0000 0000 0000 0000 0001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1:2", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "20010db8"})
  @Hint("Without a :: there must be exactly eight groups.")
  void parse_refuses_a_text_without_two_colons_that_is_not_eight_groups(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1:2:3:4::5:6:7:8",
        "::1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:8::",
        "1:2:3:4:5:6::7:8:9"
      })
  @Hint("A :: stands for at least one group.")
  void parse_refuses_two_colons_that_stand_for_no_group(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1::2::3", "::1::", "::2::", "1::2:3::4:5", "::::", ":::", "1:::2"})
  @Hint("There may be only one ::, because nobody knows how many groups each of two stands for.")
  void parse_refuses_a_second_pair_of_colons(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {":", ":1::", "::1:", "1::2:", "1:2:3:4:5:6:7:", ":2:3:4:5:6:7:8"})
  @Hint("A single colon needs a group on both sides. String.split drops empty pieces at the end.")
  void parse_refuses_an_extra_colon(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"::12345", "::00001", "::g", "::+1", "1::-2", "::0x1", "::1.", "::١"})
  @Hint("Integer.parseInt also accepts a sign, more than four digits, and digits of other scripts.")
  void parse_refuses_a_group_that_is_not_one_to_four_hexadecimal_digits(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.33",
        "1.2.3.4::",
        "::1.2.3.4:5",
        "1:2:3:4:5:6:7:1.2.3.4",
        "1:2:3:4:5:1.2.3.4",
        "1:2:3:4:5:6::1.2.3.4",
      })
  @Hint("An IPv4 address counts as two groups, and it may replace only the last two.")
  void parse_refuses_an_ipv4_address_anywhere_but_at_the_end(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"::ffff:127.1", "::ffff:1.2.3.256", "::ffff:01.2.3.4", "::1.2.3.4.", "::1.2.3.f"})
  @Hint("Let your strict class from exercise 1.1 read the IPv4 address.")
  void parse_reads_the_ipv4_address_as_strictly_as_exercise_1_1(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fe80::1%eth0", "fe80::1%1", "[::1]", "2001:db8::/32", " ::1", "::1 ", "::1\n"})
  @Hint("Brackets, a zone and a prefix length are not part of an address. Refuse them.")
  void parse_refuses_anything_that_is_not_part_of_the_address(String text) {
    assertThat(parsed(text)).as("parse(\"%s\")", text.replace("\n", "\\n")).isEqualTo(REFUSED);
  }

  /** Returns the result of parse as text, also for a refusal, so that a failure shows it. */
  private String parsed(String text) {
    try {
      return groups(codec.parse(text));
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }

  private static byte[] bytes(String groups) {
    return HexFormat.of().parseHex(groups.replace(" ", ""));
  }

  private static String groups(byte[] address) {
    String digits = HexFormat.of().formatHex(address);
    return digits.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
