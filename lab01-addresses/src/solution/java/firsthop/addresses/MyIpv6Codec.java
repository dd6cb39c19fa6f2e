package firsthop.addresses;

import java.util.ArrayList;
import java.util.List;

/**
 * First cuts the text at its {@code ::}. This leaves one or two plain lists of groups: one for the
 * front of the address and one for its end. Then two checks are left: each piece must be a group,
 * and the number of groups must be right.
 *
 * <p>An alternative is one pass over the characters. It remembers where the {@code ::} was and
 * moves the groups after it to the end. C libraries work in this way, because it needs no extra
 * memory. There is also a regular expression for all forms, but nobody can read it.
 *
 * <p>Traps: {@code String.split} drops empty pieces at the end unless its limit is negative, and
 * empty pieces must be refused here. {@code Integer.parseInt(group, 16)} accepts a sign, and digits
 * of other scripts. {@code InetAddress.getByName} turns {@code ::ffff:1.2.3.4} into four bytes, and
 * {@code getHostAddress} never writes {@code ::}.
 */
public final class MyIpv6Codec implements Ipv6Codec {
  private static final int BYTES = 16;
  private static final int GROUPS = BYTES / 2;

  /** The shortest run of zero groups that is written as {@code ::} (RFC 5952 §4.2.2). */
  private static final int SHORTEST_RUN = 2;

  private static final String GAP = "::";

  private final Ipv4Codec ipv4 = new MyIpv4Codec();

  /** Creates a codec. It has no state except the codec for IPv4. */
  public MyIpv6Codec() {}

  @Override
  public byte[] parse(String text) {
    int gap = text.indexOf(GAP);
    List<Integer> front;
    List<Integer> back;
    if (gap < 0) {
      front = groups(text, true);
      back = List.of();
      require(front.size() == GROUPS, "eight groups", text);
    } else {
      // A second :: or a third colon stays in the back part and makes an empty group there.
      front = groups(text.substring(0, gap), false);
      back = groups(text.substring(gap + GAP.length()), true);
      require(front.size() + back.size() < GROUPS, "at most seven groups beside ::", text);
    }
    byte[] address = new byte[BYTES];
    put(front, address, 0);
    put(back, address, GROUPS - back.size());
    return address;
  }

  /** Reads groups with single colons between them. An empty text is an empty list. */
  private List<Integer> groups(String text, boolean mayEndInIpv4) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] pieces = text.split(":", -1);
    for (int i = 0; i < pieces.length; i++) {
      if (mayEndInIpv4 && i == pieces.length - 1 && pieces[i].contains(".")) {
        int address = ipv4.parse(pieces[i]);
        groups.add(address >>> 16);
        groups.add(address & 0xFFFF);
      } else {
        require(pieces[i].matches("[0-9A-Fa-f]{1,4}"), "one to four hexadecimal digits", pieces[i]);
        groups.add(Integer.parseInt(pieces[i], 16));
      }
    }
    return groups;
  }

  private static void put(List<Integer> groups, byte[] address, int firstGroup) {
    for (int i = 0; i < groups.size(); i++) {
      int at = 2 * (firstGroup + i);
      address[at] = (byte) (groups.get(i) >>> 8);
      address[at + 1] = (byte) (int) groups.get(i);
    }
  }

  @Override
  public String format(byte[] address) {
    if (address.length != BYTES) {
      throw new IllegalArgumentException(
          "an IPv6 address has " + BYTES + " bytes, not " + address.length);
    }
    if (isMapped(address)) {
      int last32 = group(address, GROUPS - 2) << 16 | group(address, GROUPS - 1);
      return "::ffff:" + ipv4.format(last32);
    }
    int start = 0;
    int length = 0;
    for (int i = 0; i < GROUPS; i++) {
      // Only a longer run replaces an earlier one, so the first of equal runs wins (§4.2.3).
      int zeros = zerosFrom(address, i);
      if (zeros > length) {
        start = i;
        length = zeros;
      }
    }
    if (length < SHORTEST_RUN) {
      return hex(address, 0, GROUPS);
    }
    return hex(address, 0, start) + GAP + hex(address, start + length, GROUPS);
  }

  private static boolean isMapped(byte[] address) {
    return zerosFrom(address, 0) == 5 && group(address, 5) == 0xFFFF;
  }

  private static int zerosFrom(byte[] address, int firstGroup) {
    int i = firstGroup;
    while (i < GROUPS && group(address, i) == 0) {
      i++;
    }
    return i - firstGroup;
  }

  private static String hex(byte[] address, int from, int to) {
    List<String> groups = new ArrayList<>();
    for (int i = from; i < to; i++) {
      groups.add(Integer.toHexString(group(address, i)));
    }
    return String.join(":", groups);
  }

  /** Returns a group. Without the masks, the sign of the low byte would overwrite the high byte. */
  private static int group(byte[] address, int i) {
    return (address[2 * i] & 0xFF) << 8 | address[2 * i + 1] & 0xFF;
  }

  private static void require(boolean holds, String expected, String got) {
    if (!holds) {
      throw new IllegalArgumentException("expected " + expected + ", got \"" + got + "\"");
    }
  }
}
