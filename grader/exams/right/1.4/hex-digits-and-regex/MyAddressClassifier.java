// Every address becomes its 8 or 32 hexadecimal digits, and a regular expression tells each kind.
package firsthop.addresses;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

public class MyAddressClassifier implements AddressClassifier {

  /** Six groups of four digits, each with its colon, and an IPv4 address of 15 characters. */
  private static final int LONGEST_TEXT = 45;

  private static final String MAPPED = "0".repeat(20) + "ffff";

  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

  private static final Map<Pattern, AddressKind> IPV4 = new LinkedHashMap<>();
  private static final Map<Pattern, AddressKind> IPV6 = new LinkedHashMap<>();

  static {
    kind(IPV4, AddressKind.UNSPECIFIED, "0{8}");
    kind(IPV4, AddressKind.LOOPBACK, "7f.{6}");
    kind(IPV4, AddressKind.PRIVATE, "0a.{6}|ac1.{5}|c0a8.{4}");
    kind(IPV4, AddressKind.SHARED, "64[4-7].{5}");
    kind(IPV4, AddressKind.LINK_LOCAL, "a9fe.{4}");
    kind(IPV4, AddressKind.MULTICAST, "e.{7}");
    kind(IPV4, AddressKind.DOCUMENTATION, "c00002..|c63364..|cb0071..");
    kind(IPV4, AddressKind.BROADCAST, "f{8}");
    kind(IPV4, AddressKind.RESERVED, "f.{7}");
    kind(IPV6, AddressKind.UNSPECIFIED, "0{32}");
    kind(IPV6, AddressKind.LOOPBACK, "0{31}1");
    kind(IPV6, AddressKind.PRIVATE, "f[cd].{30}");
    kind(IPV6, AddressKind.LINK_LOCAL, "fe[89ab].{29}");
    kind(IPV6, AddressKind.MULTICAST, "ff.{30}");
    kind(IPV6, AddressKind.DOCUMENTATION, "20010db8.{24}|3fff0.{27}");
  }

  private static void kind(Map<Pattern, AddressKind> table, AddressKind kind, String digits) {
    table.put(Pattern.compile(digits), kind);
  }

  @Override
  public AddressKind classify(String address) {
    if (address.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("too long for an address");
    }
    if (!address.contains(":")) {
      return find(IPV4, ipv4Digits(address));
    }
    String digits = ipv6Digits(address);
    return digits.startsWith(MAPPED)
        ? find(IPV4, digits.substring(MAPPED.length()))
        : find(IPV6, digits);
  }

  private static AddressKind find(Map<Pattern, AddressKind> table, String digits) {
    return table.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(digits).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(AddressKind.GLOBAL);
  }

  private static String ipv4Digits(String text) {
    StringBuilder digits = new StringBuilder();
    String[] octets = text.split("[.]", -1);
    need(octets.length == 4, text);
    for (String octet : octets) {
      need(OCTET.matcher(octet).matches() && Integer.parseInt(octet) <= 255, text);
      digits.append(padded(Integer.toHexString(Integer.parseInt(octet)), 2));
    }
    return digits.toString();
  }

  private static String ipv6Digits(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      String digits = String.join("", groups(text, true));
      need(digits.length() == 32, text);
      return digits;
    }
    String before = gap == 0 ? "" : String.join("", groups(text.substring(0, gap), false));
    String rest = text.substring(gap + 2);
    String after = rest.isEmpty() ? "" : String.join("", groups(rest, true));
    int missing = 32 - before.length() - after.length();
    need(missing >= 4, text);
    return before + "0".repeat(missing) + after;
  }

  /** The groups of a text without a double colon, each with four digits in lower case. */
  private static List<String> groups(String text, boolean mayEndWithIpv4) {
    List<String> groups = new ArrayList<>();
    Collections.addAll(groups, text.split(":", -1));
    int last = groups.size() - 1;
    if (mayEndWithIpv4 && groups.get(last).contains(".")) {
      String digits = ipv4Digits(groups.remove(last));
      groups.add(digits.substring(0, 4));
      groups.add(digits.substring(4));
    }
    for (String group : groups) {
      need(GROUP.matcher(group).matches(), text);
    }
    groups.replaceAll(group -> padded(Integer.toHexString(Integer.parseInt(group, 16)), 4));
    return groups;
  }

  private static String padded(String digits, int length) {
    return "0".repeat(length - digits.length()) + digits;
  }

  private static void need(boolean condition, String text) {
    if (!condition) {
      throw new IllegalArgumentException("no address: " + text);
    }
  }
}
