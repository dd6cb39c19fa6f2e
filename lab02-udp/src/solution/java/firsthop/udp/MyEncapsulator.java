package firsthop.udp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes a frame from its first byte to its last. To read a frame, {@code unwrap} and {@code
 * forward} both call {@link #packetIn}. It checks everything that both need, so the lengths that it
 * returns are safe to use.
 *
 * <p>{@code forward} copies the frame and changes only what a router changes. It would be shorter
 * to unwrap the packet and wrap it again. But then everything that a {@link Frame} does not contain
 * would be lost: DSCP, flags, options, other protocols.
 *
 * <p>The checksum is computed again at each hop. Real routers update the old checksum: they add the
 * difference of the TTL (RFC 1624). This takes the same time for a header of any length. It has two
 * traps: the carry must be added at the low end, and a result of 0xFFFF must be written as 0.
 */
public final class MyEncapsulator implements Encapsulator {
  private static final int MAC_BYTES = 6;
  private static final int ADDRESS_BYTES = 4;
  private static final int ETHERNET_HEADER_BYTES = 14;
  private static final int MIN_IPV4_HEADER_BYTES = 20;

  /** The length of the smallest frame, without the 4 bytes of the frame check sequence (FCS). */
  private static final int MIN_FRAME_BYTES = 60;

  /** The 1,500 bytes of a packet in an Ethernet frame, minus the IPv4 header (RFC 894). */
  private static final int MAX_DATAGRAM_BYTES = 1_480;

  // Offsets of the fields from the start of the frame.
  private static final int SOURCE_MAC_AT = 6;
  private static final int TYPE_AT = 12;
  private static final int VERSION_AT = 14;
  private static final int TOTAL_LENGTH_AT = 16;
  private static final int IDENTIFICATION_AT = 18;
  private static final int FRAGMENT_AT = 20;
  private static final int TTL_AT = 22;
  private static final int PROTOCOL_AT = 23;
  private static final int CHECKSUM_AT = 24;
  private static final int SOURCE_ADDRESS_AT = 26;
  private static final int DESTINATION_ADDRESS_AT = 30;

  private static final int IPV4_TYPE = 0x0800;
  private static final int IPV4_VERSION = 4;
  private static final int WORD_BYTES = 4;
  private static final int DONT_FRAGMENT = 0x4000;

  /** The flag MF and the 13 bits of the offset. All of them are 0 in a packet that is whole. */
  private static final int IS_FRAGMENT = 0x3FFF;

  private static final int UDP = 17;
  private static final int MAX_16_BITS = 0xFFFF;

  /** Creates an encapsulator. It has no state. */
  public MyEncapsulator() {}

  @Override
  public byte[] wrap(Frame frame) {
    requireLength("source MAC address", frame.sourceMac(), MAC_BYTES);
    requireLength("destination MAC address", frame.destinationMac(), MAC_BYTES);
    requireLength("source address", frame.sourceAddress(), ADDRESS_BYTES);
    requireLength("destination address", frame.destinationAddress(), ADDRESS_BYTES);
    requireUpTo("TTL", frame.ttl(), 0xFF);
    requireUpTo("identification", frame.identification(), MAX_16_BITS);
    requireUpTo("length of the datagram", frame.datagram().length, MAX_DATAGRAM_BYTES);

    int totalLength = MIN_IPV4_HEADER_BYTES + frame.datagram().length;
    // A new buffer contains zeros, so the padding needs no extra step.
    ByteBuffer out =
        ByteBuffer.allocate(Math.max(MIN_FRAME_BYTES, ETHERNET_HEADER_BYTES + totalLength))
            .put(frame.destinationMac())
            .put(frame.sourceMac())
            .putShort((short) IPV4_TYPE)
            .put((byte) (IPV4_VERSION << 4 | MIN_IPV4_HEADER_BYTES / WORD_BYTES))
            .put((byte) 0)
            .putShort((short) totalLength)
            .putShort((short) frame.identification())
            .putShort((short) DONT_FRAGMENT)
            .put((byte) frame.ttl())
            .put((byte) UDP)
            .putShort((short) 0)
            .put(frame.sourceAddress())
            .put(frame.destinationAddress())
            .put(frame.datagram());
    writeChecksum(out, MIN_IPV4_HEADER_BYTES);
    return out.array();
  }

  @Override
  public Frame unwrap(byte[] bytes) throws MalformedPacketException {
    Packet packet = packetIn(bytes);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int protocol = in.get(PROTOCOL_AT) & 0xFF;
    require(protocol == UDP, "protocol 17 (UDP)", protocol);
    require((in.getShort(FRAGMENT_AT) & IS_FRAGMENT) == 0, "a whole packet", "a fragment");
    return new Frame(
        Arrays.copyOfRange(bytes, SOURCE_MAC_AT, TYPE_AT),
        Arrays.copyOfRange(bytes, 0, SOURCE_MAC_AT),
        Arrays.copyOfRange(bytes, SOURCE_ADDRESS_AT, DESTINATION_ADDRESS_AT),
        Arrays.copyOfRange(
            bytes, DESTINATION_ADDRESS_AT, ETHERNET_HEADER_BYTES + MIN_IPV4_HEADER_BYTES),
        in.get(TTL_AT) & 0xFF,
        in.getShort(IDENTIFICATION_AT) & MAX_16_BITS,
        Arrays.copyOfRange(
            bytes,
            ETHERNET_HEADER_BYTES + packet.headerLength,
            ETHERNET_HEADER_BYTES + packet.totalLength));
  }

  @Override
  public Optional<byte[]> forward(byte[] bytes, byte[] newSourceMac, byte[] newDestinationMac)
      throws MalformedPacketException {
    requireLength("new source MAC address", newSourceMac, MAC_BYTES);
    requireLength("new destination MAC address", newDestinationMac, MAC_BYTES);
    Packet packet = packetIn(bytes);
    int ttl = bytes[TTL_AT] & 0xFF;
    if (ttl <= 1) {
      return Optional.empty();
    }
    ByteBuffer out =
        ByteBuffer.wrap(bytes.clone())
            .put(newDestinationMac)
            .put(newSourceMac)
            .put(TTL_AT, (byte) (ttl - 1));
    writeChecksum(out, packet.headerLength);
    return Optional.of(out.array());
  }

  /** The lengths in bytes of the header and of the whole packet. Both are verified. */
  private record Packet(int headerLength, int totalLength) {}

  private static Packet packetIn(byte[] bytes) throws MalformedPacketException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int there = bytes.length - ETHERNET_HEADER_BYTES;
    require(there >= MIN_IPV4_HEADER_BYTES, "34 bytes at least", bytes.length);
    int type = in.getShort(TYPE_AT) & MAX_16_BITS;
    require(type == IPV4_TYPE, "type 2048 (IPv4)", type);
    int version = in.get(VERSION_AT) >>> 4 & 0xF;
    require(version == IPV4_VERSION, "version 4", version);
    int headerLength = (in.get(VERSION_AT) & 0xF) * WORD_BYTES;
    require(headerLength >= MIN_IPV4_HEADER_BYTES, "a header of 20 bytes at least", headerLength);
    int totalLength = in.getShort(TOTAL_LENGTH_AT) & MAX_16_BITS;
    require(totalLength >= headerLength, "a total length that covers the header", totalLength);
    require(totalLength <= there, "a packet that fits into " + there + " bytes", totalLength);
    int sum = sum(in, headerLength);
    require(sum == MAX_16_BITS, "a header that sums up to 65535", sum);
    return new Packet(headerLength, totalLength);
  }

  private static void writeChecksum(ByteBuffer frame, int headerLength) {
    frame.putShort(CHECKSUM_AT, (short) 0);
    frame.putShort(CHECKSUM_AT, (short) ~sum(frame, headerLength));
  }

  /** Returns the ones' complement sum of the IPv4 header, as RFC 1071 describes it. */
  private static int sum(ByteBuffer frame, int headerLength) {
    int sum = 0;
    int end = ETHERNET_HEADER_BYTES + headerLength;
    for (int at = ETHERNET_HEADER_BYTES; at < end; at += Short.BYTES) {
      sum += frame.getShort(at) & MAX_16_BITS;
    }
    // The first addition of the carry may produce one more carry; the second cannot.
    sum = (sum & MAX_16_BITS) + (sum >>> Short.SIZE);
    return (sum & MAX_16_BITS) + (sum >>> Short.SIZE);
  }

  private static void requireLength(String what, byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new IllegalArgumentException(
          what + ": " + length + " bytes expected, " + bytes.length + " came");
    }
  }

  private static void requireUpTo(String what, int number, int max) {
    if (number < 0 || number > max) {
      throw new IllegalArgumentException(what + ": 0 to " + max + " expected, " + number + " came");
    }
  }

  private static void require(boolean right, String expected, Object came)
      throws MalformedPacketException {
    if (!right) {
      throw new MalformedPacketException(expected + " expected, " + came + " came");
    }
  }
}
