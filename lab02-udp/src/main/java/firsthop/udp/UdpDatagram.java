package firsthop.udp;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A UDP datagram: who sends, who is to get it, and what is in it.
 *
 * <p>Any numbers may stand in it: whether they fit into a header is for {@link UdpCodec#encode} to
 * say. Two datagrams are equal if their ports and the bytes of their payloads are. The payload is
 * the array that was given, not a copy.
 *
 * @param sourcePort the port of the process that sends; 0 if no answer is wanted
 * @param destinationPort the port of the process that is to get the payload
 * @param payload what the sender's process has to say; it may be empty
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

  /** Returns the ports, the length of the payload and how it begins. */
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
