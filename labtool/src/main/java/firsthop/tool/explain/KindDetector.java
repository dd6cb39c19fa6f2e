package firsthop.tool.explain;

import org.jspecify.annotations.Nullable;

/** Finds out what octets are, by what only this kind would say. */
public final class KindDetector {
  private static final int ETHERNET_HEADER = 14;

  private KindDetector() {}

  /** Returns the kind; null if the octets look like none. */
  public static @Nullable ProtocolKind detect(byte[] octets) {
    if (isFrame(octets)) {
      return ProtocolKind.ETHERNET;
    }
    if (isIpv4(octets)) {
      return ProtocolKind.IPV4;
    }
    if (octets.length >= 40 && at(octets, 0) >> 4 == 6 && at16(octets, 4) == octets.length - 40) {
      return ProtocolKind.IPV6;
    }
    if (octets.length >= 8 && at16(octets, 4) == octets.length && at16(octets, 0) > 0) {
      return ProtocolKind.UDP;
    }
    @Nullable ProtocolKind message = inDatagram(octets);
    return message == null && isSegment(octets) ? ProtocolKind.TCP : message;
  }

  /** Returns the kind of what a datagram carries, DNS or TFTP; null if it looks like neither. */
  static @Nullable ProtocolKind inDatagram(byte[] octets) {
    if (octets.length > 12
        && at16(octets, 4) + at16(octets, 6) > 0
        && at16(octets, 4) <= 1
        && isWithoutProblem(ProtocolKind.DNS, octets)) {
      return ProtocolKind.DNS;
    }
    boolean tftp =
        octets.length >= 4
            && octets.length <= 4 + TftpDissector.MAX_DATA
            && TftpDissector.OPCODES.containsKey(at16(octets, 0))
            && (at16(octets, 0) != 4 || octets.length == 4)
            && isWithoutProblem(ProtocolKind.TFTP, octets);
    return tftp ? ProtocolKind.TFTP : null;
  }

  private static boolean isWithoutProblem(ProtocolKind kind, byte[] octets) {
    return kind.explain(octets).problems().isEmpty();
  }

  private static boolean isFrame(byte[] octets) {
    if (octets.length < ETHERNET_HEADER) {
      return false;
    }
    int version = octets.length == ETHERNET_HEADER ? 0 : at(octets, ETHERNET_HEADER) >> 4;
    int type = at16(octets, 12);
    return type == 0x0800 && version == 4 || type == 0x86DD && version == 6;
  }

  private static boolean isIpv4(byte[] octets) {
    int words = at(octets, 0) & 0xF;
    return octets.length >= 20
        && at(octets, 0) >> 4 == 4
        && words >= 5
        && at16(octets, 2) >= 4 * words
        && (at16(octets, 2) == octets.length || at(octets, 8) > 0 && at(octets, 0) == 0x45);
  }

  private static boolean isSegment(byte[] octets) {
    int header = octets.length < 20 ? 0 : 4 * (at(octets, 12) >> 4);
    int flags = octets.length < 20 ? 0 : at(octets, 13);
    boolean possible = (flags & 0x3F) != 0 && (flags & 3) != 3;
    return header >= 20 && header <= octets.length && (at(octets, 12) & 0xF) == 0 && possible;
  }

  private static int at(byte[] octets, int index) {
    return index < octets.length ? octets[index] & 0xFF : 0;
  }

  private static int at16(byte[] octets, int index) {
    return at(octets, index) << 8 | at(octets, index + 1);
  }
}
