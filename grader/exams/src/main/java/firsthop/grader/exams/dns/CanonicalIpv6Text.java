package firsthop.grader.exams.dns;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Writes IPv6 addresses in the form of RFC 5952, starting from the text that the JDK makes. */
final class CanonicalIpv6Text {
  private static final int GROUPS = 8;

  private CanonicalIpv6Text() {}

  static String ipv6(InetAddress address) {
    if (address instanceof Inet4Address) { // the JDK turns mapped addresses into IPv4 ones
      return "::ffff:" + address.getHostAddress();
    }
    String text = ":" + address.getHostAddress() + ":";
    for (int zeros = GROUPS; zeros > 1; zeros--) {
      int at = text.indexOf(":0".repeat(zeros) + ":");
      if (at >= 0) {
        String before = text.substring(0, at);
        String after = text.substring(at + 2 * zeros + 1);
        return withoutFirst(before) + "::" + withoutLast(after);
      }
    }
    return withoutFirst(withoutLast(text));
  }

  private static String withoutFirst(String text) {
    return text.isEmpty() ? text : text.substring(1);
  }

  private static String withoutLast(String text) {
    return text.isEmpty() ? text : text.substring(0, text.length() - 1);
  }
}
