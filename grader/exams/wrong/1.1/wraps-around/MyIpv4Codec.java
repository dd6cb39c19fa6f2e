// Adds up any number of digits, so that an octet of many digits comes round to a small int.
package firsthop.addresses;

public class MyIpv4Codec implements Ipv4Codec {
  @Override
  public int parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("not four octets: " + text);
    }
    int address = 0;
    for (String part : parts) {
      address = (address << 8) | octet(part);
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
    if (part.isEmpty() || (part.length() > 1 && part.charAt(0) == '0')) {
      throw new IllegalArgumentException("no octet: " + part);
    }
    int value = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c < '0' || c > '9') {
        throw new IllegalArgumentException("no digit: " + c);
      }
      value = value * 10 + (c - '0');
    }
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("no octet: " + part);
    }
    return value;
  }
}
