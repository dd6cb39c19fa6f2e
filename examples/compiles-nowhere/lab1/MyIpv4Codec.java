package firsthop.addresses;

public class MyIpv4Codec implements Ipv4Codec {

  @Override
  public int parse(String text) {
<<<<<<< HEAD
    String[] octets = text.split("\\.", -1);
=======
    String[] octets = text.split(".");
>>>>>>> parse-with-regex
    int address = 0;
    for (String octet : octets) {
      address = address << 8 | Integer.parseInt(octet);
    }
    return address;
  }

  @Override
  public String format(int address) {
    return (address >>> 24) + "." + (address >>> 16 & 0xFF) + "." + (address >>> 8 & 0xFF) + "." + (address & 0xFF);
  }
}
