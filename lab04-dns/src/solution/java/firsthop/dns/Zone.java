package firsthop.dns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A zone: a part of the tree of names, and its name servers.
 *
 * @param name the name of the zone; the root is the empty text
 * @param servers the name servers, in the order in which they are asked
 */
record Zone(String name, List<Server> servers) {
  private static final int A = 1;
  private static final int NS = 2;
  private static final int NO_ERROR = 0;

  /**
   * One name server.
   *
   * @param name the name of the server; empty for a root server, which has only addresses
   * @param addresses the known addresses; empty if they have to be looked up
   */
  record Server(String name, List<String> addresses) {
    boolean isBare() {
      return addresses.isEmpty();
    }
  }

  /**
   * Returns the zone to which a message of this zone's server refers. The result is empty if the
   * message is not a referral, or if it does not lead further down on the way to the name of the
   * search.
   */
  Optional<Zone> referral(DnsMessage message, String searched) {
    if (message.rcode() != NO_ERROR) {
      return Optional.empty();
    }
    return message.authority().stream()
        .filter(record -> record.type() == NS)
        .map(DnsRecord::name)
        .filter(next -> holds(next) && !next.equals(name))
        .filter(next -> isAtOrAbove(next, searched))
        .findFirst()
        .map(next -> new Zone(next, servers(message, next)));
  }

  /** Returns the servers, those with glue first, because they need no look-up. */
  private List<Server> servers(DnsMessage message, String next) {
    Map<String, List<String>> glue = new LinkedHashMap<>();
    message.authority().stream()
        .filter(record -> record.type() == NS && record.name().equals(next))
        .forEach(record -> glue.putIfAbsent(record.data(), glueOf(record.data(), message)));
    List<Server> servers = new ArrayList<>();
    glue.forEach((server, addresses) -> servers.add(new Server(server, addresses)));
    servers.sort((one, other) -> Boolean.compare(one.isBare(), other.isBare()));
    return servers;
  }

  private List<String> glueOf(String server, DnsMessage message) {
    return message.additional().stream()
        .filter(record -> record.type() == A && record.name().equals(server))
        .filter(record -> holds(record.name()))
        .map(DnsRecord::data)
        .toList();
  }

  /** Returns whether a name lies in this zone. The name of the zone lies in it, too. */
  boolean holds(String other) {
    return isAtOrAbove(name, other);
  }

  /**
   * Returns whether a name is equal to another one or lies above it. The dot before the name makes
   * sure that whole labels are compared, not only letters. (A dot inside a label has a backslash
   * before it, so {@code a\.b} is not below {@code b}.)
   */
  static boolean isAtOrAbove(String name, String other) {
    if (name.isEmpty() || name.equals(other)) {
      return true;
    }
    String ending = "." + name;
    return other.endsWith(ending) && !isEscaped(other, other.length() - ending.length());
  }

  private static boolean isEscaped(String text, int position) {
    int backslashes = 0;
    while (backslashes < position && text.charAt(position - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
