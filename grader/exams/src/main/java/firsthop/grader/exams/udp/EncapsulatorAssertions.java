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

/** Assertions for the tests of exercise 2.2. Their failures name the call and the field. */
final class EncapsulatorAssertions {
  // Offsets of fields from the start of the frame.
  static final int HEADER_AT = 14;
  static final int TOTAL_LENGTH_AT = 16;
  static final int IDENTIFICATION_AT = 18;
  static final int TTL_AT = 22;
  static final int CHECKSUM_AT = 24;
  static final int SOURCE_ADDRESS_AT = 26;
  static final int HEADER_END = 34;

  /** Source and destination in tests that do not check their order. */
  static final byte[] NEW_MAC = FrameBuilder.hex("02a5c3aa8001");

  private EncapsulatorAssertions() {}

  /** Returns the number in two bytes, the high byte first. */
  static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << Byte.SIZE | bytes[at + 1] & 0xFF;
  }

  static void assertWraps(Encapsulator encapsulator, Frame frame, byte[] expected) {
    FrameText.assertSame("wrap(" + frame + ")", expected, encapsulator.wrap(frame));
  }

  /** Checks the header checksum of the wrapped frame, and that its addresses are the right ones. */
  static void assertWrapsWithChecksum(Encapsulator encapsulator, FrameBuilder hand) {
    byte[] wrapped = encapsulator.wrap(hand.frame());
    assertThat(Arrays.copyOfRange(wrapped, SOURCE_ADDRESS_AT, HEADER_END))
        .as("both addresses in %s", FrameText.describe(wrapped))
        .isEqualTo(Arrays.copyOfRange(hand.bytes(), SOURCE_ADDRESS_AT, HEADER_END));
    byte[] header = Arrays.copyOfRange(wrapped, HEADER_AT, HEADER_END);
    Arrays.fill(header, CHECKSUM_AT - HEADER_AT, SOURCE_ADDRESS_AT - HEADER_AT, (byte) 0);
    assertThat("0x%04x".formatted(number(wrapped, CHECKSUM_AT)))
        .as("header checksum of %s", FrameText.describe(wrapped))
        .isEqualTo("0x%04x".formatted(FrameBuilder.checksumOf(header)));
  }

  static void assertWrapRefuses(Encapsulator encapsulator, FrameBuilder hand) {
    Frame frame = hand.frame();
    assertThatIllegalArgumentException()
        .as("wrap(%s), with a datagram of %d bytes", frame, frame.datagram().length)
        .isThrownBy(() -> encapsulator.wrap(frame));
  }

  static void assertUnwraps(Encapsulator encapsulator, FrameBuilder hand)
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

  static void assertForwards(Encapsulator encapsulator, FrameBuilder hand)
      throws MalformedPacketException {
    byte[] bytes = hand.bytes();
    byte[] out = forwarded(encapsulator, bytes, NEW_MAC, NEW_MAC);
    FrameText.assertSame(asked(bytes), hand.nextHop(NEW_MAC, NEW_MAC).bytes(), out);
  }

  /** Checks everything but the header checksum, which has its own tests. */
  static void assertForwardsButForChecksum(Encapsulator encapsulator, FrameBuilder hand)
      throws MalformedPacketException {
    byte[] bytes = hand.bytes();
    byte[] out = forwarded(encapsulator, bytes, NEW_MAC, NEW_MAC);
    byte[] expected = hand.nextHop(NEW_MAC, NEW_MAC).bytes();
    if (out.length == expected.length) {
      System.arraycopy(out, CHECKSUM_AT, expected, CHECKSUM_AT, Short.BYTES);
    }
    FrameText.assertSame(asked(bytes), expected, out);
  }

  static void assertForwardEnds(Encapsulator encapsulator, FrameBuilder hand)
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

  /** Returns the frame that goes out; fails if none does. */
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
