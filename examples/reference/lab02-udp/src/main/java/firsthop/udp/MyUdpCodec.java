package firsthop.udp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Sums up what is really there: pseudo header and datagram are put into one array, and {@code
 * checksum} goes over it as over any other. A {@code ByteBuffer} does the splitting into bytes; it
 * writes the high byte first unless it is told otherwise.
 *
 * <p>A sum that has the checksum in it is 0xFFFF if all is well, since adding a number to its
 * complement gives nothing but ones. So {@code decode} takes the bytes as they came and wants 0.
 * That also settles 0xFFFF, which stands for a computed 0: both add nothing, as one's complement
 * has two zeros. Who computes the checksum anew and compares must think of that case.
 *
 * <p>The alternative is to sum up the pieces where they lie, and to copy nothing. Then each piece
 * but the last needs an even number of bytes, or its odd byte stands in the wrong half. Sums of 16
 * bits may be added in any order, so systems go further and add 32 or 64 bits at a time (RFC 1071
 * §2).
 */
public final class MyUdpCodec implements UdpCodec {
  private static final int HEADER_BYTES = 8;
  private static final int PSEUDO_HEADER_BYTES = 12;
  private static final int ADDRESS_BYTES = 4;
  private static final int LENGTH_AT = 4;
  private static final int CHECKSUM_AT = 6;

  /** The number of UDP among the protocols over IP: RFC 768. */
  private static final byte PROTOCOL = 17;

  private static final int MAX_PORT = 65_535;

  /** 65,535 bytes of an IPv4 packet, less 20 of its header and 8 of UDP's. */
  private static final int MAX_PAYLOAD = 65_507;

  private static final int NOT_COMPUTED = 0;
  private static final int COMPUTED_ZERO = 0xFFFF;

  /** Makes a codec; it has no state. */
  public MyUdpCodec() {}

  @Override
  public int checksum(byte[] data) {
    // 32,768 numbers of 16 bits fit into an int, and that is more than any IPv4 packet holds.
    int sum = 0;
    for (int i = 0; i < data.length; i += 2) {
      int high = data[i] & 0xFF;
      int low = i + 1 < data.length ? data[i + 1] & 0xFF : 0;
      sum += high << 8 | low;
    }
    // What was carried may be carried again: 0x1FFFF becomes 0x10000, and only then 1.
    while (sum >>> 16 != 0) {
      sum = (sum & 0xFFFF) + (sum >>> 16);
    }
    return ~sum & 0xFFFF;
  }

  @Override
  public byte[] encode(UdpDatagram datagram, byte[] sourceAddress, byte[] destinationAddress) {
    requirePort(datagram.sourcePort());
    requirePort(datagram.destinationPort());
    byte[] payload = datagram.payload();
    if (payload.length > MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          "a payload has at most " + MAX_PAYLOAD + " bytes, not " + payload.length);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(HEADER_BYTES + payload.length)
            .putShort((short) datagram.sourcePort())
            .putShort((short) datagram.destinationPort())
            .putShort((short) (HEADER_BYTES + payload.length))
            .putShort((short) NOT_COMPUTED)
            .put(payload);
    int checksum = checksumOf(bytes.array(), sourceAddress, destinationAddress);
    bytes.putShort(CHECKSUM_AT, (short) (checksum == 0 ? COMPUTED_ZERO : checksum));
    return bytes.array();
  }

  @Override
  public UdpDatagram decode(byte[] bytes, byte[] sourceAddress, byte[] destinationAddress)
      throws MalformedPacketException {
    requireAddress(sourceAddress);
    requireAddress(destinationAddress);
    if (bytes.length < HEADER_BYTES) {
      throw new MalformedPacketException(
          "a header has " + HEADER_BYTES + " bytes, and only " + bytes.length + " came");
    }
    ByteBuffer header = ByteBuffer.wrap(bytes);
    int length = Short.toUnsignedInt(header.getShort(LENGTH_AT));
    if (length < HEADER_BYTES || length > bytes.length) {
      throw new MalformedPacketException(
          "a length of " + length + " in a datagram of " + bytes.length + " bytes");
    }
    // Cut first: whoever sums up what came sums up the bytes after the datagram, too.
    byte[] datagram = Arrays.copyOf(bytes, length);
    if (header.getShort(CHECKSUM_AT) != NOT_COMPUTED
        && checksumOf(datagram, sourceAddress, destinationAddress) != 0) {
      throw new MalformedPacketException("the checksum is wrong");
    }
    return new UdpDatagram(
        Short.toUnsignedInt(header.getShort()),
        Short.toUnsignedInt(header.getShort()),
        Arrays.copyOfRange(datagram, HEADER_BYTES, length));
  }

  /** Returns the checksum over the pseudo header and a datagram, as it is. */
  private int checksumOf(byte[] datagram, byte[] sourceAddress, byte[] destinationAddress) {
    requireAddress(sourceAddress);
    requireAddress(destinationAddress);
    return checksum(
        ByteBuffer.allocate(PSEUDO_HEADER_BYTES + datagram.length)
            .put(sourceAddress)
            .put(destinationAddress)
            .put((byte) 0)
            .put(PROTOCOL)
            .putShort((short) datagram.length)
            .put(datagram)
            .array());
  }

  private static void requirePort(int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is 0 to " + MAX_PORT + ", not " + port);
    }
  }

  private static void requireAddress(byte[] address) {
    if (address.length != ADDRESS_BYTES) {
      throw new IllegalArgumentException(
          "an IPv4 address has " + ADDRESS_BYTES + " bytes, not " + address.length);
    }
  }
}
