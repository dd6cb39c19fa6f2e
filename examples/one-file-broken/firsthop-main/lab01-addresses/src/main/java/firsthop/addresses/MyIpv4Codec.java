package firsthop.addresses;

public class MyIpv4Codec implements Ipv4Codec {

  @Override
  public int parse(String text) {
    if (!text.matches("([0-9]+\\.){3}[0-9]+") {
      throw new IllegalArgumentException(text);
    }
    int address = 0;
    for (String octet : text.split("\\.")) {
      address = address * 256 + Integer.parseInt(octet);
    }
    return address;
  }

  @Override
  public String format(int address) {
    return (address >>> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
  }
}
