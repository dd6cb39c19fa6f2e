// A small machine: every character either goes on or is refused.
package firsthop.addresses;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

class MalformedAddress extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MalformedAddress(int index) {
    super("unexpected at index " + index);
  }
}

public class MyIpv4Codec implements Ipv4Codec {
  private static final int NONE = -1;

  public int parse(String text) {
    ByteBuffer octets = ByteBuffer.allocate(4);
    int octet = NONE;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
          if (octet == 0) {
            throw new MalformedAddress(i);
          }
          octet = Math.max(octet, 0) * 10 + text.charAt(i) - '0';
          if (octet > 255) {
            throw new MalformedAddress(i);
          }
        }
        case '.' -> {
          if (octet == NONE || octets.remaining() == 1) {
            throw new MalformedAddress(i);
          }
          octets.put((byte) octet);
          octet = NONE;
        }
        default -> throw new MalformedAddress(i);
      }
    }
    if (octet == NONE || octets.remaining() != 1) {
      throw new MalformedAddress(text.length());
    }
    return octets.put((byte) octet).flip().getInt();
  }

  public String format(int address) {
    try {
      return InetAddress.getByAddress(ByteBuffer.allocate(4).putInt(address).array())
          .getHostAddress();
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
