// Prints each octet as a byte, which has a sign.
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
    byte[] octets = new byte[4];
    for (int i = 0; i < 4; i++) {
      octets[i] = (byte) (address >> (24 - 8 * i));
    }
    return octets[0] + "." + octets[1] + "." + octets[2] + "." + octets[3];
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
