// Takes the first four octets without counting them: too few end in another exception.
package firsthop.addresses;

public class MyIpv4Codec implements Ipv4Codec {
  @Override
  public int parse(String text) {
    String[] parts = text.split("\\.", -1);
    return octet(parts[0]) << 24 | octet(parts[1]) << 16 | octet(parts[2]) << 8 | octet(parts[3]);
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
