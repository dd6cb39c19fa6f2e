package firsthop.grader.exams.udp;

import firsthop.udp.UdpDatagram;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Computes checksums by division. It has no loop and no carry, so it does not share mistakes with
 * code that adds.
 *
 * <p>65,536 divided by 65,535 has the remainder 1. So all bytes together, read as one long number,
 * have the same remainder as the sum of their 16-bit numbers. A remainder of 0 stands for a sum of
 * 0xFFFF. Only if all bytes are 0, the sum is 0.
 */
final class UdpChecksum {
  private static final int HEADER_BYTES = 8;
  private static final int PROTOCOL = 17;
  private static final int ALL_ONES = 0xFFFF;
  private static final BigInteger DIVISOR = BigInteger.valueOf(ALL_ONES);

  private UdpChecksum() {}

  /** Returns the Internet checksum of some bytes. */
  static int checksum(byte[] data) {
    BigInteger number = number(data);
    int complement = complement(number);
    return complement == ALL_ONES && number.signum() > 0 ? 0 : complement;
  }

  /** Returns the checksum field of a datagram; a computed 0 is 0xFFFF. */
  static int field(UdpDatagram datagram, byte[] source, byte[] destination) {
    int length = HEADER_BYTES + datagram.payload().length;
    return complement(
        number(source)
            .add(number(destination))
            .add(BigInteger.valueOf(PROTOCOL + 2L * length))
            .add(BigInteger.valueOf(datagram.sourcePort() + (long) datagram.destinationPort()))
            .add(number(datagram.payload())));
  }

  /** Returns the bytes of a datagram. */
  static byte[] encode(UdpDatagram datagram, byte[] source, byte[] destination) {
    return withField(datagram, field(datagram, source, destination));
  }

  /** Returns the bytes of a datagram with this number in the checksum field. */
  static byte[] withField(UdpDatagram datagram, int checksum) {
    byte[] payload = datagram.payload();
    int length = HEADER_BYTES + payload.length;
    return ByteBuffer.allocate(length)
        .putInt(datagram.sourcePort() << Short.SIZE | datagram.destinationPort())
        .putInt(length << Short.SIZE | checksum)
        .put(payload)
        .array();
  }

  /** Returns 0xFFFF minus the remainder of a number: 1 to 0xFFFF. */
  private static int complement(BigInteger number) {
    return ALL_ONES - number.mod(DIVISOR).intValue();
  }

  /** Returns bytes as one number, with a 0 byte added at the end if their number is odd. */
  private static BigInteger number(byte[] bytes) {
    return new BigInteger(1, bytes).shiftLeft(bytes.length % 2 * Byte.SIZE);
  }
}
