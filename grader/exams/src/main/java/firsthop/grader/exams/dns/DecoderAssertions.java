package firsthop.grader.exams.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.dns.DnsMessage;
import firsthop.dns.DnsQuestion;
import firsthop.dns.DnsRecord;
import firsthop.dns.MalformedMessageException;
import firsthop.dns.MessageDecoder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Calls a decoder, and compares the part of its result that a test is about. */
final class DecoderAssertions {
  private static final int MAX_BYTES_SHOWN = 400;
  private static final String MALFORMED = "malformed";

  private DecoderAssertions() {}

  /**
   * Compares the header of a message that has only a header.
   *
   * @param expected the names of the flags that are set, and the rcode
   */
  static void assertHeader(MessageDecoder decoder, int id, int flags, String expected)
      throws MalformedMessageException {
    byte[] message = new RawMessage(id, flags, 0, 0, 0, 0).toBytes();
    assertThat(header(decoder.decode(message)))
        .as("id, flags and rcode of " + decodeCall(message))
        .isEqualTo(id + ":" + expected);
  }

  private static String header(DnsMessage message) {
    return message.id()
        + ":"
        + (message.response() ? " QR" : "")
        + (message.authoritative() ? " AA" : "")
        + (message.truncated() ? " TC" : "")
        + (message.recursionDesired() ? " RD" : "")
        + (message.recursionAvailable() ? " RA" : "")
        + " "
        + message.rcode();
  }

  static void assertQuestions(MessageDecoder decoder, byte[] message, DnsQuestion... expected)
      throws MalformedMessageException {
    assertThat(decoder.decode(message).questions())
        .as("questions of " + decodeCall(message))
        .isEqualTo(List.of(expected));
  }

  static void assertAnswers(MessageDecoder decoder, byte[] message, DnsRecord... expected)
      throws MalformedMessageException {
    assertThat(decoder.decode(message).answers())
        .as("answers of " + decodeCall(message))
        .isEqualTo(List.of(expected));
  }

  /** Compares the names of the questions and then those of the answers. */
  static void assertNames(MessageDecoder decoder, RawMessage raw, String... expected)
      throws MalformedMessageException {
    byte[] message = raw.toBytes();
    DnsMessage decoded = decoder.decode(message);
    List<String> names = new ArrayList<>();
    decoded.questions().forEach(question -> names.add(question.name()));
    decoded.answers().forEach(answer -> names.add(answer.name()));
    assertThat(names).as("names in " + decodeCall(message)).isEqualTo(List.of(expected));
  }

  /** Compares the name of a question; the message so far ends with this name. */
  static void assertName(MessageDecoder decoder, RawMessage untilTheName, String expected)
      throws MalformedMessageException {
    assertNames(decoder, untilTheName.question(), expected);
  }

  static void assertBadNames(MessageDecoder decoder, RawMessage... untilTheNames) {
    for (RawMessage untilTheName : untilTheNames) {
      assertMalformed(decoder, untilTheName.question());
    }
  }

  /** Compares data that dnsjava writes from the text of a zone file. */
  static void assertBuiltData(MessageDecoder decoder, int type, String text, String expected)
      throws MalformedMessageException {
    assertData(decoder, new DnsjavaMessageBuilder(1).answer("a.", type, text).toBytes(), expected);
  }

  /** Compares data that is given as bytes. */
  static void assertData(MessageDecoder decoder, int type, String digits, String expected)
      throws MalformedMessageException {
    assertData(decoder, withData(type, digits).toBytes(), expected);
  }

  /** Asserts that data is malformed; enough bytes follow it, so that no read fails at the end. */
  static void assertBadData(MessageDecoder decoder, int type, String... digits) {
    for (String each : digits) {
      RawMessage message = withData(type, each);
      assertMalformed(decoder, message.number8(RawMessage.HEADER_BYTES).bytes(new byte[40]));
    }
  }

  /** Compares the data of the only answer. */
  static void assertData(MessageDecoder decoder, byte[] message, String expected)
      throws MalformedMessageException {
    assertThat(decoder.decode(message).answers().stream().map(DnsRecord::data).toList())
        .as("data of the answers of " + decodeCall(message))
        .isEqualTo(List.of(expected));
  }

  /** Returns a message with one record, whose name is the root. */
  private static RawMessage withData(int type, String digits) {
    byte[] data = HexFormat.of().parseHex(digits.replace(" ", ""));
    return RawMessage.response(0, 1).root().fields(type, 1, data.length).bytes(data);
  }

  static void assertMalformed(MessageDecoder decoder, RawMessage message) {
    assertMalformed(decoder, message.toBytes());
  }

  static void assertMalformed(MessageDecoder decoder, byte[] message) {
    assertThatExceptionOfType(MalformedMessageException.class)
        .as(decodeCall(message))
        .isThrownBy(() -> decoder.decode(message));
  }

  /**
   * Compares many messages in one call with the results of {@link DnsjavaDecoder}: which messages
   * are malformed, and how many questions and records the others have. Other tests check names and
   * data.
   */
  static void assertReadsAsMuch(MessageDecoder decoder, List<byte[]> messages) {
    List<String> results = decodeAll(decoder, messages);
    assertThat(results.size()).as("results of decodeAll").isEqualTo(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      byte[] message = messages.get(i);
      String expected =
          DnsjavaDecoder.read(message).map(DecoderAssertions::counts).orElse(MALFORMED);
      if (!expected.equals(results.get(i))) { // assertThat is too slow for thousands of messages
        assertThat(results.get(i))
            .as("questions, answers, authority and additional records of " + decodeCall(message))
            .isEqualTo(expected);
      }
    }
  }

  private static String counts(DnsMessage message) {
    return message.questions().size()
        + " "
        + message.answers().size()
        + " "
        + message.authority().size()
        + " "
        + message.additional().size();
  }

  /** After an unexpected exception, decodes one by one, so that the failure names the message. */
  private static List<String> decodeAll(MessageDecoder decoder, List<byte[]> messages) {
    try {
      return decoder.decodeAll(messages);
    } catch (RuntimeException escaped) {
      for (byte[] message : messages) {
        try {
          decoder.decode(message);
        } catch (MalformedMessageException refused) {
          // This is allowed.
        } catch (RuntimeException again) {
          throw new AssertionError(
              decodeCall(message) + " threw an exception that the contract does not allow", again);
        }
      }
      throw escaped;
    }
  }

  static String decodeCall(byte[] message) {
    int shown = Math.min(message.length, MAX_BYTES_SHOWN);
    return "decode(%s%s, %d bytes)"
        .formatted(
            HexFormat.ofDelimiter(" ").formatHex(message, 0, shown),
            shown < message.length ? " …" : "",
            message.length);
  }
}
