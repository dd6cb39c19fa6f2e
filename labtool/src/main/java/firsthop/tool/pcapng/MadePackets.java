package firsthop.tool.pcapng;

import firsthop.tool.explain.InternetChecksum;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Makes packets around what a relay has passed on. A relay sees no headers of the network, so these
 * are made, with right checksums.
 */
public final class MadePackets {
  private static final int UDP = 17;
  private static final int TCP = 6;
  private static final int HOPS = 64;

  private MadePackets() {}

  /** Returns an IP packet with a UDP datagram (RFC 768). */
  public static byte[] udp(InetSocketAddress from, InetSocketAddress to, byte[] data) {
    int length = 8 + data.length;
    ByteBuffer datagram = ByteBuffer.allocate(length);
    datagram.putShort((short) from.getPort()).putShort((short) to.getPort());
    datagram.putShort((short) length).putShort((short) 0).put(data);
    int checksum = checksum(from, to, UDP, datagram.array());
    datagram.putShort(6, (short) (checksum == 0 ? 0xFFFF : checksum));
    return ip(from, to, UDP, datagram.array());
  }

  /**
   * Returns an IP packet with a TCP segment (RFC 9293 §3.1).
   *
   * @param flags the octet of flags, such as 0x12 for SYN and ACK
   */
  public static byte[] tcp(
      InetSocketAddress from,
      InetSocketAddress to,
      int sequence,
      int acknowledgment,
      int flags,
      byte[] data) {
    ByteBuffer segment = ByteBuffer.allocate(20 + data.length);
    segment.putShort((short) from.getPort()).putShort((short) to.getPort());
    segment.putInt(sequence).putInt(acknowledgment);
    segment.put((byte) (5 << 4)).put((byte) flags).putShort((short) 0xFFFF);
    segment.putInt(0).put(data);
    segment.putShort(16, (short) checksum(from, to, TCP, segment.array()));
    return ip(from, to, TCP, segment.array());
  }

  private static int checksum(
      InetSocketAddress from, InetSocketAddress to, int protocol, byte[] octets) {
    return new InternetChecksum()
        .addPseudoHeader(
            from.getAddress().getAddress(), to.getAddress().getAddress(), protocol, octets.length)
        .add(octets)
        .value();
  }

  private static byte[] ip(
      InetSocketAddress from, InetSocketAddress to, int protocol, byte[] payload) {
    byte[] source = from.getAddress().getAddress();
    byte[] destination = to.getAddress().getAddress();
    if (source.length == 16) {
      ByteBuffer packet = ByteBuffer.allocate(40 + payload.length);
      packet.putInt(6 << 28).putShort((short) payload.length);
      packet.put((byte) protocol).put((byte) HOPS);
      return packet.put(source).put(destination).put(payload).array();
    }
    ByteBuffer packet = ByteBuffer.allocate(20 + payload.length);
    packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
    packet.putShort((short) 0).putShort((short) 0x4000); // an atomic datagram, RFC 6864 §4.1
    packet.put((byte) HOPS).put((byte) protocol).putShort((short) 0);
    packet.put(source).put(destination);
    byte[] header = java.util.Arrays.copyOf(packet.array(), 20);
    packet.putShort(10, (short) new InternetChecksum().add(header).value());
    return packet.put(payload).array();
  }
}
