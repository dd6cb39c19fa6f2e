package firsthop.addresses;

public class MyIpv4Codec implements Ipv4Codec {

  public int parse(String text) {
    byte[] bytes = parseBytes(text);
    return (bytes[0] & 0xff) << 24
        | (bytes[1] & 0xff) << 16
        | (bytes[2] & 0xff) << 8
        | (bytes[3] & 0xff);
  }

  public byte[] parseBytes(String text) {
    String[] parts = text.split("\\.");
    if (parts.length != 4) {
      throw new IllegalArgumentException("need four numbers");
    }
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      int number = Integer.parseInt(parts[i].trim());
      if (number < 0 || number > 255) {
        throw new IllegalArgumentException("number out of range");
      }
      bytes[i] = (byte) number;
    }
    return bytes;
  }

  public String format(int address) {
    byte a = (byte) (address >> 24);
    byte b = (byte) (address >> 16);
    byte c = (byte) (address >> 8);
    byte d = (byte) address;
    return a + "." + b + "." + c + "." + d;
  }
}
