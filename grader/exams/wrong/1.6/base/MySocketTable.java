package firsthop.addresses;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public class MySocketTable implements SocketTable {
  private static final int FIRST_EPHEMERAL = 49152;
  private static final int LAST_PORT = 65535;
  private static final Ipv4Codec IPV4 = new MyIpv4Codec();
  private static final Ipv6Codec IPV6 = new MyIpv6Codec();

  private final Map<Endpoint, String> listeners = new HashMap<>();
  private final Map<Pair, String> connections = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private int nextPort = FIRST_EPHEMERAL;

  private record Pair(Endpoint local, Endpoint remote) {}

  @Override
  public Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("no port: " + text);
    }
    String address = text.substring(0, colon);
    int port = port(text.substring(colon + 1));
    if (address.startsWith("[") && address.endsWith("]")) {
      return new Endpoint(ipv6(address.substring(1, address.length() - 1)), port);
    }
    return new Endpoint(ipv4(address), port);
  }

  @Override
  public String format(Endpoint endpoint) {
    Endpoint valid = canonical(endpoint);
    if (isIpv6(valid)) {
      return "[" + valid.address() + "]:" + valid.port();
    }
    return valid.address() + ":" + valid.port();
  }

  @Override
  public void listen(String socket, Endpoint local) {
    Endpoint endpoint = canonical(local);
    if (names.contains(socket) || listeners.containsKey(endpoint)) {
      throw new IllegalStateException("in use: " + socket + ", " + endpoint);
    }
    names.add(socket);
    listeners.put(endpoint, socket);
  }

  @Override
  public void accepted(String socket, Endpoint local, Endpoint remote) {
    Pair pair = new Pair(canonical(local), canonical(remote));
    if (names.contains(socket) || connections.containsKey(pair)) {
      throw new IllegalStateException("in use: " + socket + ", " + pair);
    }
    names.add(socket);
    connections.put(pair, socket);
  }

  @Override
  public Endpoint connect(String socket, String localAddress, Endpoint remote) {
    if (names.contains(socket)) {
      throw new IllegalStateException("in use: " + socket);
    }
    for (int tries = 0; tries <= LAST_PORT - FIRST_EPHEMERAL; tries++) {
      Endpoint local = canonical(new Endpoint(localAddress, nextPort));
      nextPort = nextPort == LAST_PORT ? FIRST_EPHEMERAL : nextPort + 1;
      Pair pair = new Pair(local, canonical(remote));
      if (!connections.containsKey(pair)) {
        names.add(socket);
        connections.put(pair, socket);
        return local;
      }
    }
    throw new IllegalStateException("no port is left");
  }

  @Override
  public Optional<String> deliver(Endpoint source, Endpoint destination) {
    Endpoint local = canonical(destination);
    String socket = connections.get(new Pair(local, canonical(source)));
    if (socket == null) {
      socket = listeners.get(local);
    }
    if (socket == null) {
      socket = listeners.get(wildcard(local));
    }
    return Optional.ofNullable(socket);
  }

  @Override
  public void close(String socket) {
    names.remove(socket);
    listeners.values().remove(socket);
    connections.values().remove(socket);
  }

  private static Endpoint canonical(Endpoint endpoint) {
    if (endpoint.port() < 0 || endpoint.port() > LAST_PORT) {
      throw new IllegalArgumentException("no port: " + endpoint.port());
    }
    String address = endpoint.address();
    return new Endpoint(address.contains(":") ? ipv6(address) : ipv4(address), endpoint.port());
  }

  private static boolean isIpv6(Endpoint endpoint) {
    return endpoint.address().contains(":");
  }

  private static Endpoint wildcard(Endpoint local) {
    return new Endpoint(isIpv6(local) ? "::" : "0.0.0.0", local.port());
  }

  private static int port(String text) {
    if (!text.matches("0|[1-9][0-9]{0,4}") || Integer.parseInt(text) > LAST_PORT) {
      throw new IllegalArgumentException("no port: " + text);
    }
    return Integer.parseInt(text);
  }

  private static String ipv4(String text) {
    return IPV4.format(IPV4.parse(text));
  }

  private static String ipv6(String text) {
    return IPV6.format(IPV6.parse(text));
  }
}
