package firsthop.dns;

import java.util.StringJoiner;

/** Writes addresses as text: IPv4 in dotted decimal, IPv6 in the form of RFC 5952. */
final class AddressText {
  private static final int GROUPS = 8;

  /** The number of groups before the IPv4 address in ::ffff:0:0/96. */
  private static final int MAPPED_GROUPS = 6;

  private AddressText() {}

  static String ipv4(byte[] address) {
    return dotted(address, 0);
  }

  static String ipv6(byte[] address) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (address[2 * i] & 0xFF) << Byte.SIZE | address[2 * i + 1] & 0xFF;
    }
    if (isMapped(groups)) {
      return "::ffff:" + dotted(address, 2 * MAPPED_GROUPS);
    }
    // The longest run of at least two zero groups; the first of equal runs (RFC 5952 §4.2).
    int runStart = GROUPS;
    int runLength = 1;
    for (int start = 0; start < GROUPS; start++) {
      int length = 0;
      while (start + length < GROUPS && groups[start + length] == 0) {
        length++;
      }
      if (length > runLength) {
        runStart = start;
        runLength = length;
      }
    }
    return runStart == GROUPS
        ? hex(groups, 0, GROUPS)
        : hex(groups, 0, runStart) + "::" + hex(groups, runStart + runLength, GROUPS);
  }

  private static boolean isMapped(int[] groups) {
    for (int i = 0; i < MAPPED_GROUPS - 1; i++) {
      if (groups[i] != 0) {
        return false;
      }
    }
    return groups[MAPPED_GROUPS - 1] == 0xFFFF;
  }

  private static String hex(int[] groups, int from, int to) {
    StringJoiner text = new StringJoiner(":");
    for (int i = from; i < to; i++) {
      text.add(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }

  private static String dotted(byte[] address, int from) {
    StringJoiner text = new StringJoiner(".");
    for (int i = from; i < from + Integer.BYTES; i++) {
      text.add(Integer.toString(address[i] & 0xFF));
    }
    return text.toString();
  }
}
