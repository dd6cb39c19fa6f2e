package firsthop.addresses;

import java.util.ArrayList;
import java.util.List;

public class MySubnetCalculator implements SubnetCalculator {
  private final Ipv4Codec ipv4 = new MyIpv4Codec();

  @Override
  public Subnet describe(String cidr) {
    int length = length(cidr);
    int mask = mask(length);
    int first = address(cidr) & mask;
    int last = first | ~mask;
    long size = 1L << (32 - length);
    boolean small = length >= 31;
    return new Subnet(
        ipv4.format(first),
        ipv4.format(last),
        ipv4.format(mask),
        ipv4.format(small ? first : first + 1),
        ipv4.format(small ? last : last - 1),
        size,
        small ? size : size - 2);
  }

  @Override
  public boolean contains(String cidr, String address) {
    int mask = mask(length(cidr));
    return (address(cidr) & mask) == (ipv4.parse(address) & mask);
  }

  @Override
  public List<String> split(String cidr, int newPrefixLength) {
    int length = length(cidr);
    if (newPrefixLength < length || newPrefixLength > 32) {
      throw new IllegalArgumentException("no /" + newPrefixLength + " in " + cidr);
    }
    if (newPrefixLength - length > 16) {
      throw new IllegalArgumentException("too many parts");
    }
    int first = address(cidr) & mask(length);
    List<String> parts = new ArrayList<>();
    for (long i = 0; i < 1L << (newPrefixLength - length); i++) {
      int part = first + (int) (i << (32 - newPrefixLength));
      parts.add(ipv4.format(part) + "/" + newPrefixLength);
    }
    return parts;
  }

  private int address(String cidr) {
    return ipv4.parse(cidr.substring(0, slash(cidr)));
  }

  private static int length(String cidr) {
    String digits = cidr.substring(slash(cidr) + 1);
    if (!digits.matches("0|[1-9][0-9]?") || Integer.parseInt(digits) > 32) {
      throw new IllegalArgumentException("no prefix length: " + digits);
    }
    return Integer.parseInt(digits);
  }

  private static int slash(String cidr) {
    int slash = cidr.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("no slash: " + cidr);
    }
    return slash;
  }

  private static int mask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }
}
