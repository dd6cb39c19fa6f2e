// Uses find with ^ and $, and $ also matches before a line end.
package firsthop.addresses;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class MyIpv4Codec implements Ipv4Codec {
  private static final Pattern ADDRESS =
      Pattern.compile("^([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})$");

  @Override
  public int parse(String text) {
    Matcher found = ADDRESS.matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("no address: " + text);
    }
    int address = 0;
    for (int i = 1; i <= 4; i++) {
      address = (address << 8) | octet(found.group(i));
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
