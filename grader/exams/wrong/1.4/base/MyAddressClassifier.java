package firsthop.addresses;

import java.nio.ByteBuffer;

public class MyAddressClassifier implements AddressClassifier {
  private final Ipv4Codec ipv4 = new MyIpv4Codec();
  private final Ipv6Codec ipv6 = new MyIpv6Codec();

  @Override
  public AddressKind classify(String address) {
    if (address.contains(":")) {
      return ofIpv6(ipv6.parse(address));
    }
    return ofIpv4(ipv4.parse(address));
  }

  private static AddressKind ofIpv4(int address) {
    int first = address >>> 24;
    int second = address >>> 16 & 0xFF;
    if (address == 0) {
      return AddressKind.UNSPECIFIED;
    }
    if (address == 0xFFFFFFFF) {
      return AddressKind.BROADCAST;
    }
    if (first == 127) {
      return AddressKind.LOOPBACK;
    }
    if (first == 10
        || (first == 172 && second >= 16 && second <= 31)
        || (first == 192 && second == 168)) {
      return AddressKind.PRIVATE;
    }
    if (first == 100 && second >= 64 && second <= 127) {
      return AddressKind.SHARED;
    }
    if (first == 169 && second == 254) {
      return AddressKind.LINK_LOCAL;
    }
    if (first >= 224 && first <= 239) {
      return AddressKind.MULTICAST;
    }
    switch (address >>> 8) {
      case 0xC00002: // 192.0.2
      case 0xC63364: // 198.51.100
      case 0xCB0071: // 203.0.113
        return AddressKind.DOCUMENTATION;
      default:
        return first >= 240 ? AddressKind.RESERVED : AddressKind.GLOBAL;
    }
  }

  private static AddressKind ofIpv6(byte[] address) {
    long high = ByteBuffer.wrap(address).getLong(0);
    long low = ByteBuffer.wrap(address).getLong(8);
    if (high == 0 && low == 0) {
      return AddressKind.UNSPECIFIED;
    }
    if (high == 0 && low == 1) {
      return AddressKind.LOOPBACK;
    }
    if (high == 0 && low >>> 32 == 0xFFFF) {
      return ofIpv4((int) low);
    }
    if (high >>> 57 == 0xFC00 >> 9) {
      return AddressKind.PRIVATE;
    }
    if (high >>> 54 == 0xFE80 >> 6) {
      return AddressKind.LINK_LOCAL;
    }
    if (high >>> 56 == 0xFF) {
      return AddressKind.MULTICAST;
    }
    if (high >>> 32 == 0x20010DB8 || high >>> 44 == 0x3FFF0) {
      return AddressKind.DOCUMENTATION;
    }
    return AddressKind.GLOBAL;
  }
}
