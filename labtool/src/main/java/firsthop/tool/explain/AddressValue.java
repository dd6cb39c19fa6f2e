package firsthop.tool.explain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Addresses as text. */
final class AddressValue {
  private AddressValue() {}

  /** Returns an IPv4 address of 4 octets or an IPv6 address of 16 octets as text. */
  static String ip(byte[] octets) {
    if (octets.length == 4) {
      return "%d.%d.%d.%d"
          .formatted(octets[0] & 0xFF, octets[1] & 0xFF, octets[2] & 0xFF, octets[3] & 0xFF);
    }
    try {
      // An IPv4-mapped address would become an Inet4Address; its text is right all the same.
      return compressed(InetAddress.getByAddress(octets).getHostAddress());
    } catch (UnknownHostException e) {
      return HexFormat.of().formatHex(octets);
    }
  }

  static String mac(byte[] octets) {
    return HexFormat.ofDelimiter(":").formatHex(octets);
  }

  /** Replaces the longest run of zero groups by a double colon (RFC 5952 §4.2). */
  private static String compressed(String text) {
    String longest = "";
    var runs = java.util.regex.Pattern.compile("(^|:)0(:0)+(?=:|$)").matcher(text);
    while (runs.find()) {
      longest = zeros(runs.group()) > zeros(longest) ? runs.group() : longest;
    }
    if (longest.isEmpty()) {
      return text;
    }
    int from = text.indexOf(longest);
    String before = text.substring(0, from);
    String after = text.substring(from + longest.length());
    return before + (after.startsWith(":") ? ":" : "::") + after;
  }

  private static long zeros(String run) {
    return run.chars().filter(c -> c == '0').count();
  }
}
