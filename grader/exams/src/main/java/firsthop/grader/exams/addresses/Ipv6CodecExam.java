package firsthop.grader.exams.addresses;

import static firsthop.grader.exam.ArrayOwner.overwritten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.addresses.Ipv6Codec;
import firsthop.grader.exam.CallerOwnsArrays;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

@Exam(Ipv6Codec.class)
class Ipv6CodecExam {
  /** More groups than any address has; a careless regular expression overflows its stack. */
  private static final int LONG = 50_000;

  private static final int MAX_SHOWN = 60;

  /**
   * The start of an address in tests that do not check this part. It has no {@code ::} and no
   * zeros, and the two bytes of each group are equal.
   */
  private static final String SIX_GROUPS = "4141:4242:4343:4444:4545:4646";

  private static final String SEVEN_GROUPS = SIX_GROUPS + ":4747";

  @Test
  @Points(1)
  @Clause("the first group in the first two bytes, the high byte of a group before its low byte")
  @Hint(
      "Each group becomes two bytes, the high byte first. Check groups with a byte above 127, too.")
  void parse_puts_the_high_byte_of_a_group_first(@Subject Ipv6Codec ipv6) {
    assertParses(ipv6, "1:23:456:789a:bcde:f012:3456:789", "000100230456789abcdef01234560789");
    assertParses(ipv6, "8000:80:ff00:ff:7fff:ff7f:80ff:100", "80000080ff0000ff7fffff7f80ff0100");
    assertParses(ipv6, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe", "f".repeat(31) + "e");
    assertParses(ipv6, "0:0:0:1:0:0:0:0", "00000000000000010000000000000000");
  }

  @Test
  @Points(1)
  @Clause({
    "A group is one to four hexadecimal digits: 0 to 9, a to f or A to F.",
    "A group may have leading zeros, as long as it has at most four digits."
  })
  @Hint("Hexadecimal digits may be in upper or lower case, and a group may have leading zeros.")
  void parse_takes_either_case_and_zeros_in_front(@Subject Ipv6Codec ipv6) {
    assertParses(ipv6, "ABCD:EF01:0a0B:00c:0d:E:0f:0000", "abcdef010a0b000c000d000e000f0000");
    assertParses(ipv6, "aBcD:AbCd:10:010:0010:Fe0:0fE:00f", "abcdabcd0010001000100fe000fe000f");
    assertParses(ipv6, "0000:000:00:0:0001:001:01:1", "00000000000000000001000100010001");
  }

  @Test
  @Points(1)
  @Clause("It may be at the start, at the end or between two groups, or it may be the whole text.")
  @Hint("There may be no groups before the two colons, no groups after them, or no groups at all.")
  void parse_takes_two_colons_at_the_start_the_middle_the_end_or_alone(@Subject Ipv6Codec ipv6) {
    assertParses(ipv6, "::", "00000000000000000000000000000000");
    assertParses(ipv6, "::2", "00000000000000000000000000000002");
    assertParses(ipv6, "::a:b:c", "00000000000000000000000a000b000c");
    assertParses(ipv6, "fe80::", "fe800000000000000000000000000000");
    assertParses(ipv6, "a:b:c::", "000a000b000c00000000000000000000");
    assertParses(ipv6, "a::b", "000a000000000000000000000000000b");
    assertParses(ipv6, "a:b:c::d:e:f", "000a000b000c00000000000d000e000f");
    assertParses(ipv6, "0:0::0:9", "00000000000000000000000000000009");
  }

  @Test
  @Points(1)
  @Clause("A :: stands for one or more groups of zero, as many as are missing from eight.")
  @Hint("Two colons stand for at least one group, so at most seven groups may stand beside them.")
  void parse_takes_two_colons_for_one_group_but_not_for_none(@Subject Ipv6Codec ipv6) {
    assertParses(ipv6, "a:b:c:d:e:f:9::", "000a000b000c000d000e000f00090000");
    assertParses(ipv6, "::b:c:d:e:f:9:8", "0000000b000c000d000e000f00090008");
    assertParses(ipv6, "a:b:c:d:e:f::8", "000a000b000c000d000e000f00000008");
    assertParses(ipv6, "a:b:c:d:e::9:8", "000a000b000c000d000e000000090008");
    assertRefuses(ipv6, "a:b:c:d:e:f:9:8::");
    assertRefuses(ipv6, "::a:b:c:d:e:f:9:8");
    assertRefuses(ipv6, "a::b:c:d:e:f:9:8");
    assertRefuses(ipv6, "a:b:c:d:e:f:9::8");
    assertRefuses(ipv6, "a:b:c:d:e::f:9:8:7");
  }

  @Test
  @Points(1)
  @Clause({"There is at most one :: in a text.", "There is nothing else before, between or after"})
  @Hint(
      "Two colons may appear only once in a text. Every single colon needs a group on both"
          + " sides. String.split drops empty pieces at the end.")
  void parse_refuses_a_colon_or_a_pair_of_colons_too_many(@Subject Ipv6Codec ipv6) {
    assertParses(ipv6, "4141::4242:4343", "41410000000000000000000042424343");
    assertRefuses(ipv6, "4141::4242::4343");
    assertRefuses(ipv6, "::b::");
    assertRefuses(ipv6, "::b:c::d");
    assertRefuses(ipv6, "b::c:d::");
    assertRefuses(ipv6, "a:b::c::d:e:f:9");
    assertRefuses(ipv6, "::::");
    assertRefuses(ipv6, "b::::c");
    assertParses(ipv6, "4141:4242:4343::", "41414242434300000000000000000000");
    assertRefuses(ipv6, ":");
    assertRefuses(ipv6, ":::");
    assertRefuses(ipv6, ":::b");
    assertRefuses(ipv6, "b:::");
    assertRefuses(ipv6, "b:::c");
    assertRefuses(ipv6, ":b::");
    assertRefuses(ipv6, "::b:");
    assertRefuses(ipv6, "b::c:");
    assertRefuses(ipv6, ":b::c");
    assertRefuses(ipv6, "a:b:c:d:e:f:9:8:");
    assertRefuses(ipv6, ":a:b:c:d:e:f:9:8");
    assertRefuses(ipv6, "a:b:c:d:e:f:9:");
    assertRefuses(ipv6, ":b:c:d:e:f:9:8");
  }

  @Test
  @Points(1)
  @Clause("The text is eight groups, separated by single colons.")
  @Hint("Count the groups: without two colons there must be exactly eight.")
  void parse_refuses_fewer_or_more_than_eight_groups(@Subject Ipv6Codec ipv6) {
    assertParses(ipv6, SEVEN_GROUPS + ":4848", "41414242434344444545464647474848");
    assertRefuses(ipv6, "");
    assertRefuses(ipv6, "9");
    assertRefuses(ipv6, "9:8");
    assertRefuses(ipv6, SEVEN_GROUPS);
    assertRefuses(ipv6, SEVEN_GROUPS + ":4848:4949");
    assertRefuses(ipv6, SEVEN_GROUPS + ":4848:0");
    assertRefuses(ipv6, "9" + ":8".repeat(LONG));
  }

  @Test
  @Points(1)
  @Clause("A group is one to four hexadecimal digits: 0 to 9, a to f or A to F.")
  @Hint(
      "A group is one to four hexadecimal digits. Library methods also accept a sign, more"
          + " digits, or digits of other scripts.")
  void parse_refuses_a_group_that_is_not_one_to_four_hexadecimal_digits(@Subject Ipv6Codec ipv6) {
    assertParses(ipv6, SEVEN_GROUPS + ":4848", "41414242434344444545464647474848");
    assertRefuses(ipv6, SEVEN_GROUPS + ":10000");
    assertRefuses(ipv6, SEVEN_GROUPS + ":04848");
    assertRefuses(ipv6, SEVEN_GROUPS + ":00000");
    assertRefuses(ipv6, SEVEN_GROUPS + ":caffee00caffee00caffee00");
    assertRefuses(ipv6, SEVEN_GROUPS + ":h");
    assertRefuses(ipv6, SEVEN_GROUPS + ":caf\u00E9");
    assertRefuses(ipv6, SEVEN_GROUPS + ":+1");
    assertRefuses(ipv6, SEVEN_GROUPS + ":-0");
    assertRefuses(ipv6, SEVEN_GROUPS + ":0x9");
    assertRefuses(ipv6, SEVEN_GROUPS + ":1_0");
    assertRefuses(ipv6, SEVEN_GROUPS + ":\u0661");
    assertRefuses(ipv6, SEVEN_GROUPS + ":\uFF11");
    assertRefuses(ipv6, SEVEN_GROUPS + ":\uFF21");
    assertRefuses(ipv6, "-1::");
    assertRefuses(ipv6, "00000::1");
    assertRefuses(ipv6, "::+1");
    assertRefuses(ipv6, "::0cafe");
  }

  @Test
  @Points(1)
  @Clause("An IPv4 address may replace the last two groups.")
  @Hint("An IPv4 address may replace the last two groups, with or without two colons before it.")
  void parse_reads_ipv4_in_the_last_32_bits(@Subject Ipv6Codec ipv6) {
    assertParses(ipv6, "::ffff:198.51.100.255", "00000000000000000000ffffc63364ff");
    assertParses(ipv6, "64:ff9b::203.0.113.7", "0064ff9b0000000000000000cb007107");
    assertParses(ipv6, "::10.9.8.7", "0000000000000000000000000a090807");
    assertParses(ipv6, "a:b:c:d:e:f:10.9.8.7", "000a000b000c000d000e000f0a090807");
    assertParses(ipv6, "a:b:c:d:e::10.9.8.7", "000a000b000c000d000e00000a090807");
    assertParses(ipv6, "::b:c:d:e:f:0.0.255.128", "0000000b000c000d000e000f0000ff80");
  }

  @Test
  @Points(1)
  @Clause("An IPv4 address may replace the last two groups.")
  @Hint(
      "An IPv4 address counts as two groups. It must be at the end, and alone it is not an IPv6"
          + " address.")
  void parse_refuses_ipv4_anywhere_but_in_the_last_32_bits(@Subject Ipv6Codec ipv6) {
    assertParses(ipv6, SIX_GROUPS + ":113.113.9.9", "41414242434344444545464671710909");
    assertRefuses(ipv6, "203.0.113.9");
    assertRefuses(ipv6, ":203.0.113.9");
    assertRefuses(ipv6, "203.0.113.9::");
    assertRefuses(ipv6, "203.0.113.9::f");
    assertRefuses(ipv6, "::203.0.113.9:f");
    assertRefuses(ipv6, "::203.0.113.9:203.0.113.9");
    assertRefuses(ipv6, "a:b:203.0.113.9:c:d:e:f");
    assertRefuses(ipv6, "a:b:c:d:e:203.0.113.9");
    assertRefuses(ipv6, SEVEN_GROUPS + ":203.0.113.9");
    assertRefuses(ipv6, SIX_GROUPS + "::203.0.113.9");
    assertRefuses(ipv6, "::" + SIX_GROUPS + ":203.0.113.9");
  }

  @Test
  @Points(1)
  @Clause("It is the last 32 bits, written in the form that Ipv4Codec.parse accepts.")
  @Hint(
      "The IPv4 address at the end follows the strict rules of exercise 1.1. Let your class"
          + " from 1.1 read it.")
  void parse_reads_ipv4_as_strictly_as_the_exercise_before(@Subject Ipv6Codec ipv6) {
    assertParses(ipv6, SIX_GROUPS + ":100.100.0.0", "41414242434344444545464664640000");
    assertRefuses(ipv6, SIX_GROUPS + ":100.9");
    assertRefuses(ipv6, SIX_GROUPS + ":100.10.0");
    assertRefuses(ipv6, SIX_GROUPS + ":100.10.0.9.8");
    assertRefuses(ipv6, SIX_GROUPS + ":100.010.0.9");
    assertRefuses(ipv6, SIX_GROUPS + ":100.10.00.9");
    assertRefuses(ipv6, SIX_GROUPS + ":100.256.0.9");
    assertRefuses(ipv6, SIX_GROUPS + ":100.10.0.+9");
    assertRefuses(ipv6, SIX_GROUPS + ":100.10.0.9.");
    assertRefuses(ipv6, SIX_GROUPS + ":.100.10.0.9");
    assertRefuses(ipv6, SIX_GROUPS + ":100..0.9");
    assertRefuses(ipv6, SIX_GROUPS + ":100.10.0.a");
    assertRefuses(ipv6, "::ffff:100.010.0.9");
    assertRefuses(ipv6, "::ffff:100.9");
  }

  @Test
  @Points(1)
  @Clause({
    "no zone (%eth0), no brackets, no prefix length (/64), no space, no line end",
    "There is nothing else before, between or after"
  })
  @Hint(
      "A zone, brackets, a prefix length and spaces are not part of an address. Do not remove"
          + " them, refuse them.")
  void parse_refuses_zone_brackets_prefix_length_and_space(@Subject Ipv6Codec ipv6) {
    assertParses(ipv6, SEVEN_GROUPS + ":4848", "41414242434344444545464647474848");
    assertRefuses(ipv6, SEVEN_GROUPS + ":4848%lo");
    assertRefuses(ipv6, SEVEN_GROUPS + ":4848%2");
    assertRefuses(ipv6, SEVEN_GROUPS + ":4848%");
    assertRefuses(ipv6, SEVEN_GROUPS + ":4848/64");
    assertRefuses(ipv6, SEVEN_GROUPS + ":4848 ");
    assertRefuses(ipv6, SEVEN_GROUPS + ": 4848");
    assertRefuses(ipv6, SEVEN_GROUPS + " :4848");
    assertRefuses(ipv6, SEVEN_GROUPS + ":4848\n");
    assertRefuses(ipv6, SEVEN_GROUPS + ":4848\r\n");
    assertRefuses(ipv6, SEVEN_GROUPS + ":4848\u0000");
    assertRefuses(ipv6, " " + SEVEN_GROUPS + ":4848");
    assertRefuses(ipv6, "\t" + SEVEN_GROUPS + ":4848");
    assertRefuses(ipv6, "[" + SEVEN_GROUPS + ":4848]");
    assertRefuses(ipv6, "[" + SEVEN_GROUPS + ":4848");
    assertRefuses(ipv6, "fe80::a:c%lo");
    assertRefuses(ipv6, "[fe80::a:c]");
    assertRefuses(ipv6, "fe80::/10");
    assertRefuses(ipv6, " fe80::a:c");
    assertRefuses(ipv6, "fe80:: a:c");
    assertRefuses(ipv6, "fe80: :a:c");
  }

  @Test
  @Points(1)
  @Clause({
    "Hexadecimal digits are in lower case.",
    "A group has no leading zeros. A group of zero is written as 0."
  })
  @Hint("Write lower case without leading zeros. A Java byte has a sign, so mask it with 0xFF.")
  void format_writes_groups_in_lower_case_without_zeros_in_front(@Subject Ipv6Codec ipv6) {
    assertFormats(ipv6, "abcdef010a0b000c000d000e000f1000", "abcd:ef01:a0b:c:d:e:f:1000");
    assertFormats(ipv6, "800000807fffff7f00ff010080ff0010", "8000:80:7fff:ff7f:ff:100:80ff:10");
    assertFormats(
        ipv6, "fffffffefffdfffcfffb8181fffaffff", "ffff:fffe:fffd:fffc:fffb:8181:fffa:ffff");
    assertFormats(ipv6, "2001090a000000010000000000b00c00", "2001:90a:0:1::b0:c00");
  }

  @Test
  @Points(1)
  @Clause("The longest run of two or more groups of zero is written as ::.")
  @Hint(
      "An address may have several runs of zero groups. Compare their lengths, also of a run at"
          + " the very end.")
  void format_shortens_the_longest_run(@Subject Ipv6Codec ipv6) {
    assertFormats(ipv6, "00000000000000000000000000000000", "::");
    assertFormats(ipv6, "00000000000000000000000000001000", "::1000");
    assertFormats(ipv6, "41410000000000000000000000000000", "4141::");
    assertFormats(ipv6, "20010000000000020000000000000003", "2001:0:0:2::3");
    assertFormats(ipv6, "20010000000000000002000000000003", "2001::2:0:0:3");
    assertFormats(ipv6, "00000000000100020000000000000000", "0:0:1:2::");
    assertFormats(ipv6, "00000000000000000001000200000000", "::1:2:0:0");
    assertFormats(ipv6, "00000000000000100000000000000000", "0:0:0:10::");
    assertFormats(ipv6, "00000005000000000009000000000000", "0:5:0:0:9::");
    assertFormats(ipv6, "00100000000000010002000300040005", "10::1:2:3:4:5");
    assertFormats(ipv6, "00010002000300040005000600000000", "1:2:3:4:5:6::");
    assertFormats(ipv6, "00000000000300040005000600070008", "::3:4:5:6:7:8");
  }

  @Test
  @Points(1)
  @Clause(
      "If there are several longest runs, the first is written as ::, and the others are written"
          + " in full.")
  @Hint(
      "If two runs are equally long, shorten only the first. A later run replaces it only if it"
          + " is longer.")
  void format_shortens_the_first_of_several_longest_runs(@Subject Ipv6Codec ipv6) {
    assertFormats(ipv6, "20010001000000000005000000000007", "2001:1::5:0:0:7");
    assertFormats(ipv6, "00110000000000000022000000000000", "11::22:0:0:0");
    assertFormats(ipv6, "00110000000000220033004400000000", "11::22:33:44:0:0");
    assertFormats(ipv6, "00000000001100000000002200000000", "::11:0:0:22:0:0");
  }

  @Test
  @Points(1)
  @Clause("A single group of zero is never written as ::.")
  @Hint("A single group of zero is written as 0, wherever it is.")
  void format_never_shortens_a_single_group(@Subject Ipv6Codec ipv6) {
    assertFormats(ipv6, "20010123000000010002000300040005", "2001:123:0:1:2:3:4:5");
    assertFormats(ipv6, "00000002000300040005000600070008", "0:2:3:4:5:6:7:8");
    assertFormats(ipv6, "00010002000300040005000600070000", "1:2:3:4:5:6:7:0");
    assertFormats(ipv6, "00000001000000020000000300000044", "0:1:0:2:0:3:0:44");
  }

  @Test
  @Points(1)
  @Clause({
    "An address in ::ffff:0:0/96 (80 bits of 0, then 16 bits of 1) is written as ::ffff: and its"
        + " last 32 bits in dotted decimal.",
    "No other address is written with dotted decimal, even if it contains an IPv4 address."
  })
  @Hint(
      "An address is IPv4-mapped only if it begins with 80 bits of 0 and 16 bits of 1. Check all"
          + " 96 bits.")
  void format_writes_dotted_decimal_for_mapped_addresses_only(@Subject Ipv6Codec ipv6) {
    assertFormats(ipv6, "00000000000000000000ffffc63364ff", "::ffff:198.51.100.255");
    assertFormats(ipv6, "00000000000000000000ffff00000000", "::ffff:0.0.0.0");
    assertFormats(ipv6, "00000000000000000000ffff00000001", "::ffff:0.0.0.1");
    assertFormats(ipv6, "0000000000000000000000000a090807", "::a09:807");
    assertFormats(ipv6, "0064ff9b0000000000000000cb007107", "64:ff9b::cb00:7107");
    assertFormats(ipv6, "0000000000000000ffff00000a090807", "::ffff:0:a09:807");
    assertFormats(ipv6, "00000000000000000000fffe0a090807", "::fffe:a09:807");
    assertFormats(ipv6, "00000000000000000000feff0a090807", "::feff:a09:807");
    assertFormats(ipv6, "0000000000000000000affff0a090807", "::a:ffff:a09:807");
    assertFormats(ipv6, "000a0000000000000000ffff0a090807", "a::ffff:a09:807");
    assertFormats(ipv6, "0000000000000000ffffffff0a090807", "::ffff:ffff:a09:807");
  }

  @Test
  @Points(1)
  @Clause("if there are not exactly 16 bytes")
  @Hint("An IPv6 address has exactly 16 bytes. Check the length of the array first.")
  void format_refuses_anything_but_16_bytes(@Subject Ipv6Codec ipv6) {
    assertFormats(ipv6, "41410000000000000000000000004242", "4141::4242");
    for (int length : new int[] {0, 1, 2, 4, 8, 14, 15, 17, 18, 32}) {
      byte[] bytes = new byte[length];
      assertThatIllegalArgumentException()
          .as("format(%d bytes of zero)", length)
          .isThrownBy(() -> ipv6.format(bytes));
    }
  }

  @Test
  @Points(1)
  @CallerOwnsArrays
  @Clause({"in a new array at each call", "This method neither changes the array nor keeps it."})
  @Hint(
      "Make a new array in each call of parse. In format, do not write into the array, and do not"
          + " keep it.")
  void arrays_belong_to_the_caller(@Subject Ipv6Codec ipv6) {
    String mapped = "00000000000000000000ffffc6336401";
    for (int call = 0; call < 2; call++) {
      assertParses(ipv6, "::", "00000000000000000000000000000000");
      assertParses(ipv6, "::1", "00000000000000000000000000000001");
      assertParses(ipv6, "::ffff:198.51.100.1", mapped);
      assertFormats(ipv6, "20010db8000000000001000000000001", "2001:db8::1:0:0:1");
      assertFormats(ipv6, mapped, "::ffff:198.51.100.1");
    }
    assertFormats(
        ipv6,
        HexFormat.of().formatHex(overwritten(HexFormat.of().parseHex(mapped))),
        "ffff:ffff:ffff:ffff:ffff:0:39cc:9bfe");
  }

  private static void assertParses(Ipv6Codec ipv6, String text, String hex) {
    assertThat(HexFormat.of().formatHex(ipv6.parse(text)))
        .as("parse(\"%s\"), as hexadecimal digits", text)
        .isEqualTo(hex);
  }

  private static void assertFormats(Ipv6Codec ipv6, String hex, String text) {
    assertThat(ipv6.format(HexFormat.of().parseHex(hex))).as("format(%s)", hex).isEqualTo(text);
  }

  private static void assertRefuses(Ipv6Codec ipv6, String text) {
    String shown = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    assertThatIllegalArgumentException()
        .as("parse(\"%s\")", shown)
        .isThrownBy(() -> ipv6.parse(text));
  }
}
