// Leaves the text to InetAddress.getByName, which takes 127.1, 010.0.0.1 and an empty text.
package firsthop.addresses;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

public class MyIpv4Codec implements Ipv4Codec {
  @Override
  public int parse(String text) {
    byte[] bytes;
    try {
      bytes = InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address: " + text, e);
    }
    if (bytes.length != 4) {
      throw new IllegalArgumentException("no IPv4 address: " + text);
    }
    return ByteBuffer.wrap(bytes).getInt();
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
