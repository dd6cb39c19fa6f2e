package firsthop.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class Descent {
  private static final int MAX_QUERIES = 64;

  private static final int A = 1;
  private static final int NS = 2;
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
    this.root = new Zone("", List.of(new Zone.Server("", List.copyOf(rootServers))));
    this.port = port;
    this.timeoutMillis = timeoutMillis;
  }

  List<String> asked() {
    return List.copyOf(asked);
  }

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
      current = end;
    }
    return List.of();
  }

  private Reply search(String name, int type) throws IOException {
    Zone zone = root;
    while (true) {
      Reply reply = askOneOf(zone, name, type);
      if (isAnswer(reply.message())) {
        return reply;
      }
      // Each referral leads further down, so the name's labels bound this loop.
      zone = referral(reply.message(), zone, name).orElseThrow();
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
    if (!server.addresses().isEmpty()) {
      return server.addresses();
    }
    try {
      return resolve(server.name(), A).stream().map(DnsRecord::data).toList();
    } catch (TooManyQueriesException enough) {
      throw enough;
    } catch (IOException | IllegalArgumentException noAddress) {
      return List.of(); // the next server may have one
    }
  }

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
    } catch (IllegalArgumentException noNameToAskFor) {
      return Optional.empty(); // an alias may lead to a label that a question cannot spell
    }
  }

  private void count(String address) throws TooManyQueriesException {
    if (asked.size() == MAX_QUERIES) {
      throw new TooManyQueriesException();
    }
    asked.add(address);
  }

  private static boolean helps(DnsMessage message, Zone zone, String name) {
    return isAnswer(message) || referral(message, zone, name).isPresent();
  }

  private static boolean isAnswer(DnsMessage message) {
    return message.authoritative()
        && (message.rcode() == NO_ERROR || message.rcode() == NAME_ERROR);
  }

  private static Optional<Zone> referral(DnsMessage message, Zone zone, String name) {
    if (message.rcode() != NO_ERROR) {
      return Optional.empty();
    }
    return message.authority().stream()
        .filter(record -> record.type() == NS)
        .map(DnsRecord::name)
        .filter(next -> zone.holds(next) && !next.equals(zone.name()))
        .filter(next -> Zone.isAtOrAbove(next, name))
        .findFirst()
        .map(next -> new Zone(next, servers(message, zone, next)));
  }

  private static List<Zone.Server> servers(DnsMessage message, Zone zone, String next) {
    Map<String, List<String>> glue = new LinkedHashMap<>();
    message.authority().stream()
        .filter(record -> record.type() == NS && record.name().equals(next))
        .forEach(record -> glue.putIfAbsent(record.data(), glueOf(record.data(), message, zone)));
    List<Zone.Server> servers = new ArrayList<>();
    glue.forEach((server, addresses) -> servers.add(new Zone.Server(server, addresses)));
    servers.sort((one, other) -> Boolean.compare(isBare(one), isBare(other)));
    return servers;
  }

  private static boolean isBare(Zone.Server server) {
    return server.addresses().isEmpty();
  }

  private static List<String> glueOf(String server, DnsMessage message, Zone zone) {
    return message.additional().stream()
        .filter(record -> record.type() == A && record.name().equals(server))
        .filter(record -> zone.holds(record.name()))
        .map(DnsRecord::data)
        .toList();
  }

  private record Reply(DnsMessage message, Zone zone) {}

  private static final class TooManyQueriesException extends ServerFailureException {
    private static final long serialVersionUID = 1L;

    TooManyQueriesException() {
      super(MAX_QUERIES + " queries were not enough");
    }
  }
}
