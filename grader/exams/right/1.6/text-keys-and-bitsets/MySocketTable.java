// Endpoints and pairs are canonical texts, one map holds them all, and a BitSet knows the ports.
package firsthop.addresses;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The key of a listener is the text of its endpoint, such as {@code 192.0.2.80:80}. The key of a
 * connected socket is {@code 192.0.2.80:80 198.51.100.7:51213}, the local end first. As there is no
 * space in an endpoint, no key can be mistaken for another one.
 */
public class MySocketTable implements SocketTable {

  private static final int FIRST_EPHEMERAL = 49152;
  private static final int LAST_PORT = 65535;

  private static final Pattern ENDPOINT =
      Pattern.compile(
          "(?:\\[(?<ipv6>[0-9A-Fa-f:.]{2,45})]|(?<ipv4>[0-9.]{7,15})):(?<port>0|[1-9][0-9]{0,4})");

  /** Where a socket is in the table. Only the port of a connected socket counts as taken. */
  private record Place(String key, String peering, int port) {}

  private final Ipv4Codec ipv4 = new MyIpv4Codec();
  private final Ipv6Codec ipv6 = new MyIpv6Codec();

  private final Map<String, String> socketByKey = new HashMap<>();
  private final Map<String, Place> placeBySocket = new HashMap<>();

  /** The local ports that are taken, by local address, space and remote endpoint. */
  private final Map<String, BitSet> portsByPeering = new HashMap<>();

  @Override
  public Endpoint parse(String text) {
    Matcher matcher = ENDPOINT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no endpoint: " + text);
    }
    String bracketed = matcher.group("ipv6");
    String address =
        bracketed == null
            ? ipv4.format(ipv4.parse(matcher.group("ipv4")))
            : ipv6.format(ipv6.parse(bracketed));
    return checked(new Endpoint(address, Integer.parseInt(matcher.group("port"))));
  }

  @Override
  public String format(Endpoint endpoint) {
    return text(checked(endpoint));
  }

  @Override
  public void listen(String socket, Endpoint local) {
    add(socket, new Place(format(local), "", local.port()));
  }

  @Override
  public void accepted(String socket, Endpoint local, Endpoint remote) {
    Endpoint here = checked(local);
    add(socket, place(here, here.address() + " " + format(remote), format(remote)));
  }

  @Override
  public Endpoint connect(String socket, String localAddress, Endpoint remote) {
    String address = canonical(localAddress);
    String there = format(remote);
    String peering = address + " " + there;
    BitSet taken = portsByPeering.getOrDefault(peering, new BitSet());
    Endpoint here = new Endpoint(address, taken.nextClearBit(FIRST_EPHEMERAL));
    if (here.port() > LAST_PORT) {
      throw new IllegalStateException("no ephemeral port is left from " + peering);
    }
    add(socket, place(here, peering, there));
    return here;
  }

  @Override
  public Optional<String> deliver(Endpoint source, Endpoint destination) {
    String there = format(source);
    Endpoint here = checked(destination);
    Endpoint anywhere = new Endpoint(isIpv6(here.address()) ? "::" : "0.0.0.0", here.port());
    return Stream.of(text(here) + " " + there, text(here), text(anywhere))
        .map(socketByKey::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  @Override
  public void close(String socket) {
    Place place = placeBySocket.remove(socket);
    if (place == null) {
      return;
    }
    socketByKey.remove(place.key());
    portsByPeering.computeIfPresent(
        place.peering(),
        (peering, ports) -> {
          ports.clear(place.port());
          return ports.isEmpty() ? null : ports;
        });
  }

  private static Place place(Endpoint here, String peering, String there) {
    return new Place(text(here) + " " + there, peering, here.port());
  }

  private void add(String socket, Place place) {
    if (placeBySocket.containsKey(socket)) {
      throw new IllegalStateException("the name is in use: " + socket);
    }
    if (socketByKey.containsKey(place.key())) {
      throw new IllegalStateException("in use: " + place.key());
    }
    socketByKey.put(place.key(), socket);
    placeBySocket.put(socket, place);
    if (!place.peering().isEmpty()) {
      portsByPeering.computeIfAbsent(place.peering(), key -> new BitSet()).set(place.port());
    }
  }

  /** The same endpoint with a canonical address. */
  private Endpoint checked(Endpoint endpoint) {
    if (endpoint.port() < 0 || endpoint.port() > LAST_PORT) {
      throw new IllegalArgumentException("no port: " + endpoint.port());
    }
    return new Endpoint(canonical(endpoint.address()), endpoint.port());
  }

  private String canonical(String address) {
    return isIpv6(address) ? ipv6.format(ipv6.parse(address)) : ipv4.format(ipv4.parse(address));
  }

  private static String text(Endpoint canonical) {
    return isIpv6(canonical.address())
        ? "[" + canonical.address() + "]:" + canonical.port()
        : canonical.address() + ":" + canonical.port();
  }

  private static boolean isIpv6(String address) {
    return address.contains(":");
  }
}
