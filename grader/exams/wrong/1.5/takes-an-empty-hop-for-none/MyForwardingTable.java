// Marks nodes of its trie that have no route with an empty text.
package firsthop.addresses;

import java.util.Optional;

public class MyForwardingTable implements ForwardingTable {
  private static final Ipv4Codec CODEC = new MyIpv4Codec();

  private final Node root = new Node();

  private static final class Node {
    final Node[] children = new Node[2];
    String nextHop = "";
  }

  private record Prefix(int network, int length) {}

  @Override
  public void add(String cidr, String nextHop) {
    Prefix prefix = parse(cidr);
    Node node = root;
    for (int i = 0; i < prefix.length(); i++) {
      int bit = prefix.network() >>> (31 - i) & 1;
      if (node.children[bit] == null) {
        node.children[bit] = new Node();
      }
      node = node.children[bit];
    }
    node.nextHop = nextHop;
  }

  @Override
  public boolean remove(String cidr) {
    Prefix prefix = parse(cidr);
    Node node = root;
    for (int i = 0; i < prefix.length() && node != null; i++) {
      node = node.children[prefix.network() >>> (31 - i) & 1];
    }
    if (node == null || node.nextHop.isEmpty()) {
      return false;
    }
    node.nextHop = "";
    return true;
  }

  @Override
  public Optional<String> lookup(String destination) {
    int address = CODEC.parse(destination);
    String nextHop = root.nextHop;
    Node node = root;
    for (int i = 31; i >= 0; i--) {
      node = node.children[address >>> i & 1];
      if (node == null) {
        break;
      }
      if (!node.nextHop.isEmpty()) {
        nextHop = node.nextHop;
      }
    }
    return Optional.of(nextHop).filter(found -> !found.isEmpty());
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
