package firsthop.dns;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(QueryEncoder.class)
class QueryEncoderTest {
  private static final String REFUSED = "refused with IllegalArgumentException";
  private static final int HEADER_BYTES = 12;

  /** The length of the type and the class, which follow the name. */
  private static final int FIELDS_BYTES = 4;

  private static final int A = 1;

  private final QueryEncoder encoder = new MyQueryEncoder();

  @ParameterizedTest
  @CsvSource({
    "4660, true, 12 34 01 00 00 01 00 00 00 00 00 00",
    "0, true, 00 00 01 00 00 01 00 00 00 00 00 00",
    "65535, false, ff ff 00 00 00 01 00 00 00 00 00 00",
    "255, false, 00 ff 00 00 00 01 00 00 00 00 00 00",
  })
  @Order(1)
  @Hint("Six numbers of two bytes, the high byte first: the id, the flags and the four counts.")
  void header_has_twelve_bytes(int id, boolean recursionDesired, String expected) {
    byte[] message = encoder.encode(id, "www.example", A, recursionDesired);
    assertThat(hex(message, 0, HEADER_BYTES))
        .as("header of encode(%d, \"www.example\", 1, %s)", id, recursionDesired)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "www.example, 03 77 77 77 07 65 78 61 6d 70 6c 65 00",
    "example, 07 65 78 61 6d 70 6c 65 00",
    "a.b.c.d, 01 61 01 62 01 63 01 64 00",
    "_sip._udp.x-1.test, 04 5f 73 69 70 04 5f 75 64 70 03 78 2d 31 04 74 65 73 74 00",
  })
  @Order(2)
  @Hint("Before each label stands a byte with its length. There are no dots, and a 0 at the end.")
  void name_is_labels_with_their_lengths(String name, String expected) {
    assertThat(name(name)).as("name in encode(7, \"%s\", 1, true)", name).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 00 01 00 01", "28, 00 1c 00 01", "256, 01 00 00 01", "65535, ff ff 00 01"})
  @Order(3)
  @Hint("After the name come the type and the class, two bytes each. The class is always 1.")
  void type_and_class_follow_the_name(int type, String expected) {
    byte[] message = encoder.encode(7, "a", type, true);
    assertThat(hex(message, HEADER_BYTES + 3, message.length))
        .as("what follows the name in encode(7, \"a\", %d, true)", type)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 00",
    "., 00",
    "example., 07 65 78 61 6d 70 6c 65 00",
    "a.b., 01 61 01 62 00",
  })
  @Order(4)
  @Hint(
      "The root has no other labels: on the wire it is the single byte 0. Try what split"
          + " returns for an empty text.")
  void one_dot_at_the_end_changes_nothing(String name, String expected) {
    assertThat(name(name)).as("name in encode(7, \"%s\", 1, true)", name).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..b", "..", "a..", ".a", "..a.b"})
  @Order(5)
  @Hint(
      "An empty label is not allowed. But split drops empty texts at the end, unless its"
          + " limit is negative.")
  void refuses_an_empty_label(String name) {
    assertThat(name(name)).as("encode(7, \"%s\", 1, true)", name).isEqualTo(REFUSED);
  }

  @Test
  @Order(6)
  @Hint("A label has at most 63 characters, because its length has only six bits.")
  void a_label_has_at_most_63_characters() {
    String most = "l".repeat(63);
    assertThat(name(most + ".test"))
        .as("name in encode, for a label of 63 characters")
        .isEqualTo("3f" + " 6c".repeat(63) + " 04 74 65 73 74 00");
    assertThat(name(most + "l.test")).as("encode, for a label of 64 characters").isEqualTo(REFUSED);
  }

  @Test
  @Order(7)
  @Hint("Count the bytes on the wire: also the length byte of each label, and the 0 at the end.")
  void a_name_has_at_most_255_bytes() {
    String label = "l".repeat(49);
    String most = String.join(".", label, label, label, label, label, "123");
    assertThat(name(most).length())
        .as("characters of the name in hexadecimal, for a name of 255 bytes")
        .isEqualTo(3 * 255 - 1);
    assertThat(name(most + "4")).as("encode, for a name of 256 bytes").isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"b\u00FCcher.example", "\u4F8B.example", "a\\.b", "\\046"})
  @Hint(
      "A character that is not ASCII does not fit into one byte, and a backslash is not an"
          + " escape here. Refuse both.")
  void refuses_what_is_not_ascii_and_a_backslash(String name) {
    assertThat(name(name)).as("encode(7, \"%s\", 1, true)", name).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "65536, 1", "1, -1", "1, 65537"})
  @Hint("Two bytes hold 0 to 65535. Refuse any other number: otherwise only a part of it is sent.")
  void refuses_a_number_of_more_than_16_bits(int id, int type) {
    assertThat(encoded(id, "www.example", type))
        .as("encode(%d, \"www.example\", %d, true)", id, type)
        .isEqualTo(REFUSED);
  }

  /** Returns the name that encode writes, in hexadecimal and lower case. */
  private String name(String name) {
    String encoded = encoded(7, name, A);
    int from = 3 * HEADER_BYTES;
    int to = encoded.length() - 3 * FIELDS_BYTES;
    return encoded.equals(REFUSED) || from > to ? encoded : encoded.substring(from, to);
  }

  /** Returns the result of encode in hexadecimal, or says that the question was refused. */
  private String encoded(int id, String name, int type) {
    try {
      byte[] message = encoder.encode(id, name, type, true);
      for (int i = HEADER_BYTES; i < message.length - FIELDS_BYTES; i++) {
        message[i] = (byte) String.valueOf((char) message[i]).toLowerCase(Locale.ROOT).charAt(0);
      }
      return hex(message, 0, message.length);
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }

  private static String hex(byte[] bytes, int from, int to) {
    int start = Math.min(from, bytes.length);
    int end = Math.max(start, Math.min(to, bytes.length));
    return HexFormat.ofDelimiter(" ").formatHex(bytes, start, end);
  }
}
