package firsthop.dns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the tree of names, and who serves it.
 *
 * @param name of its top; the root is the empty text
 * @param servers in the order in which they are asked
 */
record Zone(String name, List<Server> servers) {
  private static final int A = 1;
  private static final int NS = 2;
  private static final int NO_ERROR = 0;

  /**
   * One name server.
   *
   * @param name empty for a root server, which has only an address
   * @param addresses those that are known; none where they have to be looked up
   */
  record Server(String name, List<String> addresses) {
    boolean isBare() {
      return addresses.isEmpty();
    }
  }

  /**
   * Reads where one of this zone's servers refers to; empty when it refers nowhere, or not further
   * down on the way to the name that is searched for.
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

  /** Those with glue first: they cost no queries of their own. */
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

  /** Tells whether a name lies in this zone, or at its top. */
  boolean holds(String other) {
    return isAtOrAbove(name, other);
  }

  /**
   * Tells whether a name is another one or lies above it. The dot before it makes sure that labels
   * are compared and not letters. (An escaped dot in a label follows a backslash, so that {@code
   * a\.b} is not below {@code b}.)
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
