// One number line of BigIntegers for both families, cut into stretches by a TreeMap.
package firsthop.addresses;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeMap;

/**
 * An IPv4 address has its place on the line where it is IPv4-mapped, in {@code ::ffff:0:0/96}. So
 * the mapped addresses need no case of their own.
 */
public class MyAddressClassifier implements AddressClassifier {

  private record Block(String first, int length, AddressKind kind) {}

  /** A block inside another one stands after it. */
  private static final List<Block> BLOCKS =
      List.of(
          new Block("0.0.0.0", 32, AddressKind.UNSPECIFIED),
          new Block("127.0.0.0", 8, AddressKind.LOOPBACK),
          new Block("10.0.0.0", 8, AddressKind.PRIVATE),
          new Block("172.16.0.0", 12, AddressKind.PRIVATE),
          new Block("192.168.0.0", 16, AddressKind.PRIVATE),
          new Block("100.64.0.0", 10, AddressKind.SHARED),
          new Block("169.254.0.0", 16, AddressKind.LINK_LOCAL),
          new Block("224.0.0.0", 4, AddressKind.MULTICAST),
          new Block("192.0.2.0", 24, AddressKind.DOCUMENTATION),
          new Block("198.51.100.0", 24, AddressKind.DOCUMENTATION),
          new Block("203.0.113.0", 24, AddressKind.DOCUMENTATION),
          new Block("240.0.0.0", 4, AddressKind.RESERVED),
          new Block("255.255.255.255", 32, AddressKind.BROADCAST),
          new Block("::", 128, AddressKind.UNSPECIFIED),
          new Block("::1", 128, AddressKind.LOOPBACK),
          new Block("fc00::", 7, AddressKind.PRIVATE),
          new Block("fe80::", 10, AddressKind.LINK_LOCAL),
          new Block("ff00::", 8, AddressKind.MULTICAST),
          new Block("2001:db8::", 32, AddressKind.DOCUMENTATION),
          new Block("3fff::", 20, AddressKind.DOCUMENTATION));

  private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFFL).shiftLeft(32);

  private final Ipv4Codec ipv4 = new MyIpv4Codec();
  private final Ipv6Codec ipv6 = new MyIpv6Codec();

  /** The kind of each stretch of the line, by its first number; it goes on to the next one's. */
  private final TreeMap<BigInteger, AddressKind> stretches = new TreeMap<>();

  public MyAddressClassifier() {
    stretches.put(BigInteger.ZERO, AddressKind.GLOBAL);
    for (Block block : BLOCKS) {
      int bits = isIpv6(block.first()) ? 128 : 32;
      BigInteger start = number(block.first());
      BigInteger end = start.add(BigInteger.ONE.shiftLeft(bits - block.length()));
      AddressKind around = kindAt(end);
      stretches.put(start, block.kind());
      stretches.put(end, around);
    }
  }

  @Override
  public AddressKind classify(String address) {
    return kindAt(number(address));
  }

  private AddressKind kindAt(BigInteger number) {
    return stretches.floorEntry(number).getValue();
  }

  private BigInteger number(String address) {
    return isIpv6(address)
        ? new BigInteger(1, ipv6.parse(address))
        : MAPPED.add(BigInteger.valueOf(Integer.toUnsignedLong(ipv4.parse(address))));
  }

  private static boolean isIpv6(String address) {
    return address.indexOf(':') >= 0;
  }
}
