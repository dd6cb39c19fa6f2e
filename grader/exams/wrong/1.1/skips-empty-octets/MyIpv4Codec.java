// Takes the octets from a StringTokenizer, which skips dots that have nothing between them.
package firsthop.addresses;

import java.util.StringTokenizer;

public class MyIpv4Codec implements Ipv4Codec {
  @Override
  public int parse(String text) {
    StringTokenizer octets = new StringTokenizer(text, ".");
    if (octets.countTokens() != 4) {
      throw new IllegalArgumentException("not four octets: " + text);
    }
    int address = 0;
    while (octets.hasMoreTokens()) {
      address = (address << 8) | octet(octets.nextToken());
    }
    return address;
  }

  @Override
  public String format(int address) {
    return (address >>> 24)
        + "."
        + ((address >>> 16) & 0xFF)
        + "."
        + ((address >>> 8) & 0xFF)
        + "."
        + (address & 0xFF);
  }

  private static int octet(String part) {
    if (!part.matches("0|[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("no octet: " + part);
    }
    int value = Integer.parseInt(part);
    if (value > 255) {
      throw new IllegalArgumentException("an octet ends at 255: " + part);
    }
    return value;
  }
}
