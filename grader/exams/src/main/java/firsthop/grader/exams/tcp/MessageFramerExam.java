package firsthop.grader.exams.tcp;

import static firsthop.grader.exam.ArrayOwner.overwritten;
import static firsthop.grader.exams.tcp.FramedStream.describe;
import static firsthop.grader.exams.tcp.FramedStream.framed;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.grader.exam.CallerOwnsArrays;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.tcp.MessageFramer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The tests of {@code feed} do not use {@code encode}, so that the same mistake in both shows. */
@Exam(MessageFramer.class)
class MessageFramerExam {
  private static final int MOST = 1_048_576;

  @Test
  @Points(1)
  @Clause({
    "On the stream, the length comes before the message. It is the number of bytes of"
        + " the message, written in four bytes, the highest first.",
    "It does not count its own four bytes.",
    "the length in four bytes, and then the bytes of the message; 4 bytes in all for an"
        + " empty message"
  })
  @Hint(
      "Write the length in four bytes, the highest byte first. Check lengths that need one,"
          + " two and three bytes.")
  void encode_puts_the_length_before_the_message(@Subject MessageFramer framer) {
    for (int length : new int[] {5, 0, 1, 127, 128, 255, 256, 4_660, 65_535, 65_536, 74_565}) {
      assertEncodes(framer, bytes(length));
    }
    assertEncodes(framer, every());
  }

  @Test
  @Points(1)
  @Clause({
    "A message has 0 to 1,048,576 bytes (2 to the power of 20), of any value.",
    "if the message has more than 1,048,576 bytes"
  })
  @Hint("A message of exactly the largest size is allowed, and one more byte is not.")
  void encode_takes_as_much_as_a_message_may_have(@Subject MessageFramer framer) {
    assertEncodes(framer, bytes(MOST));
    assertEncodes(framer, bytes(MOST - 1));
    for (int length : new int[] {MOST + 1, MOST + 4, 2 * MOST}) {
      assertThatIllegalArgumentException()
          .as("encode for a message of %s bytes", length)
          .isThrownBy(() -> framer.encode(new byte[length]));
    }
    assertEncodes(framer, bytes(3));
  }

  @Test
  @Points(1)
  @Clause(
      "The result contains every message whose last byte is in this chunk, in the order"
          + " in which they came. It is empty if there is none.")
  @Hint(
      "One chunk may contain many messages. After a complete message, look at the bytes"
          + " that are left.")
  void feed_returns_every_message_of_a_chunk(@Subject MessageFramer framer) {
    FramedStream stream = new FramedStream(framer);
    stream.gives(framed(text("red")), text("red"));
    stream.gives(framed(text("green"), text("blue")), text("green"), text("blue"));
    stream.gives(
        framed(every(), text("b"), text("a"), bytes(300), text("b")),
        every(),
        text("b"),
        text("a"),
        bytes(300),
        text("b"));
    stream.gives(framed(bytes(200)), bytes(200));
  }

  @Test
  @Points(1)
  @Clause({
    "A message or a length that is not complete yet is kept, and continues in the next" + " chunk.",
    "The stream may be cut into chunks anywhere: between two messages, inside a"
        + " message, and inside a length.",
    "A message is returned as soon as its last byte has come",
    "The two directions are independent: a message may be encoded while half of another"
        + " one has come."
  })
  @Hint(
      "Keep half a message or a part of a length in a field until the rest comes. Use the"
          + " bytes of a length without a sign. encode must not use this field.")
  void feed_joins_the_pieces_of_a_message_and_of_a_length(@Subject MessageFramer framer) {
    FramedStream stream = new FramedStream(framer);
    byte[] sent = framed(text("in three pieces"));
    stream.gives(part(sent, 0, 6));
    stream.gives(part(sent, 6, 12));
    stream.gives(part(sent, 12, sent.length), text("in three pieces"));
    byte[] next = framed(text("first"), text("second"), text("third"));
    stream.gives(part(next, 0, 15), text("first"));
    assertEncodes(framer, text("another direction"));
    stream.gives(new byte[0]);
    stream.gives(part(next, 15, 18));
    stream.gives(part(next, 18, 25), text("second"));
    stream.gives(part(next, 25, next.length), text("third"));
    byte[] last = framed(bytes(500));
    stream.gives(part(last, 0, 4));
    stream.gives(part(last, 4, 503));
    stream.gives(part(last, 503, 504), bytes(500));
    for (int cut = 1; cut <= 3; cut++) {
      for (int length : new int[] {7, 200, 259, 66_051}) {
        byte[] whole = framed(bytes(length));
        stream.gives(part(whole, 0, cut));
        stream.gives(part(whole, cut, whole.length), bytes(length));
      }
    }
    byte[] pair = framed(text("before"), bytes(456));
    stream.gives(part(pair, 0, 12), text("before"));
    stream.gives(part(pair, 12, 13));
    stream.gives(part(pair, 13, pair.length), bytes(456));
  }

  @Test
  @Points(1)
  @Clause(
      "An empty message is returned as soon as the last byte of its length has come. The"
          + " framer does not wait for more bytes.")
  @Hint(
      "A message of length 0 is complete when its length is complete. Check that your loop"
          + " does not wait for more bytes.")
  void feed_returns_empty_messages_at_once(@Subject MessageFramer framer) {
    byte[] empty = {};
    FramedStream stream = new FramedStream(framer);
    stream.gives(framed(empty), empty);
    stream.gives(framed(text("full"), empty), text("full"), empty);
    stream.gives(framed(empty, empty, text("x"), empty), empty, empty, text("x"), empty);
    stream.gives(new byte[3]);
    stream.gives(new byte[1], empty);
    stream.gives(new byte[9], empty, empty);
    stream.gives(new byte[3], empty);
    stream.gives(framed(text("end")), text("end"));
  }

  @Test
  @Points(1)
  @Clause({
    "The stream may be cut into chunks anywhere: between two messages, inside a"
        + " message, and inside a length.",
    "A chunk may be a single byte, contain many messages, or be empty.",
    "Two framers are independent, too."
  })
  @Hint(
      "One chunk may complete a message, contain others, and begin one more. Two framers"
          + " must not share a field.")
  void feed_finds_the_messages_however_the_stream_is_cut(
      @Subject MessageFramer framer, @Subject MessageFramer another, Seed seed) {
    SplittableRandom random = seed.random();
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      byte[] message = new byte[random.nextInt(4) == 0 ? random.nextInt(6) : random.nextInt(900)];
      random.nextBytes(message);
      messages.add(message);
    }
    byte[] all = framed(messages.toArray(byte[][]::new));
    FramedStream stream = new FramedStream(framer);
    FramedStream apart = new FramedStream(another);
    byte[] slow = framed(text("byte"), text(""), text("by byte"));
    int end = messages.get(0).length + 4;
    int from = 0;
    int slowly = 0;
    while (from < all.length) {
      int length = random.nextInt(3) == 0 ? random.nextInt(8) : random.nextInt(1_200);
      int to = Math.min(all.length, from + length);
      List<byte[]> complete = new ArrayList<>();
      while (!messages.isEmpty() && end <= to) {
        complete.add(messages.remove(0));
        end += messages.isEmpty() ? 0 : messages.get(0).length + 4;
      }
      stream.gives(part(all, from, to), complete.toArray(byte[][]::new));
      from = to;
      if (slowly < slow.length) {
        apart.gives(part(slow, slowly, slowly + 1), endingAt(++slowly));
      }
    }
    while (slowly < slow.length) {
      apart.gives(part(slow, slowly, slowly + 1), endingAt(++slowly));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "A message has 0 to 1,048,576 bytes (2 to the power of 20), of any value.",
    "A message is returned as soon as its last byte has come"
  })
  @Hint(
      "A message of the largest size may come in one chunk or in many. Check the size of"
          + " your buffer.")
  void feed_takes_as_much_as_a_message_may_have(@Subject MessageFramer framer) {
    byte[] longest = bytes(MOST);
    byte[] sent = framed(longest);
    FramedStream stream = new FramedStream(framer);
    stream.gives(framed(bytes(100_000)), bytes(100_000));
    stream.gives(framed(longest), longest);
    int piece = 150_001;
    for (int from = 0; from < sent.length; from += piece) {
      int to = Math.min(sent.length, from + piece);
      stream.gives(part(sent, from, to), to < sent.length ? new byte[0][] : new byte[][] {longest});
    }
    stream.gives(framed(text("short again")), text("short again"));
  }

  @Test
  @Points(1)
  @Clause({
    "Such a length is refused as soon as its fourth byte has come, even if no byte of"
        + " the message has come. After three bytes, nobody can know yet that it is too"
        + " large.",
    "The four bytes are a number without a sign",
    "a length that is refused must not have cost the memory that it asks for."
  })
  @Hint(
      "Check a length as soon as its fourth byte has come, without a sign, and before you"
          + " make an array.")
  void feed_refuses_a_length_out_of_range_at_its_fourth_byte(
      @Subject MessageFramer first,
      @Subject MessageFramer second,
      @Subject MessageFramer third,
      @Subject MessageFramer fourth,
      @Subject MessageFramer fifth) {
    FramedStream stream = new FramedStream(first);
    stream.gives(framed(text("good")), text("good"));
    stream.gives(hex("001000"));
    stream.refuses(hex("01"));
    stream = new FramedStream(second);
    stream.gives(hex("ffffff"));
    stream.refuses(hex("ff"));
    stream = new FramedStream(third);
    stream.gives(hex("80"));
    stream.refuses(hex("000005"));
    stream = new FramedStream(fourth);
    stream.gives(framed(text("good")), text("good"));
    stream.refuses(hex("7fffffff"));
    stream = new FramedStream(fifth);
    stream.gives(hex("00100000"));
    stream.gives(bytes(MOST), bytes(MOST));
    stream.refuses(hex("01000000"));
  }

  @Test
  @Points(1)
  @Clause({
    "Messages that are complete in the same chunk, before that length, are lost",
    "From then on every feed throws, whatever the chunk is."
  })
  @Hint(
      "After a bad length, every later call of feed throws, whatever the chunk is. Remember"
          + " it in a field.")
  void feed_refuses_all_that_follows_a_bad_length(
      @Subject MessageFramer framer, @Subject MessageFramer another) {
    FramedStream stream = new FramedStream(framer);
    FramedStream apart = new FramedStream(another);
    stream.gives(framed(text("still good")), text("still good"));
    apart.gives(part(framed(text("fine")), 0, 6));
    byte[] lost = Arrays.copyOf(framed(text("lost")), 12);
    lost[8] = 1;
    stream.refuses(lost);
    stream.refuses(framed(text("too late")));
    stream.refuses(new byte[0]);
    stream.refuses(new byte[4]);
    stream.refuses(framed(bytes(400), text("x")));
    apart.gives(part(framed(text("fine")), 6, 8), text("fine"));
  }

  @Test
  @Points(1)
  @Clause({
    "The stream may end before the first message, or after the last byte of a message,"
        + " and nowhere else.",
    "If it ends inside a length or inside a message, the rest has been lost.",
    "It has also been lost if the stream ends directly after the length of a message"
        + " that is not empty."
  })
  @Hint(
      "FIN may come at any byte. Check whether a part of a length or of a message is still"
          + " missing.")
  void end_is_right_between_messages_only(
      @Subject MessageFramer unused,
      @Subject MessageFramer used,
      @Subject MessageFramer empty,
      @Subject MessageFramer inLength,
      @Subject MessageFramer behindLength,
      @Subject MessageFramer inMessage,
      @Subject MessageFramer inNext) {
    new FramedStream(unused).ends();
    FramedStream stream = new FramedStream(used);
    stream.gives(part(framed(text("whole")), 0, 5));
    stream.gives(part(framed(text("whole")), 5, 9), text("whole"));
    stream.ends();
    stream = new FramedStream(empty);
    stream.gives(new byte[8], new byte[0], new byte[0]);
    stream.ends();
    stream = new FramedStream(inLength);
    stream.gives(new byte[3]);
    stream.mustNotEnd();
    stream = new FramedStream(behindLength);
    stream.gives(framed(text("a"), text("b")), text("a"), text("b"));
    stream.gives(part(framed(text("c")), 0, 4));
    stream.mustNotEnd();
    stream = new FramedStream(inMessage);
    stream.gives(part(framed(bytes(50)), 0, 53));
    stream.mustNotEnd();
    stream = new FramedStream(inNext);
    stream.gives(part(framed(text("done"), text("not")), 0, 9), text("done"));
    stream.mustNotEnd();
  }

  @Test
  @Points(1)
  @CallerOwnsArrays
  @Clause({
    "No method changes an array that it gets, and none keeps one",
    "Each array in a result is new."
  })
  @Hint(
      "Do not write into an array that you get, and do not keep it: make a copy. Do not return"
          + " the same array twice.")
  void arrays_belong_to_the_caller(@Subject MessageFramer framer) {
    FramedStream stream = new FramedStream(framer);
    byte[] sent = framed(text("in three pieces"), text("end"));
    stream.gives(part(sent, 0, 6));
    stream.gives(part(sent, 6, 12));
    stream.gives(part(sent, 12, 21), text("in three pieces"));
    for (int call = 0; call < 2; call++) {
      assertEncodes(framer, text("out"));
    }
    assertEncodes(framer, overwritten(text("out")));
    stream.gives(part(sent, 21, sent.length), text("end"));
    for (int call = 0; call < 2; call++) {
      stream.gives(framed(text("again")), text("again"));
    }
    stream.gives(framed(overwritten(text("again"))), overwritten(text("again")));
    stream.gives(part(sent, 0, 2));
    stream.gives(part(sent, 2, 19), text("in three pieces"));
  }

  private static void assertEncodes(MessageFramer framer, byte[] message) {
    byte[] expected = framed(message);
    byte[] got;
    try {
      got = framer.encode(message);
    } catch (IllegalArgumentException refused) {
      throw new AssertionError(
          "encode(" + describe(message) + ") should return bytes, but threw " + refused, refused);
    }
    int differs = Arrays.mismatch(expected, got);
    if (differs >= 0) {
      throw new AssertionError(
          "encode(%s): expected %s, got %s, different from index %d on"
              .formatted(describe(message), describe(expected), describe(got), differs));
    }
  }

  /** Returns the messages of the slow stream whose last byte is at this length. */
  private static byte[][] endingAt(int length) {
    return switch (length) {
      case 8 -> new byte[][] {text("byte")};
      case 12 -> new byte[][] {text("")};
      case 23 -> new byte[][] {text("by byte")};
      default -> new byte[0][];
    };
  }

  private static byte[] part(byte[] stream, int from, int to) {
    return Arrays.copyOfRange(stream, from, to);
  }

  private static byte[] text(String text) {
    return text.getBytes(US_ASCII);
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /** Returns bytes that do not repeat soon, so that a piece at a wrong place shows. */
  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i + i / 251);
    }
    return bytes;
  }

  private static byte[] every() {
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) (255 - i);
    }
    return every;
  }
}
