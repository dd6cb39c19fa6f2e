package firsthop.grader.exams.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.addresses.Ipv4Codec;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import org.junit.jupiter.api.Test;

@Exam(Ipv4Codec.class)
class Ipv4CodecExam {
  /** How many different octets there are. */
  private static final int OCTETS = 256;

  /** More pieces than any address has; a careless regular expression overflows its stack. */
  private static final int LONG = 100_000;

  private static final int MAX_SHOWN = 60;

  @Test
  @Points(2)
  @Clause("the 32 bits of the address, with the first octet in the highest 8 bits")
  @Hint("The first octet of the text is the highest eight bits of the number.")
  void parse_puts_the_first_octet_highest(@Subject Ipv4Codec ipv4) {
    assertParses(ipv4, "192.168.0.1", 0xC0A80001);
    assertParses(ipv4, "1.2.3.4", 0x01020304);
    assertParses(ipv4, "0.0.0.0", 0);
    assertParses(ipv4, "127.255.0.128", 0x7FFF0080);
    assertParses(ipv4, "255.255.255.255", -1);
    for (int octet = 0; octet < OCTETS; octet += 4) {
      assertParses(ipv4, textFrom(octet), addressFrom(octet));
    }
  }

  @Test
  @Points(2)
  @Clause("the four octets, each from 0 to 255 without leading zeros")
  @Hint(
      "An octet above 127 must not become negative: mask it with 0xFF, and do not cast it to byte.")
  void format_writes_octets_without_a_sign(@Subject Ipv4Codec ipv4) {
    assertFormats(ipv4, 0xC0A80001, "192.168.0.1");
    assertFormats(ipv4, 0, "0.0.0.0");
    assertFormats(ipv4, -1, "255.255.255.255");
    assertFormats(ipv4, 0x80FF7F0A, "128.255.127.10");
    for (int octet = 0; octet < OCTETS; octet += 4) {
      assertFormats(ipv4, addressFrom(octet), textFrom(octet));
    }
  }

  @Test
  @Points(1)
  @Clause("The text is exactly four octets, separated by single dots.")
  @Hint(
      "Count the octets: there must be exactly four. Some library methods fill in octets that are"
          + " missing.")
  void parse_refuses_fewer_or_more_than_four_octets(@Subject Ipv4Codec ipv4) {
    assertParses(ipv4, "17.34.51.68", 0x11223344);
    assertRefuses(ipv4, "");
    assertRefuses(ipv4, "7");
    assertRefuses(ipv4, "127.1");
    assertRefuses(ipv4, "10.0.1");
    assertRefuses(ipv4, "2130706433");
    assertRefuses(ipv4, "1.2.3.4.5");
    assertRefuses(ipv4, "1.2.3.4.0.0.0.0");
    assertRefuses(ipv4, "1.2.3.4" + ".5".repeat(LONG));
  }

  @Test
  @Points(1)
  @Clause("The text is exactly four octets, separated by single dots.")
  @Hint(
      "Only a dot may separate octets. In a regular expression, an unescaped dot matches every"
          + " character.")
  void parse_refuses_what_is_no_dot_between_octets(@Subject Ipv4Codec ipv4) {
    assertParses(ipv4, "21.43.65.87", 0x152B4157);
    assertRefuses(ipv4, "1,2,3,4");
    assertRefuses(ipv4, "1:2:3:4");
    assertRefuses(ipv4, "1.2.3-4");
    assertRefuses(ipv4, "10x20.30.40");
    assertRefuses(ipv4, "1 2 3 4");
    assertRefuses(ipv4, "1.2/3.4");
    assertRefuses(ipv4, "1234567");
  }

  @Test
  @Points(1)
  @Clause({
    "An octet is one to three ASCII digits, 0 to 9.",
    "There is nothing else before, between or after"
  })
  @Hint(
      "Every dot needs an octet before it and after it. String.split drops empty pieces at the"
          + " end.")
  void parse_refuses_a_dot_without_an_octet(@Subject Ipv4Codec ipv4) {
    assertParses(ipv4, "9.8.7.6", 0x09080706);
    assertRefuses(ipv4, "1.2.3.4.");
    assertRefuses(ipv4, ".1.2.3.4");
    assertRefuses(ipv4, "1..2.3");
    assertRefuses(ipv4, "1.2.3.");
    assertRefuses(ipv4, "1.2.3.4....");
    assertRefuses(ipv4, "...");
  }

  @Test
  @Points(2)
  @Clause("An octet has no leading zero, unless it is 0 itself.")
  @Hint(
      "An octet of two or more digits must not begin with 0, because other programs read it as"
          + " octal.")
  void parse_refuses_leading_zeros_but_takes_zero(@Subject Ipv4Codec ipv4) {
    assertParses(ipv4, "10.0.100.0", 0x0A006400);
    assertRefuses(ipv4, "010.0.0.1");
    assertRefuses(ipv4, "1.02.3.4");
    assertRefuses(ipv4, "1.2.3.00");
    assertRefuses(ipv4, "1.2.3.000");
  }

  @Test
  @Points(1)
  @Clause("An octet is at most 255.")
  @Hint("An octet is at most 255. A text may have more digits than an int can hold.")
  void parse_refuses_octets_above_255(@Subject Ipv4Codec ipv4) {
    assertParses(ipv4, "99.100.109.9", 0x63646D09);
    assertRefuses(ipv4, "256.0.0.1");
    assertRefuses(ipv4, "1.2.3.260");
    assertRefuses(ipv4, "1.2.3.999");
    assertRefuses(ipv4, "1.2.1000.4");
    assertRefuses(ipv4, "1.2.3.4294967300");
    assertRefuses(ipv4, "1.2.3.18446744073709551617");
    assertRefuses(ipv4, "1.2.3." + "4".repeat(LONG));
  }

  @Test
  @Points(1)
  @Clause("An octet is one to three ASCII digits, 0 to 9.")
  @Hint(
      "Only the ASCII digits 0 to 9 are allowed. Library methods also accept a sign, or digits of"
          + " other scripts.")
  void parse_refuses_what_is_no_ascii_digit(@Subject Ipv4Codec ipv4) {
    assertParses(ipv4, "5.6.78.90", 0x05064E5A);
    assertRefuses(ipv4, "+1.2.3.4");
    assertRefuses(ipv4, "1.+2.3.4");
    assertRefuses(ipv4, "1.2.3.-0");
    assertRefuses(ipv4, "1.2.3.-4");
    assertRefuses(ipv4, "0x1.2.3.4");
    assertRefuses(ipv4, "1.2.3.a");
    assertRefuses(ipv4, "1.2.3.\u0664");
    assertRefuses(ipv4, "1.2.3.\uFF14");
  }

  @Test
  @Points(1)
  @Clause(
      "There is nothing else before, between or after: no sign, no space, no line end, no fifth"
          + " octet.")
  @Hint(
      "Do not trim the text. In a regular expression, $ also matches before a line end at the end"
          + " of the text.")
  void parse_refuses_white_space_and_line_ends(@Subject Ipv4Codec ipv4) {
    assertParses(ipv4, "11.22.33.44", 0x0B16212C);
    assertRefuses(ipv4, " 1.2.3.4");
    assertRefuses(ipv4, "1.2.3.4 ");
    assertRefuses(ipv4, "1.2. 3.4");
    assertRefuses(ipv4, "\t1.2.3.4");
    assertRefuses(ipv4, "\n1.2.3.4");
    assertRefuses(ipv4, "1.2.3.4\n");
    assertRefuses(ipv4, "1.2.3.4\r\n");
    assertRefuses(ipv4, "1.2.3.4\u0000");
  }

  private static void assertParses(Ipv4Codec ipv4, String text, int address) {
    assertThat(hex(ipv4.parse(text))).as("parse(\"%s\")", text).isEqualTo(hex(address));
  }

  private static void assertFormats(Ipv4Codec ipv4, int address, String text) {
    assertThat(ipv4.format(address)).as("format(%s)", hex(address)).isEqualTo(text);
  }

  private static void assertRefuses(Ipv4Codec ipv4, String text) {
    String shown = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    assertThatIllegalArgumentException()
        .as("parse(\"%s\")", shown)
        .isThrownBy(() -> ipv4.parse(text));
  }

  /** Returns the address whose octets are this octet and the three numbers after it. */
  private static int addressFrom(int octet) {
    return octet << 24 | octet + 1 << 16 | octet + 2 << 8 | octet + 3;
  }

  private static String textFrom(int octet) {
    return octet + "." + (octet + 1) + "." + (octet + 2) + "." + (octet + 3);
  }

  private static String hex(int address) {
    return String.format("0x%08X", address);
  }
}
