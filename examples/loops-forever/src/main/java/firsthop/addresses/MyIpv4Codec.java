package firsthop.addresses;

public class MyIpv4Codec implements Ipv4Codec {

  @Override
  public int parse(String text) {
    String[] octets = text.split("\\.", -1);
    if (octets.length != 4) {
      throw new IllegalArgumentException(text);
    }
    int address = 0;
    for (String octet : octets) {
      if (!octet.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(octet) > 255) {
        throw new IllegalArgumentException(text);
      }
      address = address << 8 | Integer.parseInt(octet);
    }
    return address;
  }

  @Override
  public String format(int address) {
    String[] octets = {"0", "0", "0", "0"};
    int i = 0;
    // a negative number never becomes 0, since >> fills with ones
    while (address != 0) {
      octets[3 - i % 4] = String.valueOf(address & 0xFF);
      address >>= 8;
      i++;
    }
    return String.join(".", octets);
  }
}
