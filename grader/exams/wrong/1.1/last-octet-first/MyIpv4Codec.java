// Puts the first octet lowest, in both directions.
package firsthop.addresses;

public class MyIpv4Codec implements Ipv4Codec {
  @Override
  public int parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("not four octets: " + text);
    }
    int address = 0;
    for (int i = 0; i < 4; i++) {
      address |= octet(parts[i]) << (8 * i);
    }
    return address;
  }

  @Override
  public String format(int address) {
    return (address & 0xFF)
        + "."
        + ((address >>> 8) & 0xFF)
        + "."
        + ((address >>> 16) & 0xFF)
        + "."
        + (address >>> 24);
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
