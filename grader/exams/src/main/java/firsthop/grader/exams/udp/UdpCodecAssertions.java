package firsthop.grader.exams.udp;

import static firsthop.grader.exams.udp.UdpPayloads.describe;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.udp.MalformedPacketException;
import firsthop.udp.UdpCodec;
import firsthop.udp.UdpDatagram;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Assertions for the tests of exercise 2.1. Their failures name call, expected and actual result.
 */
final class UdpCodecAssertions {
  /** The addresses of the sender, 192.0.2.1, and of the receiver, 198.51.100.7. */
  static final byte[] SOURCE = bytes("c0000201");

  static final byte[] DESTINATION = bytes("c6336407");

  private static final String REFUSED = "refused with IllegalArgumentException";
  private static final String MALFORMED = "refused with MalformedPacketException";
  private static final int LENGTH_AT = 4;
  private static final int CHECKSUM_AT = 6;

  private UdpCodecAssertions() {}

  static void assertChecksum(UdpCodec udp, String data, int expected) {
    assertChecksum(udp, bytes(data), expected);
  }

  static void assertChecksum(UdpCodec udp, byte[] data) {
    assertChecksum(udp, data, UdpChecksum.checksum(data));
  }

  static void assertChecksum(UdpCodec udp, byte[] data, int expected) {
    assertThat(hex(udp.checksum(data)))
        .as("checksum of %s", describe(data))
        .isEqualTo(hex(expected));
  }

  /** Checks ports and length, given in hexadecimal, and the payload of an encoded datagram. */
  static void assertFields(UdpCodec udp, UdpDatagram datagram, String portsAndLength) {
    byte[] expected =
        with(bytes(portsAndLength + "0000"), HexFormat.of().formatHex(datagram.payload()));
    byte[] got = encoded(udp, datagram, SOURCE, DESTINATION).clone();
    if (got.length > CHECKSUM_AT + 1) {
      got[CHECKSUM_AT] = 0;
      got[CHECKSUM_AT + 1] = 0;
    }
    assertSame(
        call(datagram, SOURCE, DESTINATION) + ", with its checksum replaced by 0", expected, got);
  }

  /** Checks the two ports of an encoded datagram, given in hexadecimal. */
  static void assertPorts(UdpCodec udp, UdpDatagram datagram, String ports) {
    byte[] got = encoded(udp, datagram, SOURCE, DESTINATION);
    assertThat(HexFormat.of().formatHex(got, 0, Math.min(got.length, LENGTH_AT)))
        .as("ports in %s", call(datagram, SOURCE, DESTINATION))
        .isEqualTo(ports);
  }

  static void assertField(
      UdpCodec udp, UdpDatagram datagram, byte[] source, byte[] destination, int expected) {
    String call = call(datagram, source, destination);
    byte[] got = encoded(udp, datagram, source, destination);
    assertThat(got.length).as("length of %s", call).isGreaterThan(CHECKSUM_AT + 1);
    assertThat(HexFormat.of().formatHex(got, CHECKSUM_AT, CHECKSUM_AT + 2))
        .as("checksum in %s", call)
        .isEqualTo(hex(expected));
  }

  static void assertEncodes(UdpCodec udp, UdpDatagram datagram, byte[] source, byte[] destination) {
    assertSame(
        call(datagram, source, destination),
        UdpChecksum.encode(datagram, source, destination),
        encoded(udp, datagram, source, destination));
  }

  private static byte[] encoded(
      UdpCodec udp, UdpDatagram datagram, byte[] source, byte[] destination) {
    try {
      return udp.encode(datagram, source, destination);
    } catch (IllegalArgumentException refused) {
      String call = call(datagram, source, destination);
      throw new AssertionError(call + " must be accepted, but threw " + refused, refused);
    }
  }

  private static void assertSame(String what, byte[] expected, byte[] got) {
    int differs = Arrays.mismatch(expected, got);
    if (differs >= 0) {
      throw new AssertionError(
          "%s: expected %s, but got %s; they differ from byte %d on"
              .formatted(what, describe(expected), describe(got), differs));
    }
  }

  static void assertRefusesToEncode(
      UdpCodec udp, UdpDatagram datagram, byte[] source, byte[] destination) {
    String got;
    try {
      got = describe(udp.encode(datagram, source, destination));
    } catch (IllegalArgumentException refused) {
      got = REFUSED;
    }
    assertThat(got).as(call(datagram, source, destination)).isEqualTo(REFUSED);
  }

  static void assertDecodes(UdpCodec udp, byte[] bytes, UdpDatagram expected) {
    assertThat(decoded(udp, bytes, SOURCE, DESTINATION))
        .as(call(bytes, SOURCE, DESTINATION))
        .isEqualTo(expected);
  }

  static void assertMalformed(UdpCodec udp, byte[] bytes, byte[] source, byte[] destination) {
    assertThat(decoded(udp, bytes, source, destination))
        .as(call(bytes, source, destination))
        .isEqualTo(MALFORMED);
  }

  static void assertRefusesToDecode(UdpCodec udp, byte[] bytes, byte[] source, byte[] destination) {
    assertThat(decoded(udp, bytes, source, destination))
        .as(call(bytes, source, destination))
        .isEqualTo(REFUSED);
  }

  /** Returns the result of decode, or a text that names the exception. */
  private static Object decoded(UdpCodec udp, byte[] bytes, byte[] source, byte[] destination) {
    try {
      return udp.decode(bytes, source, destination);
    } catch (MalformedPacketException refused) {
      return MALFORMED;
    } catch (IllegalArgumentException refused) {
      return REFUSED;
    }
  }

  private static String call(UdpDatagram datagram, byte[] source, byte[] destination) {
    return "encode(%s, %s, %s)".formatted(datagram, address(source), address(destination));
  }

  private static String call(byte[] bytes, byte[] source, byte[] destination) {
    return "decode(%s, %s, %s)".formatted(describe(bytes), address(source), address(destination));
  }

  private static String address(byte[] address) {
    return "{" + HexFormat.ofDelimiter(" ").formatHex(address) + "}";
  }

  static byte[] with(byte[] bytes, String more) {
    return bytes(HexFormat.of().formatHex(bytes) + more);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /** Returns a number in hexadecimal with at least four digits. */
  static String hex(int number) {
    return "%04x".formatted(number);
  }
}
