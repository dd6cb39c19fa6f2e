// No bit operations: a block is a range of longs found by remainder, and a map knows the lengths.
package firsthop.addresses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

public class MySubnetCalculator implements SubnetCalculator {

  private static final int LONGEST = 32;
  private static final long MOST_PARTS = 65_536;

  /** The size of a block of each prefix length, by the only text that the length has. */
  private static final Map<String, Long> SIZES = new HashMap<>();

  static {
    long size = 1;
    for (int length = LONGEST; length >= 0; length--) {
      SIZES.put(Integer.toString(length), size);
      size *= 2;
    }
  }

  private static final long ALL = SIZES.get("0");

  /** The addresses from first to last, both included. */
  private record Range(long first, long last) {
    static Range around(long address, long size) {
      long first = address - address % size;
      return new Range(first, first + size - 1);
    }

    long size() {
      return last - first + 1;
    }

    boolean contains(long address) {
      return first <= address && address <= last;
    }

    Range hosts() {
      return size() > 2 ? new Range(first + 1, last - 1) : this;
    }
  }

  private final Ipv4Codec ipv4 = new MyIpv4Codec();

  @Override
  public Subnet describe(String cidr) {
    Range block = block(cidr);
    Range hosts = block.hosts();
    return new Subnet(
        text(block.first()),
        text(block.last()),
        text(ALL - block.size()),
        text(hosts.first()),
        text(hosts.last()),
        block.size(),
        hosts.size());
  }

  @Override
  public boolean contains(String cidr, String address) {
    Range block = block(cidr);
    long number = number(address);
    return block.contains(number);
  }

  @Override
  public List<String> split(String cidr, int newPrefixLength) {
    Range block = block(cidr);
    String length = Integer.toString(newPrefixLength);
    Long step = SIZES.get(length);
    if (step == null || step > block.size()) {
      throw new IllegalArgumentException("prefix length out of range: " + newPrefixLength);
    }
    if (block.size() / step > MOST_PARTS) {
      throw new IllegalArgumentException("more than " + MOST_PARTS + " parts");
    }
    return LongStream.iterate(block.first(), block::contains, first -> first + step)
        .mapToObj(first -> text(first) + "/" + length)
        .toList();
  }

  private Range block(String cidr) {
    int slash = cidr.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("no slash: " + cidr);
    }
    long address = number(cidr.substring(0, slash));
    Long size = SIZES.get(cidr.substring(slash + 1));
    if (size == null) {
      throw new IllegalArgumentException("no prefix length from 0 to 32: " + cidr);
    }
    return Range.around(address, size);
  }

  private long number(String address) {
    return Integer.toUnsignedLong(ipv4.parse(address));
  }

  private String text(long number) {
    return ipv4.format((int) number);
  }
}
