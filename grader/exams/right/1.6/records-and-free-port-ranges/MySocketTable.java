// Sockets are records that are keys themselves, and a TreeMap keeps the ranges of free ports.
package firsthop.addresses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

public class MySocketTable implements SocketTable {

  private static final int FIRST_EPHEMERAL = 49152;
  private static final int LAST_PORT = 65535;

  /** What a name stands for; equal if it is in the same place. */
  private sealed interface Socket {}

  private record Listener(End local) implements Socket {}

  private record Connection(End local, End remote) implements Socket {
    Peering peering() {
      return new Peering(local.host(), remote);
    }
  }

  /** All of a connection but the local port. */
  private record Peering(Host local, End remote) {}

  private record End(Host host, int port) {
    static End of(Endpoint endpoint) {
      need(0 <= endpoint.port() && endpoint.port() <= LAST_PORT, "no port");
      return new End(Host.parse(endpoint.address()), endpoint.port());
    }

    Endpoint endpoint() {
      return new Endpoint(host.toString(), port);
    }
  }

  private final Map<String, Socket> sockets = new HashMap<>();
  private final Map<Socket, String> names = new HashMap<>();

  /** Only for a peering that has a connection at an ephemeral port. */
  private final Map<Peering, FreePorts> freePorts = new HashMap<>();

  @Override
  public Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    need(colon > 0, "no colon");
    String address = text.substring(0, colon);
    boolean bracketed = address.startsWith("[") && address.endsWith("]");
    Host host = Host.parse(bracketed ? address.substring(1, colon - 1) : address);
    need(bracketed == host.isIpv6(), "brackets are for IPv6, and IPv6 is for brackets");
    return new End(host, decimal(text.substring(colon + 1), 5, LAST_PORT)).endpoint();
  }

  @Override
  public String format(Endpoint endpoint) {
    End end = End.of(endpoint);
    return (end.host().isIpv6() ? "[" + end.host() + "]" : end.host()) + ":" + end.port();
  }

  @Override
  public void listen(String socket, Endpoint local) {
    add(socket, new Listener(End.of(local)));
  }

  @Override
  public void accepted(String socket, Endpoint local, Endpoint remote) {
    add(socket, new Connection(End.of(local), End.of(remote)));
  }

  @Override
  public Endpoint connect(String socket, String localAddress, Endpoint remote) {
    Peering peering = new Peering(Host.parse(localAddress), End.of(remote));
    FreePorts free = freePorts.get(peering);
    int port = free == null ? FIRST_EPHEMERAL : free.lowest();
    End local = new End(peering.local(), port);
    add(socket, new Connection(local, peering.remote()));
    return local.endpoint();
  }

  @Override
  public Optional<String> deliver(Endpoint source, Endpoint destination) {
    End remote = End.of(source);
    End local = End.of(destination);
    End anywhere = new End(local.host().wildcard(), local.port());
    return Optional.ofNullable(names.get(new Connection(local, remote)))
        .or(() -> Optional.ofNullable(names.get(new Listener(local))))
        .or(() -> Optional.ofNullable(names.get(new Listener(anywhere))));
  }

  @Override
  public void close(String name) {
    Socket socket = sockets.remove(name);
    names.remove(socket);
    if (socket instanceof Connection connection && isEphemeral(connection)) {
      FreePorts free = freePorts.get(connection.peering());
      free.release(connection.local().port());
      if (free.areAll()) {
        freePorts.remove(connection.peering());
      }
    }
  }

  private void add(String name, Socket socket) {
    if (sockets.containsKey(name)) {
      throw new IllegalStateException("the name is in use");
    }
    if (names.containsKey(socket)) {
      throw new IllegalStateException("the endpoint or the pair is in use");
    }
    sockets.put(name, socket);
    names.put(socket, name);
    if (socket instanceof Connection connection && isEphemeral(connection)) {
      freePorts
          .computeIfAbsent(connection.peering(), peering -> new FreePorts())
          .take(connection.local().port());
    }
  }

  private static boolean isEphemeral(Connection connection) {
    return connection.local().port() >= FIRST_EPHEMERAL;
  }

  /** The ephemeral ports that one peering has left: the last port of each range by its first. */
  private static final class FreePorts {
    private final TreeMap<Integer, Integer> ranges =
        new TreeMap<>(Map.of(FIRST_EPHEMERAL, LAST_PORT));

    int lowest() {
      if (ranges.isEmpty()) {
        throw new IllegalStateException("no ephemeral port is left");
      }
      return ranges.firstKey();
    }

    boolean areAll() {
      return Integer.valueOf(LAST_PORT).equals(ranges.get(FIRST_EPHEMERAL));
    }

    /** Cuts the range that the port is in. */
    void take(int port) {
      Map.Entry<Integer, Integer> range = ranges.floorEntry(port);
      ranges.remove(range.getKey());
      put(range.getKey(), port - 1);
      put(port + 1, range.getValue());
    }

    /** Joins the port with the ranges before and after it. */
    void release(int port) {
      Map.Entry<Integer, Integer> before = ranges.floorEntry(port);
      Integer afterLast = ranges.remove(port + 1);
      boolean joins = before != null && before.getValue() == port - 1;
      put(joins ? before.getKey() : port, afterLast == null ? port : afterLast);
    }

    private void put(int first, int last) {
      if (first <= last) {
        ranges.put(first, last);
      }
    }
  }

  /** An address: four octets or eight groups, which also tells the family. */
  private record Host(List<Integer> parts) {
    private static final int LONGEST_TEXT = 45;

    static Host parse(String text) {
      need(text.length() <= LONGEST_TEXT, "too long for an address");
      return new Host(text.contains(":") ? groups(text) : octets(text));
    }

    boolean isIpv6() {
      return parts.size() == 8;
    }

    Host wildcard() {
      return new Host(parts.stream().map(part -> 0).toList());
    }

    private static List<Integer> octets(String text) {
      String[] octets = text.split("\\.", -1);
      need(octets.length == 4, "not four octets");
      return List.of(octets).stream().map(octet -> decimal(octet, 3, 255)).toList();
    }

    private static List<Integer> groups(String text) {
      int gap = text.indexOf("::");
      need(gap == text.lastIndexOf("::"), "more than one double colon");
      List<Integer> groups = new ArrayList<>();
      if (gap < 0) {
        addGroups(text, true, groups);
      } else {
        addGroups(text.substring(0, gap), false, groups);
        int start = groups.size();
        addGroups(text.substring(gap + 2), true, groups);
        need(groups.size() < 8, "no group is left for the double colon");
        while (groups.size() < 8) {
          groups.add(start, 0);
        }
      }
      need(groups.size() == 8, "not eight groups");
      return List.copyOf(groups);
    }

    private static void addGroups(String text, boolean atEnd, List<Integer> groups) {
      String rest = text;
      while (!rest.isEmpty()) {
        int colon = rest.indexOf(':');
        if (colon < 0 && atEnd && rest.contains(".")) {
          List<Integer> octets = octets(rest);
          groups.add(octets.get(0) << 8 | octets.get(1));
          groups.add(octets.get(2) << 8 | octets.get(3));
          return;
        }
        groups.add(hexadecimal(colon < 0 ? rest : rest.substring(0, colon)));
        need(colon != rest.length() - 1, "a colon is left over");
        rest = colon < 0 ? "" : rest.substring(colon + 1);
      }
    }

    /** The canonical text. */
    @Override
    public String toString() {
      if (!isIpv6()) {
        return dotted(parts);
      }
      if (parts.subList(0, 6).equals(List.of(0, 0, 0, 0, 0, 0xFFFF))) {
        int a = parts.get(6);
        int b = parts.get(7);
        return "::ffff:" + dotted(List.of(a >> 8, a & 0xFF, b >> 8, b & 0xFF));
      }
      String text =
          parts.stream().map(Integer::toHexString).collect(Collectors.joining(":", ":", ":"));
      for (int run = 8; run > 1; run--) {
        String zeros = ":0".repeat(run) + ":";
        int start = text.indexOf(zeros);
        if (start >= 0) {
          String before = text.substring(0, start);
          String after = text.substring(start + zeros.length());
          return (before.isEmpty() ? "" : before.substring(1))
              + "::"
              + (after.isEmpty() ? "" : after.substring(0, after.length() - 1));
        }
      }
      return text.substring(1, text.length() - 1);
    }

    private static String dotted(List<Integer> octets) {
      return octets.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
  }

  private static int decimal(String text, int mostDigits, int most) {
    need(text.length() <= 1 || text.charAt(0) != '0', "a leading zero");
    int value = number(text, 10, mostDigits);
    need(value <= most, "a number above " + most);
    return value;
  }

  private static int hexadecimal(String text) {
    return number(text, 16, 4);
  }

  private static int number(String text, int radix, int mostDigits) {
    need(!text.isEmpty() && text.length() <= mostDigits, "too few or too many digits");
    need(text.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0), "no digit");
    return Integer.parseInt(text, radix);
  }

  private static void need(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
