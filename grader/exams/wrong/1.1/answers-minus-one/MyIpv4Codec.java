// Says with -1 that a text is no address, which is the address 255.255.255.255.
package firsthop.addresses;

public class MyIpv4Codec implements Ipv4Codec {
  @Override
  public int parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return -1;
    }
    int address = 0;
    for (String part : parts) {
      if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
        return -1;
      }
      address = (address << 8) | Integer.parseInt(part);
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
