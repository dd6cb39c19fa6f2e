package firsthop.grader.exams.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.dns.QueryEncoder;
import firsthop.grader.exam.CallerOwnsArrays;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Compares encoded questions with expected bytes, and with what dnsjava encodes and decodes. */
@Exam(QueryEncoder.class)
class QueryEncoderExam {
  private static final int A = 1;
  private static final int AAAA = 28;
  private static final int MAX_NUMBER = 65_535;
  private static final int HEADER_BYTES = 12;

  /** The length of the type and the class, which follow the name. */
  private static final int FIELDS_BYTES = 4;

  private static final int RANDOM_NAMES = 40;
  private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final int MAX_SHOWN = 80;

  @Test
  @Points(1)
  @Clause({
    "They are six numbers of 16 bits each: the id, the flags, the number of questions (1),"
        + " the number of answers (0), the number of authority records (0), and the number of"
        + " additional records (0).",
    "Encodes a message that has one question in class IN, and nothing after it."
  })
  @Hint(
      "The message is six 16-bit numbers, the name, and two more 16-bit numbers (type and"
          + " class). Write the high byte of each number first.")
  void message_is_a_header_and_one_question(@Subject QueryEncoder encoder) throws IOException {
    assertBytes(
        encoder,
        0x1234,
        "mail.test",
        A,
        true,
        "1234 0100 0001 0000 0000 0000 046d61696c 0474657374 00 0001 0001");
    assertBytes(
        encoder, 0xABCD, "x", AAAA, false, "abcd 0000 0001 0000 0000 0000 0178 00 001c 0001");
    assertRead(encoder, 0x00FF, "ns.site.test", 2, true);
    assertRead(encoder, 0xFF00, "site.test", 257, false);
  }

  @Test
  @Points(1)
  @Clause({
    "the number that the response will repeat, 0 to 65535",
    "the type in the question, 0 to 65535, such as 1 for A"
  })
  @Hint(
      "All 16 bits count, and none of them is a sign. Compute with int, and write number"
          + " >>> 8 and then number.")
  void id_and_type_have_sixteen_bits(@Subject QueryEncoder encoder) {
    for (int number :
        new int[] {0, 1, 127, 128, 255, 256, 257, 32_767, 32_768, 65_280, MAX_NUMBER}) {
      String hex = "%04x".formatted(number);
      assertThat(part(encoder.encode(number, "id.test", A, true), 0, 2))
          .as("id, for encode(%d, \"id.test\", 1, true)", number)
          .isEqualTo(hex);
      byte[] message = encoder.encode(7, "type.test", number, true);
      int fields = message.length - FIELDS_BYTES;
      assertThat(part(message, fields, fields + 2))
          .as("type, for encode(7, \"type.test\", %d, true)", number)
          .isEqualTo(hex);
    }
  }

  @Test
  @Points(1)
  @Clause(
      "The flag RD is the bit with the value 0x0100. It is 1 if recursion is desired, and 0"
          + " if not. All other flags are 0.")
  @Hint(
      "RD is the lowest bit of the first of the two flag bytes. The second flag byte is"
          + " always 0.")
  void recursion_desired_is_the_only_flag(@Subject QueryEncoder encoder) {
    for (String name : List.of("flags.test", "a")) {
      assertFlags(encoder, name, true, "0100");
      assertFlags(encoder, name, false, "0000");
    }
  }

  @Test
  @Points(1)
  @Clause(
      "A name is written label by label. Each label is one byte with its length, and then"
          + " its characters, one byte for each. After the last label comes a byte 0, which"
          + " stands for the root.")
  @Hint(
      "Write the length of each label before it, and a byte 0 after the last label. Dots"
          + " are not written on the wire.")
  void names_are_labels_with_their_lengths(@Subject QueryEncoder encoder, Seed seed)
      throws IOException {
    assertName(encoder, "a", "a.");
    assertName(encoder, "a.bc.def.ghij", "a.bc.def.ghij.");
    assertName(encoder, "7.2.0.192.in-addr.arpa", "7.2.0.192.in-addr.arpa.");
    assertName(encoder, "ABC.aBc", "abc.abc.");
    SplittableRandom random = seed.random();
    for (int i = 0; i < RANDOM_NAMES; i++) {
      String name = randomName(random);
      assertName(encoder, name, name + ".");
    }
  }

  @Test
  @Points(1)
  @Clause({
    "A label has 1 to 63 characters.",
    "On the wire, a name has at most 255 bytes. All its length bytes and the byte of the"
        + " root count."
  })
  @Hint(
      "Refuse a label of more than 63 characters, wherever it stands. For the name, count the"
          + " bytes that you write: all length bytes, all characters and the 0 at the end.")
  void labels_and_names_have_their_limits(@Subject QueryEncoder encoder) throws IOException {
    for (String label : List.of("l".repeat(62), "m".repeat(63))) {
      assertName(encoder, label, label + ".");
      assertName(encoder, "www." + label + ".test", "www." + label + ".test.");
    }
    for (int length : new int[] {64, 65, 100, 127, 128, 192, 250}) {
      String label = "n".repeat(length);
      assertRefuses(encoder, label);
      assertRefuses(encoder, "www." + label);
      assertRefuses(encoder, label + ".test");
    }
    String a = "a".repeat(63);
    String b = "b".repeat(61);
    String longest = String.join(".", a, a, a, b);
    String mostLabels = String.join(".", Collections.nCopies(127, "c"));
    assertName(encoder, longest, longest + ".");
    assertName(encoder, mostLabels, mostLabels + ".");
    assertRefuses(encoder, longest + "b");
    assertRefuses(encoder, longest + "bb");
    assertRefuses(encoder, longest + ".d");
    assertRefuses(encoder, mostLabels + "c");
    assertRefuses(encoder, mostLabels + ".c");
    assertRefuses(encoder, String.join(".", Collections.nCopies(5_000, "eeee")));
  }

  @Test
  @Points(1)
  @Clause("One dot at the end is allowed and changes nothing.")
  @Hint(
      "Remove one dot at the end, and not more than one. What is left must follow the same"
          + " rules as a name without that dot.")
  void a_dot_at_the_end_changes_nothing(@Subject QueryEncoder encoder) throws IOException {
    String a = "a".repeat(63);
    String longest = String.join(".", a, a, a, "b".repeat(61));
    for (String name : List.of("dot.test", "a", longest)) {
      assertName(encoder, name + ".", name + ".");
      assertRefuses(encoder, name + "..");
      assertRefuses(encoder, name + "...");
    }
  }

  @Test
  @Points(1)
  @Clause({
    "The root is \"\" or \".\".",
    "A dot separates two labels. A label has 1 to 63 characters."
  })
  @Hint(
      "A length of 0 ends a name. So refuse an empty label, wherever it stands: at the"
          + " start, in the middle or at the end. Only the root has no other labels.")
  void only_the_root_is_empty(@Subject QueryEncoder encoder) throws IOException {
    assertName(encoder, "", ".");
    assertName(encoder, ".", ".");
    for (String name :
        List.of("..", "...", "a..b", "a...b", ".a", "..a", ".a.b", ".a.", "a.b..c", "a..b.c")) {
      assertRefuses(encoder, name);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "All characters are ASCII. A label may have any ASCII character, not only those of host"
        + " names: underscores are allowed, and so are spaces.",
    "There are no escapes: a name with a backslash is refused."
  })
  @Hint(
      "Check each character yourself: getBytes writes a '?' for a character that is not"
          + " ASCII, without an exception. Check before you change the text, for example by"
          + " toLowerCase or trim.")
  void characters_are_ascii_without_a_backslash(@Subject QueryEncoder encoder) {
    for (String label :
        List.of("_dmarc", "*", "-a-", " b ", "c d", "\"e\"", "@;$()", "\0\t\n", "\u007F~!")) {
      byte[] message = encoder.encode(9, label + ".test", A, true);
      lowerCase(message);
      String ascii = new String(message, StandardCharsets.ISO_8859_1);
      assertThat(ascii.substring(HEADER_BYTES, ascii.length() - FIELDS_BYTES))
          .as("the name, for encode(9, \"%s.test\", 1, true)", label)
          .isEqualTo((char) label.length() + label + "\4test\0");
    }
    for (String label :
        List.of(
            "\\",
            "a\\",
            "a\\.b",
            "\\032",
            "\\\\",
            "b\u00FCcher",
            "\u0080",
            "\u00FF",
            "\u0161",
            "stra\u00DFe",
            "\u0430",
            "\u3002",
            "a\uFF0Eb",
            "\uD83D\uDE00",
            "\u212A")) {
      assertRefuses(encoder, label);
      assertRefuses(encoder, "www." + label + ".test");
    }
  }

  @Test
  @Points(1)
  @Clause("or if id or type does not fit into 16 bits")
  @Hint(
      "A cast drops the high bits without an exception. Check the range of the id and of"
          + " the type first.")
  void refuses_a_number_of_more_than_16_bits(@Subject QueryEncoder encoder) {
    for (int number : new int[] {0, MAX_NUMBER}) {
      assertThat(part(encoder.encode(number, "edge.test", number, true), 0, 2))
          .as("id, for encode(%1$d, \"edge.test\", %1$d, true)", number)
          .isEqualTo("%04x".formatted(number));
    }
    for (int number :
        new int[] {-1, 65_536, 65_537, -32_768, 1 << 24, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertRefuses(encoder, number, "edge.test", A);
      assertRefuses(encoder, 1, "edge.test", number);
    }
  }

  @Test
  @Points(1)
  @CallerOwnsArrays
  @Clause("in a new array at each call")
  @Hint("The caller may change the array that it gets. Return a new one from each call.")
  void arrays_belong_to_the_caller(@Subject QueryEncoder encoder) {
    String rest = "0100 0001 0000 0000 0000 036f6e65 0474657374 00 0001 0001";
    assertBytes(encoder, 0x1234, "one.test", A, true, "1234" + rest);
    assertBytes(encoder, 0x1234, "one.test", A, true, "1234" + rest);
    assertBytes(encoder, 0x1235, "one.test", A, true, "1235" + rest);
    assertBytes(encoder, 7, "two.test", A, true, "0007" + rest.replace("036f6e65", "0374776f"));
  }

  private static void assertBytes(
      QueryEncoder encoder, int id, String name, int type, boolean recursion, String expected) {
    byte[] message = encoder.encode(id, name, type, recursion);
    lowerCase(message);
    assertThat(part(message, 0, message.length))
        .as("encode(%d, \"%s\", %d, %s)", id, name, type, recursion)
        .isEqualTo(expected.replace(" ", ""));
  }

  private static void assertFlags(
      QueryEncoder encoder, String name, boolean recursion, String expected) {
    assertThat(part(encoder.encode(7, name, A, recursion), 2, 4))
        .as("flags, for encode(7, \"%s\", 1, %s)", name, recursion)
        .isEqualTo(expected);
  }

  /** Compares the name with the bytes that dnsjava writes, and checks that the type follows. */
  private static void assertName(QueryEncoder encoder, String name, String expected)
      throws IOException {
    byte[] wanted = Name.fromString(expected).toWire();
    byte[] message = encoder.encode(7, name, AAAA, true);
    lowerCase(message);
    assertThat(part(message, HEADER_BYTES, HEADER_BYTES + wanted.length + 2))
        .as("name and type, for encode(7, \"%s\", 28, true)", shown(name))
        .isEqualTo(HexFormat.of().formatHex(wanted) + "001c");
  }

  private static void assertRead(
      QueryEncoder encoder, int id, String name, int type, boolean recursion) throws IOException {
    String call = "encode(%d, \"%s\", %d, %s)".formatted(id, name, type, recursion);
    byte[] bytes = encoder.encode(id, name, type, recursion);
    Message message;
    try {
      message = new Message(bytes);
    } catch (IOException unreadable) {
      throw new AssertionError(
          call + " returned bytes that dnsjava cannot decode: " + part(bytes, 0, bytes.length),
          unreadable);
    }
    Record question = Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN);
    assertThat(message.getSection(Section.QUESTION))
        .as("questions that dnsjava reads, for " + call)
        .isEqualTo(List.of(question));
    assertThat(message.numBytes())
        .as("bytes that dnsjava reads, for " + call)
        .isEqualTo(bytes.length);
  }

  private static void assertRefuses(QueryEncoder encoder, String name) {
    assertRefuses(encoder, 7, name, A);
  }

  private static void assertRefuses(QueryEncoder encoder, int id, String name, int type) {
    assertThatIllegalArgumentException()
        .as("encode(%d, \"%s\", %d, true)", id, shown(name), type)
        .isThrownBy(() -> encoder.encode(id, name, type, true));
  }

  private static String shown(String name) {
    return name.length() <= MAX_SHOWN
        ? name
        : name.substring(0, MAX_SHOWN) + "…, " + name.length() + " characters";
  }

  /** Returns a range of bytes in hexadecimal; fewer if the message is shorter. */
  private static String part(byte[] message, int from, int to) {
    return HexFormat.of()
        .formatHex(
            Arrays.copyOfRange(
                message, Math.min(from, message.length), Math.min(to, message.length)));
  }

  /** Converts the name to lower case, because the contract allows upper and lower case. */
  private static void lowerCase(byte[] message) {
    for (int i = HEADER_BYTES; i < message.length - FIELDS_BYTES; i++) {
      if (message[i] >= 'A' && message[i] <= 'Z') {
        message[i] += 'a' - 'A';
      }
    }
  }

  private static String randomName(SplittableRandom random) {
    List<String> labels = new ArrayList<>();
    for (int left = 1 + random.nextInt(6); left > 0; left--) {
      StringBuilder label = new StringBuilder();
      for (int characters = 1 + random.nextInt(40); characters > 0; characters--) {
        label.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      labels.add(label.toString());
    }
    return String.join(".", labels);
  }
}
