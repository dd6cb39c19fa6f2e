// Forgets to escape the dots of its expression, so that any character will do.
package firsthop.addresses;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class MyIpv4Codec implements Ipv4Codec {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern ADDRESS =
      Pattern.compile(OCTET + "." + OCTET + "." + OCTET + "." + OCTET);

  @Override
  public int parse(String text) {
    Matcher octets = ADDRESS.matcher(text);
    if (!octets.matches()) {
      throw new IllegalArgumentException("no address: " + text);
    }
    int address = 0;
    for (int i = 1; i <= 4; i++) {
      address = (address << 8) | Integer.parseInt(octets.group(i));
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
}
