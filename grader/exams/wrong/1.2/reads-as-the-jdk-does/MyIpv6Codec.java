// Leaves the reading to InetAddress.getByName, which takes zones and makes four bytes of a mapped
// address.
package firsthop.addresses;

import java.net.InetAddress;
import java.net.UnknownHostException;

public class MyIpv6Codec implements Ipv6Codec {
  private final Ipv4Codec ipv4 = new MyIpv4Codec();

  @Override
  public byte[] parse(String text) {
    byte[] address;
    try {
      // The brackets keep it from asking a name server.
      address = InetAddress.getByName("[" + text + "]").getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address: " + text, e);
    }
    if (address.length != 16) {
      throw new IllegalArgumentException("no IPv6 address: " + text);
    }
    return address;
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
