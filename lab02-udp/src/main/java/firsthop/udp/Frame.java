package firsthop.udp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What an Ethernet frame says that carries a UDP datagram in an IPv4 packet. Two are equal if their
 * bytes are. The arrays are kept as they come, without a copy.
 *
 * @param sourceMac the MAC address that sends the frame over this link, 6 bytes
 * @param destinationMac the MAC address that is to take it from this link, 6 bytes
 * @param sourceAddress the IPv4 address of the host that made the packet, 4 bytes
 * @param destinationAddress the IPv4 address of the host that the packet is for, 4 bytes
 * @param ttl the time to live: how many hops the packet may still make, 0 to 255
 * @param identification the number by which a host tells its packets apart, 0 to 65535
 * @param datagram the UDP datagram, its own header included
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

  /** Shows MAC addresses with colons, IPv4 addresses in dotted decimal, the datagram in hex. */
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

  // A frame is printed when something is wrong with it: any length, and even null, must do.

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
