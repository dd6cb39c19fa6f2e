package firsthop.udp;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A UDP datagram: the ports of sender and receiver, and the payload.
 *
 * <p>The ports may be any numbers. {@link UdpCodec#encode} checks whether they fit into a header.
 * Two datagrams are equal if they have the same ports and the same bytes in their payloads. The
 * array of the payload is not copied.
 *
 * @param sourcePort the port of the process that sends the payload; 0 if it wants no answer
 * @param destinationPort the port of the process that gets the payload
 * @param payload the data; it may be empty
 */
public record UdpDatagram(int sourcePort, int destinationPort, byte[] payload) {
  private static final int MAX_SHOWN = 24;

  @Override
  public boolean equals(Object other) {
    return other instanceof UdpDatagram that
        && sourcePort == that.sourcePort
        && destinationPort == that.destinationPort
        && Arrays.equals(payload, that.payload);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * sourcePort + destinationPort) + Arrays.hashCode(payload);
  }

  /** Returns the ports, the length of the payload and its first bytes. */
  @Override
  public String toString() {
    int shown = Math.min(payload.length, MAX_SHOWN);
    return "UdpDatagram[from port %d to port %d, %d bytes: %s%s]"
        .formatted(
            sourcePort,
            destinationPort,
            payload.length,
            HexFormat.ofDelimiter(" ").formatHex(payload, 0, shown),
            shown < payload.length ? " …" : "");
  }
}
