package firsthop.grader.exams.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.udp.Encapsulator;
import firsthop.udp.Frame;
import firsthop.udp.MalformedPacketException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What tests ask of an encapsulator again and again, with failures that name call and field. */
final class EncapsulatorAssertions {
  // Where fields are, counted from the start of the frame.
  static final int HEADER_AT = 14;
  static final int TOTAL_LENGTH_AT = 16;
  static final int IDENTIFICATION_AT = 18;
  static final int TTL_AT = 22;
  static final int CHECKSUM_AT = 24;
  static final int SOURCE_ADDRESS_AT = 26;
  static final int HEADER_END = 34;

  /** For source and destination, where a test is not about which is which. */
  static final byte[] NEW_MAC = HandMadeFrame.hex("02a5c3aa8001");

  private EncapsulatorAssertions() {}

  /** Return the number in two bytes. */
  static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << Byte.SIZE | bytes[at + 1] & 0xFF;
  }

  static void assertWraps(Encapsulator encapsulator, Frame frame, byte[] expected) {
    FrameText.assertSame("wrap(" + frame + ")", expected, encapsulator.wrap(frame));
  }

  /** Check the checksum of the header that comes, and that the addresses are in it. */
  static void assertWrapsWithChecksum(Encapsulator encapsulator, HandMadeFrame hand) {
    byte[] wrapped = encapsulator.wrap(hand.frame());
    assertThat(Arrays.copyOfRange(wrapped, SOURCE_ADDRESS_AT, HEADER_END))
        .as("both addresses in %s", FrameText.describe(wrapped))
        .isEqualTo(Arrays.copyOfRange(hand.bytes(), SOURCE_ADDRESS_AT, HEADER_END));
    byte[] header = Arrays.copyOfRange(wrapped, HEADER_AT, HEADER_END);
    Arrays.fill(header, CHECKSUM_AT - HEADER_AT, SOURCE_ADDRESS_AT - HEADER_AT, (byte) 0);
    assertThat("0x%04x".formatted(number(wrapped, CHECKSUM_AT)))
        .as("header checksum of %s", FrameText.describe(wrapped))
        .isEqualTo("0x%04x".formatted(HandMadeFrame.checksumOf(header)));
  }

  static void assertWrapRefuses(Encapsulator encapsulator, HandMadeFrame hand) {
    Frame frame = hand.frame();
    assertThatIllegalArgumentException()
        .as("wrap, %d bytes of datagram, of %s", frame.datagram().length, frame)
        .isThrownBy(() -> encapsulator.wrap(frame));
  }

  static void assertUnwraps(Encapsulator encapsulator, HandMadeFrame hand)
      throws MalformedPacketException {
    assertUnwraps(encapsulator, hand.bytes(), hand.frame());
  }

  static void assertUnwraps(Encapsulator encapsulator, byte[] bytes, Frame expected)
      throws MalformedPacketException {
    assertThat(encapsulator.unwrap(bytes))
        .as("unwrap(%s)", FrameText.describe(bytes))
        .isEqualTo(expected);
  }

  static void assertUnwrapRefuses(Encapsulator encapsulator, List<byte[]> malformed) {
    for (byte[] bytes : malformed) {
      assertThatExceptionOfType(MalformedPacketException.class)
          .as("unwrap(%s)", FrameText.describe(bytes))
          .isThrownBy(() -> encapsulator.unwrap(bytes));
    }
  }

  static void assertForwards(Encapsulator encapsulator, HandMadeFrame hand)
      throws MalformedPacketException {
    byte[] bytes = hand.bytes();
    byte[] out = forwarded(encapsulator, bytes, NEW_MAC, NEW_MAC);
    FrameText.assertSame(asked(bytes), hand.nextHop(NEW_MAC, NEW_MAC).bytes(), out);
  }

  /** For tests that are about something else than the checksum, which has tests of its own. */
  static void assertForwardsButForChecksum(Encapsulator encapsulator, HandMadeFrame hand)
      throws MalformedPacketException {
    byte[] bytes = hand.bytes();
    byte[] out = forwarded(encapsulator, bytes, NEW_MAC, NEW_MAC);
    byte[] expected = hand.nextHop(NEW_MAC, NEW_MAC).bytes();
    if (out.length == expected.length) {
      System.arraycopy(out, CHECKSUM_AT, expected, CHECKSUM_AT, Short.BYTES);
    }
    FrameText.assertSame(asked(bytes), expected, out);
  }

  static void assertForwardEnds(Encapsulator encapsulator, HandMadeFrame hand)
      throws MalformedPacketException {
    byte[] bytes = hand.bytes();
    assertThat(encapsulator.forward(bytes, NEW_MAC, NEW_MAC)).as(asked(bytes)).isEmpty();
  }

  static void assertForwardRefuses(Encapsulator encapsulator, List<byte[]> malformed) {
    for (byte[] bytes : malformed) {
      assertThatExceptionOfType(MalformedPacketException.class)
          .as(asked(bytes))
          .isThrownBy(() -> encapsulator.forward(bytes, NEW_MAC, NEW_MAC));
    }
  }

  /** Return what goes out; fail if nothing does. */
  static byte[] forwarded(
      Encapsulator encapsulator, byte[] bytes, byte[] newSource, byte[] newDestination)
      throws MalformedPacketException {
    Optional<byte[]> out = encapsulator.forward(bytes, newSource, newDestination);
    assertThat(out).as(asked(bytes)).isPresent();
    return out.get();
  }

  static String asked(byte[] bytes) {
    return "forward(" + FrameText.describe(bytes) + ", …)";
  }
}
