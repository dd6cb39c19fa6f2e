package firsthop.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All searches of one call, from the root down: for the name, for the ends of its aliases, and for
 * name servers without glue.
 *
 * <p>One counter counts all queries of the call, so the call ends whatever the servers answer. It
 * would also be possible to remember the names that are being looked up, and never to begin the
 * same look-up twice. That would notice a circle of delegations earlier. But it would not stop an
 * endless chain of new names, so the counter would still be necessary.
 */
final class Descent {
  private static final int MAX_QUERIES = 64;

  private static final int A = 1;
  private static final int NO_ERROR = 0;
  private static final int NAME_ERROR = 3;

  private final Zone root;
  private final int port;
  private final int timeoutMillis;
  private final List<String> asked = new ArrayList<>();

  Descent(List<String> rootServers, int port, int timeoutMillis) {
    if (timeoutMillis < 1) {
      throw new IllegalArgumentException("a time-out of " + timeoutMillis + " ms");
    }
    if (rootServers.isEmpty()) {
      throw new IllegalArgumentException("no root servers");
    }
    this.root = new Zone("", List.of(new Zone.Server("", List.copyOf(rootServers))));
    this.port = port;
    this.timeoutMillis = timeoutMillis;
  }

  /** Returns the address of the server for each query so far. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** Finds records, and follows aliases from zone to zone. */
  List<DnsRecord> resolve(String name, int type) throws IOException {
    Set<String> seen = new HashSet<>();
    String current = Query.fresh(name, type, false).question().name();
    while (seen.add(current)) {
      Reply reply = search(current, type);
      List<DnsRecord> own =
          reply.message().answers().stream()
              .filter(record -> reply.zone().holds(record.name()))
              .toList();
      Aliases aliases = Aliases.follow(current, type, own);
      if (aliases.end().isEmpty() || !aliases.records().isEmpty()) {
        return aliases.records();
      }
      String end = aliases.end().get();
      if (reply.message().rcode() == NAME_ERROR && reply.zone().holds(end)) {
        throw new NameNotFoundException("there is no " + end);
      }
      if (end.equals(current)) {
        return List.of();
      }
      if (!isAskable(end)) {
        throw new ServerFailureException("no question can spell \"" + end + "\", an alias's end");
      }
      current = end;
    }
    return List.of();
  }

  /** Goes down from the root until a server answers with authority. */
  private Reply search(String name, int type) throws IOException {
    Zone zone = root;
    while (true) {
      Reply reply = askOneOf(zone, name, type);
      if (isAnswer(reply.message())) {
        return reply;
      }
      // Each referral leads further down, so the number of labels limits this loop.
      zone = zone.referral(reply.message(), name).orElseThrow();
    }
  }

  private Reply askOneOf(Zone zone, String name, int type) throws IOException {
    for (Zone.Server server : zone.servers()) {
      for (String address : addresses(server)) {
        Optional<DnsMessage> message = ask(address, name, type);
        if (message.isPresent() && helps(message.get(), zone, name)) {
          return new Reply(message.get(), zone);
        }
      }
    }
    throw new ServerFailureException(
        "no server of \"%s\" is of any help with %s".formatted(zone.name(), name));
  }

  private List<String> addresses(Zone.Server server) throws IOException {
    if (!server.isBare()) {
      return server.addresses();
    }
    if (!isAskable(server.name())) {
      return List.of();
    }
    try {
      return resolve(server.name(), A).stream().map(DnsRecord::data).toList();
    } catch (TooManyQueriesException enough) {
      throw enough;
    } catch (IOException noAddress) {
      return List.of(); // the next server may have an address
    }
  }

  /** Asks one server; the result is empty if the server does not answer. */
  private Optional<DnsMessage> ask(String address, String name, int type) throws IOException {
    try {
      count(address);
      DnsMessage message =
          new MyDnsExchange().ask(address, port, name, type, false, timeoutMillis, 1);
      if (message.truncated()) {
        count(address);
        message = DnsOverTcp.ask(address, port, name, type, false, timeoutMillis);
      }
      return Optional.of(message);
    } catch (TooManyQueriesException enough) {
      throw enough;
    } catch (IOException silentOrRefused) {
      return Optional.empty();
    }
  }

  private void count(String address) throws TooManyQueriesException {
    if (asked.size() == MAX_QUERIES) {
      throw new TooManyQueriesException();
    }
    asked.add(address);
  }

  /** Returns whether our encoder accepts a name; a name from a record may have a backslash. */
  private static boolean isAskable(String name) {
    try {
      Query.fresh(name, A, false);
      return true;
    } catch (IllegalArgumentException unspeakable) {
      return false;
    }
  }

  private static boolean helps(DnsMessage message, Zone zone, String name) {
    return isAnswer(message) || zone.referral(message, name).isPresent();
  }

  private static boolean isAnswer(DnsMessage message) {
    return message.authoritative()
        && (message.rcode() == NO_ERROR || message.rcode() == NAME_ERROR);
  }

  /**
   * The message of a server.
   *
   * @param zone the zone of this server
   */
  private record Reply(DnsMessage message, Zone zone) {}

  /** Ends the whole call, not only the attempt with one server. */
  private static final class TooManyQueriesException extends ServerFailureException {
    private static final long serialVersionUID = 1L;

    TooManyQueriesException() {
      super(MAX_QUERIES + " queries were not enough");
    }
  }
}
