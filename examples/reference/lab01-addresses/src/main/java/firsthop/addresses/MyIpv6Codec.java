package firsthop.addresses;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the text at its {@code ::} first. What is left are one or two plain lists of groups, one for
 * the front of the address and one for its back, and two questions remain: is each piece a group,
 * and do they add up?
 *
 * <p>An alternative is one pass over the characters that remembers where the {@code ::} was and
 * moves what came after it to the end; C libraries do so, since it needs no memory. A regular
 * expression for all the forms exists too, but nobody can read it.
 *
 * <p>Traps: {@code String.split} drops empty pieces at the end unless its limit is negative, and an
 * empty piece is the very thing that must be refused. {@code Integer.parseInt(group, 16)} takes a
 * sign, and digits of other scripts. {@code InetAddress.getByName} turns {@code ::ffff:1.2.3.4}
 * into four bytes, and its {@code getHostAddress} never writes {@code ::}.
 */
public final class MyIpv6Codec implements Ipv6Codec {
  private static final int BYTES = 16;
  private static final int GROUPS = BYTES / 2;

  /** A run of zeros that is shorter is not worth a {@code ::} (RFC 5952 §4.2.2). */
  private static final int SHORTEST_RUN = 2;

  private static final String GAP = "::";

  private final Ipv4Codec ipv4 = new MyIpv4Codec();

  /** Makes a codec; it has no state but the codec for IPv4. */
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
      // A second :: or a third colon stays in the back, where it makes an empty group.
      front = groups(text.substring(0, gap), false);
      back = groups(text.substring(gap + GAP.length()), true);
      require(front.size() + back.size() < GROUPS, "at most seven groups beside ::", text);
    }
    byte[] address = new byte[BYTES];
    put(front, address, 0);
    put(back, address, GROUPS - back.size());
    return address;
  }

  /** Reads groups with single colons between them; no text is no group. */
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
      // Only a longer run replaces an earlier one: among equals the first wins (§4.2.3).
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

  /** The masks keep the sign of the low byte from covering the high one. */
  private static int group(byte[] address, int i) {
    return (address[2 * i] & 0xFF) << 8 | address[2 * i + 1] & 0xFF;
  }

  private static void require(boolean holds, String expected, String got) {
    if (!holds) {
      throw new IllegalArgumentException("expected " + expected + ", got \"" + got + "\"");
    }
  }
}
