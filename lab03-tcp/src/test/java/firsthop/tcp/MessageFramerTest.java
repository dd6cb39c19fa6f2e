package firsthop.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.EOFException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(value = MessageFramer.class, seconds = 4)
class MessageFramerTest {
  private static final int MOST = 1_048_576;
  private static final int SHOWN = 16;
  private static final String MALFORMED = "MalformedStreamException";
  private static final String EOF = "EOFException";
  private static final String NOTHING = "no message";

  /** The messages "hi", "" and "bye". */
  private static final String STREAM = "00000002 6869 00000000 00000003 627965";

  private final MessageFramer framer = new MyMessageFramer();

  @ParameterizedTest
  @CsvSource({
    "'', 00000000",
    "a, 0000000161",
    "hello, 0000000568656c6c6f",
  })
  @Order(1)
  void encode_puts_the_length_before_the_message(String message, String expected) {
    assertThat(HexFormat.of().formatHex(framer.encode(text(message))))
        .as("encode of the bytes of \"%s\"", message)
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"255, 000000ff", "256, 00000100", "65537, 00010001", "1048576, 00100000"})
  @Hint("Four bytes, the highest first: 256 is 00 00 01 00.")
  @Order(2)
  void encode_writes_the_length_in_four_bytes(int length, String expected) {
    byte[] message = bytes(length);
    byte[] encoded = framer.encode(message);
    assertThat(encoded.length)
        .as("number of bytes of encode for a message of %d bytes", length)
        .isEqualTo(length + 4);
    assertThat(HexFormat.of().formatHex(encoded, 0, 4))
        .as("the first four bytes of encode for a message of %d bytes", length)
        .isEqualTo(expected);
    assertThat(Arrays.equals(encoded, 4, encoded.length, message, 0, length))
        .as("whether encode ends with the message itself")
        .isTrue();
  }

  @Test
  @Order(3)
  void encode_refuses_a_message_that_is_too_long() {
    String said;
    try {
      said = framer.encode(new byte[MOST + 1]).length + " bytes";
    } catch (IllegalArgumentException e) {
      said = "IllegalArgumentException";
    }
    assertThat(said)
        .as("encode for a message of %d bytes", MOST + 1)
        .isEqualTo("IllegalArgumentException");
  }

  @Test
  @Hint("One chunk may contain many messages. After each message, look at the bytes that are left.")
  @Order(4)
  void feed_returns_every_message_of_a_chunk() {
    assertThat(fed("00000002 6869")).as("messages of one chunk").isEqualTo("'hi'");
    assertThat(fed("00000003 627965 00000002 6869"))
        .as("messages of the next chunk")
        .isEqualTo("'bye' 'hi'");
    assertThat(fed(STREAM)).as("messages of the chunk after it").isEqualTo("'hi' '' 'bye'");
  }

  @Test
  @Hint("Keep an incomplete message in a field, and continue it with the next chunk.")
  @Order(5)
  void feed_puts_a_message_together_from_several_chunks() {
    assertThat(fed("00000005 68")).as("after the first byte of \"hello\"").isEqualTo(NOTHING);
    assertThat(fed("656c")).as("after three bytes of \"hello\"").isEqualTo(NOTHING);
    assertThat(fed("")).as("after a chunk of no bytes").isEqualTo(NOTHING);
    assertThat(fed("6c6f 00000003 62")).as("after its last byte").isEqualTo("'hello'");
    assertThat(fed("7965")).as("after the last byte of \"bye\"").isEqualTo("'bye'");
  }

  @Test
  @Hint("A length has four bytes, and the stream may be cut between any two of them.")
  @Order(6)
  void feed_puts_a_length_together_from_several_chunks() {
    assertThat(fed("00")).as("after one byte of a length").isEqualTo(NOTHING);
    assertThat(fed("0000")).as("after three bytes of a length").isEqualTo(NOTHING);
    assertThat(fed("02 6869 00")).as("after \"hi\" and one more byte").isEqualTo("'hi'");
    assertThat(fed("000003 627965")).as("after \"bye\"").isEqualTo("'bye'");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 11, 16})
  void feed_finds_the_same_messages_wherever_the_stream_is_cut(int size) {
    byte[] stream = HexFormat.of().parseHex(STREAM.replace(" ", ""));
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < stream.length; i += size) {
      String some = fed(Arrays.copyOfRange(stream, i, Math.min(i + size, stream.length)));
      all.append(some.equals(NOTHING) ? "" : " " + some);
    }
    assertThat(all.toString().strip())
        .as("messages of %s, in chunks of %d", STREAM, size)
        .isEqualTo("'hi' '' 'bye'");
  }

  @Test
  @Hint("An empty message is a message, too. It is complete when its length is complete.")
  void feed_returns_empty_messages_at_once() {
    assertThat(fed("00000000")).as("after a length of 0").isEqualTo("''");
    assertThat(fed("00000000 00000000 0000"))
        .as("after two and a half more lengths of 0")
        .isEqualTo("'' ''");
    assertThat(fed("0000 00000001")).as("after the other half").isEqualTo("''");
  }

  @Test
  void feed_takes_the_longest_message() throws Exception {
    byte[] message = bytes(MOST);
    assertThat(fed("00100000")).as("after the length %d", MOST).isEqualTo(NOTHING);
    List<byte[]> messages = framer.feed(message);
    assertThat(messages.size()).as("number of messages after %d bytes", MOST).isEqualTo(1);
    assertThat(Arrays.equals(messages.get(0), message))
        .as("whether it is the same message")
        .isTrue();
  }

  @Test
  @Hint("Copy the bytes that you keep. The caller reads the next bytes into the same array.")
  void feed_keeps_nothing_in_the_arrays_of_the_caller() throws Exception {
    byte[] chunk = {0, 0, 0, 2, 'h', 'i', 0, 0, 0, 3, 'b', 'y'};
    List<byte[]> messages = framer.feed(chunk);
    Arrays.fill(chunk, (byte) '#');
    assertThat(describe(messages))
        .as("the message, after the chunk was overwritten")
        .isEqualTo("'hi'");
    assertThat(fed("65"))
        .as("the next message, whose last byte came after that")
        .isEqualTo("'bye'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00100001", "00ffffff", "7fffffff", "80000000", "ffffffff"})
  @Hint("Check the length before you make an array, and read it as a number without a sign.")
  void feed_refuses_a_length_above_1048576(String length) {
    assertThat(fed(length.substring(0, 6))).as("after three bytes").isEqualTo(NOTHING);
    assertThat(fed(length.substring(6)))
        .as("after the fourth byte of the length %s", length)
        .isEqualTo(MALFORMED);
  }

  @Test
  void feed_refuses_everything_after_a_length_that_it_has_refused() {
    assertThat(fed("00000002 6869 00100001"))
        .as("feed with \"hi\" and then a bad length")
        .isEqualTo(MALFORMED);
    assertThat(fed("00000002 6869")).as("feed with \"hi\" after that").isEqualTo(MALFORMED);
    assertThat(fed("")).as("feed with an empty chunk after that").isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00000000", "00000002 6869", STREAM})
  void a_stream_may_end_between_messages(String stream) {
    fed(stream);
    assertThat(ended()).as("end after \"%s\"", stream).isEqualTo("no exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "000000", "00000002", "00000002 68", "00000002 6869 00"})
  @Hint("Check whether a part of a length or of a message is still missing.")
  void a_stream_must_not_end_anywhere_else(String stream) {
    fed(stream);
    assertThat(ended()).as("end after \"%s\"", stream).isEqualTo(EOF);
  }

  @Test
  @Hint("What goes out and what comes in need separate buffers.")
  void encode_does_not_disturb_what_feed_has_kept() {
    assertThat(fed("00000005 6865")).as("after two bytes of \"hello\"").isEqualTo(NOTHING);
    framer.encode(text("another"));
    assertThat(fed("6c6c6f")).as("after the other three").isEqualTo("'hello'");
  }

  private String fed(String hex) {
    return fed(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  /** Feeds a chunk. Returns the messages, such as "'hi' ''", or the name of the exception. */
  private String fed(byte[] chunk) {
    try {
      return describe(framer.feed(chunk));
    } catch (MalformedStreamException e) {
      return MALFORMED;
    }
  }

  private String ended() {
    try {
      framer.end();
      return "no exception";
    } catch (EOFException e) {
      return EOF;
    }
  }

  private static String describe(List<byte[]> messages) {
    return messages.isEmpty()
        ? NOTHING
        : messages.stream().map(MessageFramerTest::show).collect(Collectors.joining(" "));
  }

  private static String show(byte[] message) {
    return message.length > SHOWN
        ? message.length + " bytes"
        : "'" + new String(message, US_ASCII) + "'";
  }

  private static byte[] text(String text) {
    return text.getBytes(US_ASCII);
  }

  /** Returns bytes in which no two neighbours are equal. */
  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i % 251);
    }
    return bytes;
  }
}
