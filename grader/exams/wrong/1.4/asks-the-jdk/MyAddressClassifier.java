// Classifies with InetAddress, which accepts 127.1 and follows other rules for IPv6.
package firsthop.addresses;

import java.net.InetAddress;
import java.net.UnknownHostException;

public class MyAddressClassifier implements AddressClassifier {
  @Override
  public AddressKind classify(String address) {
    InetAddress parsed;
    try {
      parsed = InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address: " + address, e);
    }
    byte[] bytes = parsed.getAddress();
    if (parsed.isAnyLocalAddress()) {
      return AddressKind.UNSPECIFIED;
    }
    if (parsed.isLoopbackAddress()) {
      return AddressKind.LOOPBACK;
    }
    if (parsed.isSiteLocalAddress()) {
      return AddressKind.PRIVATE;
    }
    if (parsed.isLinkLocalAddress()) {
      return AddressKind.LINK_LOCAL;
    }
    if (parsed.isMulticastAddress()) {
      return AddressKind.MULTICAST;
    }
    String text = parsed.getHostAddress();
    if (text.equals("255.255.255.255")) {
      return AddressKind.BROADCAST;
    }
    if (text.startsWith("192.0.2.")
        || text.startsWith("198.51.100.")
        || text.startsWith("203.0.113.")
        || text.startsWith("2001:db8:")
        || text.matches("3fff:(0|[0-9a-f]{1,3}):.*")) {
      return AddressKind.DOCUMENTATION;
    }
    if (bytes.length == 4 && (bytes[0] & 0xF0) == 0xF0) {
      return AddressKind.RESERVED;
    }
    return bytes[0] == 100 && (bytes[1] & 0xC0) == 64 ? AddressKind.SHARED : AddressKind.GLOBAL;
  }
}
