package firsthop.dns;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(value = MessageDecoder.class, seconds = 4)
class MessageDecoderTest {
  private static final String MALFORMED = "refused with MalformedMessageException";

  /** A header for one answer; the name of the answer begins at byte 12. */
  private static final String ONE_ANSWER = "00 07 80 00 00 00 00 01 00 00 00 00 ";

  /** A header for one question and one answer; the name of the question begins at byte 12. */
  private static final String QUESTION_AND_ANSWER = "00 07 80 00 00 01 00 01 00 00 00 00 ";

  private static final String WWW_EXAMPLE = "03 77 77 77 07 65 78 61 6d 70 6c 65 00 ";

  /** Type A, class IN, a TTL of 60 seconds, four bytes of data: 192.0.2.1. */
  private static final String IS_AT_192_0_2_1 = "00 01 00 01 00 00 00 3c 00 04 c0 00 02 01";

  private final MessageDecoder decoder = new MyMessageDecoder();

  @ParameterizedTest
  @CsvSource({
    "00 00 00 00, 0, 0",
    "12 34 80 00, 4660 response, 0",
    "ff ff 04 00, 65535 authoritative, 0",
    "80 00 02 00, 32768 truncated, 0",
    "00 ff 01 00, 255 recursionDesired, 0",
    "00 01 00 80, 1 recursionAvailable, 0",
    "00 07 85 83, 7 response authoritative recursionDesired recursionAvailable, 3",
    "00 07 78 75, 7, 5",
  })
  @Order(1)
  @Hint("Each flag is one bit of the second number: select it with &, and compare with 0.")
  void header_holds_the_id_and_the_flags(String idAndFlags, String expected, int rcode)
      throws MalformedMessageException {
    DnsMessage message = decoder.decode(bytes(idAndFlags + " 00 00 00 00 00 00 00 00"));
    String flags =
        message.id()
            + (message.response() ? " response" : "")
            + (message.authoritative() ? " authoritative" : "")
            + (message.truncated() ? " truncated" : "")
            + (message.recursionDesired() ? " recursionDesired" : "")
            + (message.recursionAvailable() ? " recursionAvailable" : "");
    assertThat(flags + ", rcode " + message.rcode())
        .as("header, for decode(%s ...)", idAndFlags)
        .isEqualTo(expected + ", rcode " + rcode);
  }

  @Test
  @Order(2)
  @Hint(
      "After the header come the questions and then three sections of records. The header"
          + " has the four counts.")
  void sections_come_one_after_the_other() throws MalformedMessageException {
    String message =
        "00 07 80 00 00 01 00 02 00 01 00 01 "
            + "01 61 00 00 1c 00 01 " // a, AAAA, IN
            + ("01 62 00 " + IS_AT_192_0_2_1 + " ")
            + ("01 63 00 " + IS_AT_192_0_2_1 + " ")
            + ("01 64 00 " + IS_AT_192_0_2_1 + " ")
            + ("01 65 00 " + IS_AT_192_0_2_1);
    DnsMessage decoded = decoder.decode(bytes(message));
    assertThat(decoded.questions())
        .as("questions of decode(%s)", message)
        .isEqualTo(List.of(new DnsQuestion("a", 28)));
    assertThat(decoded.answers())
        .as("answers of decode(%s)", message)
        .isEqualTo(
            List.of(
                new DnsRecord("b", 1, 60, "192.0.2.1"), new DnsRecord("c", 1, 60, "192.0.2.1")));
    assertThat(decoded.authority())
        .as("authority records of decode(%s)", message)
        .isEqualTo(List.of(new DnsRecord("d", 1, 60, "192.0.2.1")));
    assertThat(decoded.additional())
        .as("additional records of decode(%s)", message)
        .isEqualTo(List.of(new DnsRecord("e", 1, 60, "192.0.2.1")));
  }

  @ParameterizedTest
  @CsvSource({
    "03 77 77 77 07 65 78 61 6d 70 6c 65 00, www.example",
    "03 57 57 57 02 45 78 00, www.ex",
    "00, ''",
    "03 61 2e 62 01 63 00, a\\.b.c",
    "02 5c 20 00, \\\\\\032",
    "03 c3 bc 7f 00, \\195\\188\\127",
  })
  @Order(3)
  @Hint(
      "Read label by label until a length of 0. Write dots between the labels, and lower"
          + " case. DnsMessage has the details.")
  void names_are_read_label_by_label(String name, String expected) {
    String message = ONE_ANSWER + name + " " + IS_AT_192_0_2_1;
    assertThat(answer(message))
        .as("answer of decode(%s)", message)
        .isEqualTo(expected + " 1 60 192.0.2.1");
  }

  @ParameterizedTest
  @CsvSource({
    "00 01, 00 04 ff 00 80 7f, 255.0.128.127",
    "00 1c, 00 10 20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 01, 2001:db8::1",
    "00 1c, 00 10 00 00 00 00 00 00 00 00 00 00 ff ff c0 00 02 01, ::ffff:192.0.2.1",
    "00 05, 00 05 01 61 01 62 00, a.b",
    "00 02, 00 01 00, ''",
    "00 0f, 00 05 00 0a 01 61 00, 10 a",
    "00 0f, 00 03 ff ff 00, 65535 .",
    "00 06, 00 18 01 61 00 00 00 00 00 01 00 00 00 02 00 00 00 03 00 00 00 04 ff ff ff ff,"
        + " a . 1 2 3 4 4294967295",
    "00 10, 00 08 02 68 69 04 20 c3 bc 21, hi \u00FC!",
    "00 63, 00 03 00 7f Ff, 007fff",
  })
  @Order(4)
  @Hint("The data of each type has its own form: see the table in DnsMessage.")
  void data_is_text_by_its_type(String type, String lengthAndData, String expected) {
    String message = ONE_ANSWER + "00 " + type + " 00 01 00 00 00 3c " + lengthAndData;
    assertThat(answer(message))
        .as("answer of decode(%s)", message)
        .isEqualTo(" " + Integer.parseInt(type.replace(" ", ""), 16) + " 60 " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "00 00 00 00, 0",
    "00 01 51 80, 86400",
    "7f ff ff ff, 2147483647",
    "80 00 00 00, 0",
    "ff ff ff ff, 0",
  })
  @Order(5)
  @Hint(
      "A TTL whose top bit is set counts as 0 (RFC 2181): some programs had sent negative"
          + " numbers.")
  void ttl_is_at_most_31_bits(String ttl, String expected) {
    String message = ONE_ANSWER + "01 61 00 00 01 00 01 " + ttl + " 00 04 c0 00 02 01";
    assertThat(answer(message))
        .as("answer of decode(%s)", message)
        .isEqualTo("a 1 " + expected + " 192.0.2.1");
  }

  @ParameterizedTest
  @CsvSource({"c0 0c, www.example", "c0 10, example", "03 66 74 70 c0 10, ftp.example"})
  @Order(6)
  @Hint(
      "A pointer is two bytes. 14 of their bits say where the name continues. After the"
          + " pointer, the name ends here.")
  void a_name_may_end_in_a_pointer(String name, String expected) {
    String message =
        QUESTION_AND_ANSWER + WWW_EXAMPLE + "00 01 00 01 " + name + " " + IS_AT_192_0_2_1;
    assertThat(answer(message))
        .as("answer of decode(%s)", message)
        .isEqualTo(expected + " 1 60 192.0.2.1");
  }

  @Test
  @Order(7)
  @Hint(
      "After a name with a pointer, continue right after the pointer, not at the place that"
          + " it leads to.")
  void data_may_have_pointers_too() throws MalformedMessageException {
    String message =
        "00 07 80 00 00 01 00 02 00 00 00 00 "
            + WWW_EXAMPLE // its label "example" is at byte 16
            + "00 01 00 01 "
            + "c0 0c 00 05 00 01 00 00 00 3c 00 06 03 77 65 62 c0 10 " // its data is at byte 41
            + "c0 29 00 0f 00 01 00 00 00 3c 00 04 00 05 c0 29";
    assertThat(decoder.decode(bytes(message)).answers())
        .as("answers of decode(%s)", message)
        .isEqualTo(
            List.of(
                new DnsRecord("www.example", 5, 60, "web.example"),
                new DnsRecord("web.example", 15, 60, "5 web.example")));
  }

  @Test
  @Order(8)
  @Hint(
      "After the first pointer you need two places: where you read the name, and where the"
          + " record continues.")
  void a_pointer_may_lead_to_a_pointer() throws MalformedMessageException {
    String message =
        "00 07 80 00 00 04 00 00 00 00 00 00 "
            + WWW_EXAMPLE
            + "00 01 00 01 " // then byte 29
            + "01 61 c0 10 00 01 00 01 " // then byte 37
            + "01 62 c0 1d 00 01 00 01 " // then byte 45
            + "c0 25 00 01 00 01";
    assertThat(decoder.decode(bytes(message)).questions().stream().map(DnsQuestion::name).toList())
        .as("names of the questions of decode(%s)", message)
        .isEqualTo(List.of("www.example", "a.example", "b.a.example", "b.a.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c0 0c", // to itself
        "01 61 c0 0c", // a.a.a.a.a and so on
        "c0 0e 01 61 00", // forward
        "c3 ff", // out of the message
      })
  @Order(9)
  @Hint("Only a pointer that leads further back is safe: any other pointer may lead in a circle.")
  void refuses_a_pointer_that_does_not_lead_back(String name) {
    String message = ONE_ANSWER + name + " " + IS_AT_192_0_2_1;
    assertThat(answer(message)).as("decode(%s)", message).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00 01 00 01 00 00 00 3c 00 03 c0 00 02", // A with 3 bytes
        "00 01 00 01 00 00 00 3c 00 05 c0 00 02 01 00", // A with 5
        "00 1c 00 01 00 00 00 3c 00 04 c0 00 02 01", // AAAA with 4
        "00 05 00 01 00 00 00 3c 00 04 01 61 00 00", // a byte after the name
        "00 05 00 01 00 00 00 3c 00 02 01 61 00", // the name ends outside the data
        "00 10 00 01 00 00 00 3c 00 03 03 61 62 63", // the string ends outside the data
      })
  @Order(10)
  @Hint("Compare the length of the data with the number of bytes that you have read for it.")
  void refuses_data_that_is_not_used_up_exactly(String record) {
    String message = ONE_ANSWER + "00 " + record;
    assertThat(answer(message)).as("decode(%s)", message).isEqualTo(MALFORMED);
  }

  @Test
  @Order(11)
  @Hint(
      "Read the name of such a record, skip as many bytes as its length says, and do not"
          + " look at them.")
  void leaves_out_opt_and_other_classes() throws MalformedMessageException {
    String message =
        "00 07 80 00 00 00 00 01 00 00 00 02 "
            + "01 61 00 00 01 00 03 00 00 00 3c 00 02 c0 ff " // class 3, CHAOS
            + "00 00 29 04 d0 00 00 00 00 00 00 " // OPT
            + ("01 62 00 " + IS_AT_192_0_2_1);
    DnsMessage decoded = decoder.decode(bytes(message));
    assertThat(decoded.answers()).as("answers of decode(%s)", message).isEqualTo(List.of());
    assertThat(decoded.additional())
        .as("additional records of decode(%s)", message)
        .isEqualTo(List.of(new DnsRecord("b", 1, 60, "192.0.2.1")));
  }

  @Test
  @Hint("Too few bytes may be left at any read, so check before each read.")
  void refuses_a_message_that_is_cut() {
    String whole = QUESTION_AND_ANSWER + WWW_EXAMPLE + "00 01 00 01 c0 0c " + IS_AT_192_0_2_1;
    byte[] bytes = bytes(whole);
    assertThat(answer(whole)).as("answer of decode(%s)", whole).isNotEqualTo(MALFORMED);
    for (int length = 0; length < bytes.length; length++) {
      String cut = hex(Arrays.copyOf(bytes, length));
      assertThat(answer(cut))
          .as("decode(%s), the first %d bytes of %d", cut, length, bytes.length)
          .isEqualTo(MALFORMED);
    }
  }

  @Test
  void ignores_bytes_after_the_message() {
    String message = ONE_ANSWER + "01 61 00 " + IS_AT_192_0_2_1;
    assertThat(answer(message + " c0 ff 00"))
        .as("answer of decode(%s), with three bytes after it", message)
        .isEqualTo("a 1 60 192.0.2.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"40", "80", "bf"})
  @Hint(
      "The two highest bits of a length byte have four values: 00 is a label, 11 is a"
          + " pointer, and 01 and 10 are malformed.")
  void refuses_other_kinds_of_labels(String first) {
    String message = ONE_ANSWER + first + " 00".repeat(200);
    assertThat(answer(message)).as("decode(%s)", message).isEqualTo(MALFORMED);
  }

  /** Returns the last answer of a message as a text, or says that the message was refused. */
  private String answer(String message) {
    try {
      List<DnsRecord> answers = decoder.decode(bytes(message)).answers();
      if (answers.isEmpty()) {
        return "no answer";
      }
      DnsRecord last = answers.get(answers.size() - 1);
      return last.name() + " " + last.type() + " " + last.ttl() + " " + last.data();
    } catch (MalformedMessageException e) {
      return MALFORMED;
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }
}
