// All routes in one TreeMap in the order of their bits; a lookup jumps down from floor to floor.
package firsthop.addresses;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A key is the prefix times 64 and its length. So a prefix stands before all prefixes inside it,
 * and these stand before all that come after the block.
 *
 * <p>A lookup takes the last key that is not behind the destination. If that route does not match,
 * then a route that does can only be as long as what the two have in common, because all longer
 * prefixes of the destination would stand between the two. The search goes on from there. It gets
 * shorter by one bit at least, so there are no more than 33 steps, however large the table is.
 */
public class MyForwardingTable implements ForwardingTable {

  private final Ipv4Codec ipv4 = new MyIpv4Codec();
  private final TreeMap<Long, String> routes = new TreeMap<>();

  @Override
  public void add(String cidr, String nextHop) {
    routes.put(key(cidr), nextHop);
  }

  @Override
  public boolean remove(String cidr) {
    Long key = key(cidr);
    boolean found = routes.containsKey(key);
    routes.remove(key);
    return found;
  }

  @Override
  public Optional<String> lookup(String destination) {
    int address = ipv4.parse(destination);
    int length = 32;
    while (true) {
      Map.Entry<Long, String> floor = routes.floorEntry(key(address, length));
      if (floor == null) {
        return Optional.empty();
      }
      int prefix = (int) (floor.getKey() >> 6);
      int common = Integer.numberOfLeadingZeros(prefix ^ address);
      if (common >= (floor.getKey() & 63)) {
        return Optional.of(floor.getValue());
      }
      length = common;
    }
  }

  private long key(String cidr) {
    int slash = cidr.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("no slash: " + cidr);
    }
    int address = ipv4.parse(cidr.substring(0, slash));
    return key(address, length(cidr.substring(slash + 1)));
  }

  private static int length(String text) {
    if (text.isEmpty() || text.length() > 2) {
      throw new IllegalArgumentException("no prefix length: " + text);
    }
    int length = 0;
    for (char c : text.toCharArray()) {
      if (c < '0' || c > '9') {
        throw new IllegalArgumentException("no digit in prefix length: " + text);
      }
      length = 10 * length + c - '0';
    }
    if (length > 32 || text.length() == 2 && length < 10) {
      throw new IllegalArgumentException("no prefix length: " + text);
    }
    return length;
  }

  private static long key(int address, int length) {
    long mask = 0xFFFF_FFFFL << (32 - length);
    return (address & mask & 0xFFFF_FFFFL) << 6 | length;
  }
}
