package firsthop.addresses;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

public class MyIpv6Codec implements Ipv6Codec {
  private final Ipv4Codec ipv4 = new MyIpv4Codec();

  @Override
  public byte[] parse(String text) {
    String[] halves = text.split("::", -1);
    if (halves.length > 2) {
      throw new IllegalArgumentException("more than one gap: " + text);
    }
    boolean gap = halves.length == 2;
    List<Integer> head = groups(halves[0], !gap);
    List<Integer> tail = gap ? groups(halves[1], true) : List.of();
    int missing = 8 - head.size() - tail.size();
    if (gap ? missing < 1 : missing != 0) {
      throw new IllegalArgumentException("not eight groups: " + text);
    }
    ByteBuffer address = ByteBuffer.allocate(16);
    head.forEach(group -> address.putShort(group.shortValue()));
    address.position(2 * (8 - tail.size()));
    tail.forEach(group -> address.putShort(group.shortValue()));
    return address.array();
  }

  private List<Integer> groups(String text, boolean last) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] pieces = text.split(":", -1);
    for (int i = 0; i < pieces.length; i++) {
      if (last && i == pieces.length - 1 && pieces[i].indexOf('.') >= 0) {
        int address = ipv4.parse(pieces[i]);
        groups.add(address >>> 16);
        groups.add(address & 0xFFFF);
      } else {
        groups.add(group(pieces[i]));
      }
    }
    return groups;
  }

  private static int group(String digits) {
    if (!digits.matches("[0-9a-fA-F]{1,4}")) {
      throw new IllegalArgumentException("no group: " + digits);
    }
    return Integer.parseInt(digits, 16);
  }

  @Override
  public String format(byte[] address) {
    if (address.length != 16) {
      throw new IllegalArgumentException("not 16 bytes: " + address.length);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (address[2 * i] & 0xFF) << 8 | (address[2 * i + 1] & 0xFF);
    }
    if (isMapped(groups)) {
      return "::ffff:" + ipv4.format(groups[6] << 16 | groups[7]);
    }
    int bestStart = -1;
    int bestLength = 1;
    for (int start = 0; start < 8; start++) {
      int end = start;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - start > bestLength) {
        bestStart = start;
        bestLength = end - start;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == bestStart) {
        text.append("::");
        i += bestLength - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }

  private static boolean isMapped(int[] groups) {
    for (int i = 0; i < 5; i++) {
      if (groups[i] != 0) {
        return false;
      }
    }
    return groups[5] == 0xFFFF;
  }
}
