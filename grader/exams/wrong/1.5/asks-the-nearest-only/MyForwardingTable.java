// Looks only at the route that starts nearest below the destination; it may end before it.
package firsthop.addresses;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

public class MyForwardingTable implements ForwardingTable {
  private static final Ipv4Codec CODEC = new MyIpv4Codec();

  /** By network and length in one number, so that a longer prefix of one network comes later. */
  private final TreeMap<Long, String> routes = new TreeMap<>();

  @Override
  public void add(String cidr, String nextHop) {
    routes.put(parse(cidr), nextHop);
  }

  @Override
  public boolean remove(String cidr) {
    return routes.remove(parse(cidr)) != null;
  }

  @Override
  public Optional<String> lookup(String destination) {
    int address = CODEC.parse(destination);
    Map.Entry<Long, String> nearest = routes.floorEntry(key(address, 32));
    while (nearest != null && !contains(nearest.getKey(), address)) {
      long network = nearest.getKey() >>> 6;
      nearest = routes.lowerEntry(nearest.getKey());
      if (nearest != null && nearest.getKey() >>> 6 != network) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(nearest).map(Map.Entry::getValue);
  }

  private static boolean contains(long key, int address) {
    return (address & mask((int) key & 63)) == (int) (key >>> 6);
  }

  private static long key(int network, int length) {
    return Integer.toUnsignedLong(network) << 6 | length;
  }

  private static long parse(String cidr) {
    String[] parts = cidr.split("/", -1);
    if (parts.length != 2 || !parts[1].matches("[0-9]|[12][0-9]|3[0-2]")) {
      throw new IllegalArgumentException("no prefix: " + cidr);
    }
    int length = Integer.parseInt(parts[1]);
    return key(CODEC.parse(parts[0]) & mask(length), length);
  }

  private static int mask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }
}
