package firsthop.grader.exams.udp;

import firsthop.udp.UdpDatagram;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * Works checksums out by division: no loop and no carry, so that it shares no mistake with those
 * who add.
 *
 * <p>65,536 leaves 1 when it is divided by 65,535. So all bytes in a row, read as one long number,
 * leave the same remainder as the sum of its pieces of 16 bits, in whatever order these are added.
 * A remainder of 0 stands for a sum of 0xFFFF, except where all bytes are 0: then so is the sum.
 */
final class Remainders {
  private static final int HEADER_BYTES = 8;
  private static final int PROTOCOL = 17;
  private static final int ALL_ONES = 0xFFFF;
  private static final BigInteger DIVISOR = BigInteger.valueOf(ALL_ONES);

  private Remainders() {}

  /** Return the Internet checksum of some bytes. */
  static int checksum(byte[] data) {
    BigInteger number = number(data);
    int complement = complement(number);
    return complement == ALL_ONES && number.signum() > 0 ? 0 : complement;
  }

  /** Return what stands in the checksum field of a datagram: 0xFFFF, too, where 0 came out. */
  static int field(UdpDatagram datagram, byte[] source, byte[] destination) {
    int length = HEADER_BYTES + datagram.payload().length;
    return complement(
        number(source)
            .add(number(destination))
            .add(BigInteger.valueOf(PROTOCOL + 2L * length))
            .add(BigInteger.valueOf(datagram.sourcePort() + (long) datagram.destinationPort()))
            .add(number(datagram.payload())));
  }

  /** Return the bytes of a datagram. */
  static byte[] encode(UdpDatagram datagram, byte[] source, byte[] destination) {
    return withField(datagram, field(datagram, source, destination));
  }

  /** Return the bytes of a datagram with any number in the checksum field. */
  static byte[] withField(UdpDatagram datagram, int checksum) {
    byte[] payload = datagram.payload();
    int length = HEADER_BYTES + payload.length;
    return ByteBuffer.allocate(length)
        .putInt(datagram.sourcePort() << Short.SIZE | datagram.destinationPort())
        .putInt(length << Short.SIZE | checksum)
        .put(payload)
        .array();
  }

  /** Return what a number's remainder lacks to 0xFFFF: 1 to 0xFFFF. */
  private static int complement(BigInteger number) {
    return ALL_ONES - number.mod(DIVISOR).intValue();
  }

  /** Return bytes as one number, with a byte of 0 behind them if they are odd in number. */
  private static BigInteger number(byte[] bytes) {
    return new BigInteger(1, bytes).shiftLeft(bytes.length % 2 * Byte.SIZE);
  }
}
