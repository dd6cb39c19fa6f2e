// One expression says all that the contract says about a text.
package firsthop.addresses;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class MyIpv4Codec implements Ipv4Codec {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern ADDRESS =
      Pattern.compile(String.join("\\.", OCTET, OCTET, OCTET, OCTET));

  @Override
  public int parse(String text) {
    Matcher octets = ADDRESS.matcher(text);
    if (!octets.matches()) {
      throw new IllegalArgumentException("not in dotted decimal");
    }
    int address = 0;
    for (int group = 1; group <= octets.groupCount(); group++) {
      address = address * 256 + Integer.parseInt(octets.group(group));
    }
    return address;
  }

  @Override
  public String format(int address) {
    return String.format(
        "%d.%d.%d.%d", address >>> 24, address >>> 16 & 255, address >>> 8 & 255, address & 255);
  }
}
