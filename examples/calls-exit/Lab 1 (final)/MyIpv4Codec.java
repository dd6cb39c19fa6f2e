package firsthop.addresses;

public class MyIpv4Codec implements Ipv4Codec {

  public int parse(String text) {
    String[] octets = text.split("\\.", -1);
    if (octets.length != 4) {
      fail(text);
    }
    int address = 0;
    for (String octet : octets) {
      if (!octet.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(octet) > 255) {
        fail(text);
      }
      address = address << 8 | Integer.parseInt(octet);
    }
    return address;
  }

  private static void fail(String text) {
    System.err.println("usage: give an IPv4 address, not " + text);
    System.exit(1);
  }

  public String format(int address) {
    return String.format(
        "%d.%d.%d.%d",
        address >>> 24, address >>> 16 & 0xFF, address >>> 8 & 0xFF, address & 0xFF);
  }
}
