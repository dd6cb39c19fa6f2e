package firsthop.udp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The contents of an Ethernet frame that carries a UDP datagram in an IPv4 packet. Two frames are
 * equal if their numbers and the bytes of their arrays are equal. The arrays are not copied.
 *
 * @param sourceMac the MAC address of the sender on this link, 6 bytes
 * @param destinationMac the MAC address of the receiver on this link, 6 bytes
 * @param sourceAddress the IPv4 address of the host that sent the packet, 4 bytes
 * @param destinationAddress the IPv4 address of the host that the packet is for, 4 bytes
 * @param ttl the time to live: how many more hops the packet may make, 0 to 255
 * @param identification the number that tells the packets of one host apart, 0 to 65535
 * @param datagram the UDP datagram, including its header
 */
public record Frame(
    byte[] sourceMac,
    byte[] destinationMac,
    byte[] sourceAddress,
    byte[] destinationAddress,
    int ttl,
    int identification,
    byte[] datagram) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Frame frame
        && Arrays.equals(sourceMac, frame.sourceMac)
        && Arrays.equals(destinationMac, frame.destinationMac)
        && Arrays.equals(sourceAddress, frame.sourceAddress)
        && Arrays.equals(destinationAddress, frame.destinationAddress)
        && ttl == frame.ttl
        && identification == frame.identification
        && Arrays.equals(datagram, frame.datagram);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        Arrays.hashCode(sourceMac),
        Arrays.hashCode(destinationMac),
        Arrays.hashCode(sourceAddress),
        Arrays.hashCode(destinationAddress),
        ttl,
        identification,
        Arrays.hashCode(datagram));
  }

  /** Returns MAC addresses with colons, IPv4 addresses in dotted decimal, the datagram in hex. */
  @Override
  public String toString() {
    return "Frame[sourceMac="
        + hex(sourceMac, ":")
        + ", destinationMac="
        + hex(destinationMac, ":")
        + ", sourceAddress="
        + dotted(sourceAddress)
        + ", destinationAddress="
        + dotted(destinationAddress)
        + ", ttl="
        + ttl
        + ", identification="
        + identification
        + ", datagram="
        + hex(datagram, " ")
        + "]";
  }

  // A test prints a frame when something is wrong with it, so any length and null must work.

  private static String hex(byte @Nullable [] bytes, String delimiter) {
    return bytes == null ? "null" : HexFormat.ofDelimiter(delimiter).formatHex(bytes);
  }

  private static String dotted(byte @Nullable [] address) {
    if (address == null) {
      return "null";
    }
    StringJoiner text = new StringJoiner(".");
    for (byte octet : address) {
      text.add(Integer.toString(octet & 0xFF));
    }
    return text.toString();
  }
}
