// Takes the last route that matches, in the order in which they were added.
package firsthop.addresses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public class MyForwardingTable implements ForwardingTable {
  private static final Ipv4Codec CODEC = new MyIpv4Codec();

  private final List<Route> routes = new ArrayList<>();

  private record Prefix(int network, int length) {
    boolean contains(int address) {
      return (address & mask(length)) == network;
    }
  }

  private record Route(Prefix prefix, String nextHop) {}

  @Override
  public void add(String cidr, String nextHop) {
    Prefix prefix = parse(cidr);
    for (int i = 0; i < routes.size(); i++) {
      if (routes.get(i).prefix().equals(prefix)) {
        routes.set(i, new Route(prefix, nextHop));
        return;
      }
    }
    routes.add(new Route(prefix, nextHop));
  }

  @Override
  public boolean remove(String cidr) {
    Prefix prefix = parse(cidr);
    return routes.removeIf(route -> route.prefix().equals(prefix));
  }

  @Override
  public Optional<String> lookup(String destination) {
    int address = CODEC.parse(destination);
    Optional<String> nextHop = Optional.empty();
    for (Route route : routes) {
      if (route.prefix().contains(address)) {
        nextHop = Optional.of(route.nextHop());
      }
    }
    return nextHop;
  }

  private static Prefix parse(String cidr) {
    String[] parts = cidr.split("/", -1);
    if (parts.length != 2 || !parts[1].matches("[0-9]|[12][0-9]|3[0-2]")) {
      throw new IllegalArgumentException("no prefix: " + cidr);
    }
    int length = Integer.parseInt(parts[1]);
    return new Prefix(CODEC.parse(parts[0]) & mask(length), length);
  }

  private static int mask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }
}
