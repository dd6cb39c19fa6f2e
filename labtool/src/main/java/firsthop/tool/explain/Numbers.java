package firsthop.tool.explain;

import java.util.Map;

/** The names of assigned numbers that a lab meets. */
final class Numbers {
  static final int ICMP = 1;
  static final int TCP = 6;
  static final int UDP = 17;

  private static final Map<Integer, String> PROTOCOLS =
      Map.of(ICMP, "ICMP", TCP, "TCP", UDP, "UDP", 58, "ICMPv6", 2, "IGMP", 59, "nothing follows");
  private static final Map<Integer, String> PORTS =
      Map.of(7, "echo", 53, "DNS", 69, "TFTP", 80, "HTTP", 443, "HTTPS", 22, "SSH", 123, "NTP");
  private static final Map<Integer, String> ETHER_TYPES =
      Map.of(0x0800, "IPv4", 0x86DD, "IPv6", 0x0806, "ARP", 0x8100, "a VLAN tag follows");

  private Numbers() {}

  static String protocol(long number) {
    return named(PROTOCOLS, number);
  }

  static String port(long number) {
    return named(PORTS, number);
  }

  static String etherType(long number) {
    return "0x%04x%s".formatted(number, inBrackets(ETHER_TYPES.get((int) number)));
  }

  static String hex(long number) {
    return "0x%04x".formatted(number);
  }

  static String named(Map<Integer, String> names, long number) {
    return number + inBrackets(names.get((int) number));
  }

  private static String inBrackets(@org.jspecify.annotations.Nullable String name) {
    return name == null ? "" : " (" + name + ")";
  }
}
