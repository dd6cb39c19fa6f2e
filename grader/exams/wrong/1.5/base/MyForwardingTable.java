package firsthop.addresses;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public class MyForwardingTable implements ForwardingTable {
  private static final Ipv4Codec CODEC = new MyIpv4Codec();

  private final Map<Prefix, String> routes = new HashMap<>();

  private record Prefix(int network, int length) {}

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
    for (int length = 32; length >= 0; length--) {
      String nextHop = routes.get(new Prefix(address & mask(length), length));
      if (nextHop != null) {
        return Optional.of(nextHop);
      }
    }
    return Optional.empty();
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
