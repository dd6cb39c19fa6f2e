package firsthop.udp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Copies pseudo header and datagram into one array and computes its checksum with {@code checksum}.
 * A {@code ByteBuffer} splits numbers into bytes; by default it writes the high byte first.
 *
 * <p>A sum that includes the checksum is 0xFFFF if the datagram is not damaged, because a number
 * plus its complement has all bits set. So {@code decode} leaves the checksum in the datagram and
 * expects the result 0. This also works for 0xFFFF, which stands for a computed 0: in ones'
 * complement both mean zero, and adding either of them changes nothing. Code that computes the
 * checksum again and compares needs a special case for 0xFFFF.
 *
 * <p>An alternative is to add up the parts without copying them. Then each part except the last
 * needs an even number of bytes; otherwise its odd byte is added in the wrong half. The order of
 * additions does not matter, so operating systems add 32 or 64 bits at a time (RFC 1071 §2).
 */
public final class MyUdpCodec implements UdpCodec {
  private static final int HEADER_BYTES = 8;
  private static final int PSEUDO_HEADER_BYTES = 12;
  private static final int ADDRESS_BYTES = 4;
  private static final int LENGTH_AT = 4;
  private static final int CHECKSUM_AT = 6;

  /** The protocol number of UDP in IP (RFC 768). */
  private static final byte PROTOCOL = 17;

  private static final int MAX_PORT = 65_535;

  /** The 65,535 bytes of an IPv4 packet, minus 20 for the IPv4 header and 8 for the UDP header. */
  private static final int MAX_PAYLOAD = 65_507;

  private static final int NOT_COMPUTED = 0;
  private static final int COMPUTED_ZERO = 0xFFFF;

  /** Creates a codec. It has no state. */
  public MyUdpCodec() {}

  @Override
  public int checksum(byte[] data) {
    // An int has room for the sum of 32,768 numbers of 16 bits, more than an IPv4 packet has.
    int sum = 0;
    for (int i = 0; i < data.length; i += 2) {
      int high = data[i] & 0xFF;
      int low = i + 1 < data.length ? data[i + 1] & 0xFF : 0;
      sum += high << 8 | low;
    }
    // Adding the carry can produce a new carry: 0x1FFFF becomes 0x10000, and then 1.
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
    // Cut first, so that the bytes after the datagram are not part of the sum.
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

  /** Returns the checksum of the pseudo header and a datagram with its checksum field unchanged. */
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
