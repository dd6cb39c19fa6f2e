// A binary trie of immutable records: a change copies the path to its node and shares the rest.
package firsthop.addresses;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class MyForwardingTable implements ForwardingTable {

  private static final Pattern PREFIX =
      Pattern.compile("([0-9.]{7,15})/(0|[1-9]|[12][0-9]|3[0-2])");

  /** A node stands for a prefix, which is the way to it from the root, and may have a route. */
  private sealed interface Node {
    Node with(Prefix at, int depth, Optional<String> route);

    Optional<String> find(int address, int depth, Optional<String> soFar);

    boolean has(Prefix at, int depth);
  }

  /** No route, and none below. */
  private enum Nothing implements Node {
    NOTHING;

    private static final Node BARE = new Fork(Optional.empty(), NOTHING, NOTHING);

    @Override
    public Node with(Prefix at, int depth, Optional<String> route) {
      return route.isEmpty() ? this : BARE.with(at, depth, route);
    }

    @Override
    public Optional<String> find(int address, int depth, Optional<String> soFar) {
      return soFar;
    }

    @Override
    public boolean has(Prefix at, int depth) {
      return false;
    }
  }

  private record Fork(Optional<String> route, Node zero, Node one) implements Node {
    static Node of(Optional<String> route, Node zero, Node one) {
      return route.isEmpty() && zero == Nothing.NOTHING && one == Nothing.NOTHING
          ? Nothing.NOTHING
          : new Fork(route, zero, one);
    }

    @Override
    public Node with(Prefix at, int depth, Optional<String> newRoute) {
      if (depth == at.length()) {
        return of(newRoute, zero, one);
      }
      return bit(at.address(), depth)
          ? of(route, zero, one.with(at, depth + 1, newRoute))
          : of(route, zero.with(at, depth + 1, newRoute), one);
    }

    @Override
    public Optional<String> find(int address, int depth, Optional<String> soFar) {
      Optional<String> longest = route.isPresent() ? route : soFar;
      if (depth == 32) {
        return longest;
      }
      return (bit(address, depth) ? one : zero).find(address, depth + 1, longest);
    }

    @Override
    public boolean has(Prefix at, int depth) {
      if (depth == at.length()) {
        return route.isPresent();
      }
      return (bit(at.address(), depth) ? one : zero).has(at, depth + 1);
    }
  }

  /** The bits after the length are never looked at. */
  private record Prefix(int address, int length) {
    static Prefix parse(String cidr) {
      Matcher matcher = PREFIX.matcher(cidr);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("no prefix: " + cidr);
      }
      return new Prefix(parseAddress(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
  }

  private Node root = Nothing.NOTHING;

  @Override
  public void add(String cidr, String nextHop) {
    root = root.with(Prefix.parse(cidr), 0, Optional.of(nextHop));
  }

  @Override
  public boolean remove(String cidr) {
    Prefix prefix = Prefix.parse(cidr);
    boolean found = root.has(prefix, 0);
    if (found) {
      root = root.with(prefix, 0, Optional.empty());
    }
    return found;
  }

  @Override
  public Optional<String> lookup(String destination) {
    return root.find(parseAddress(destination), 0, Optional.empty());
  }

  private static boolean bit(int address, int index) {
    return (address << index) < 0;
  }

  /** Reads dotted decimal: what is left of the text gets shorter by an octet and its dot. */
  private static int parseAddress(String text) {
    int address = 0;
    String rest = text + ".";
    for (int i = 0; i < 4; i++) {
      int dot = rest.indexOf('.');
      if (dot < 1 || dot > 3 || dot > 1 && rest.charAt(0) == '0') {
        throw new IllegalArgumentException("no address: " + text);
      }
      int octet = 0;
      for (char c : rest.substring(0, dot).toCharArray()) {
        if (c < '0' || c > '9') {
          throw new IllegalArgumentException("no address: " + text);
        }
        octet = 10 * octet + c - '0';
      }
      if (octet > 255) {
        throw new IllegalArgumentException("no address: " + text);
      }
      address = address << 8 | octet;
      rest = rest.substring(dot + 1);
    }
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException("no address: " + text);
    }
    return address;
  }
}
