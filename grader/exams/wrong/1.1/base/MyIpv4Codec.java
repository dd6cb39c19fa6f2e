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
