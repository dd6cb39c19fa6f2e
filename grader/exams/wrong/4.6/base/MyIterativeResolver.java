package firsthop.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class MyIterativeResolver implements IterativeResolver {
  private static final int A = 1;
  private static final int NS = 2;
  private static final int CNAME = 5;
  private static final int LIMIT = 64;

  private List<String> roots;
  private int port;
  private int timeout;
  private int queries;

  @Override
  public List<DnsRecord> resolve(
      String name, int type, List<String> rootServers, int port, int timeoutMillis)
      throws IOException {
    if (timeoutMillis < 1) {
      throw new IllegalArgumentException("a time-out of " + timeoutMillis);
    }
    new MyQueryEncoder().encode(0, name, type, false);
    this.roots = rootServers;
    this.port = port;
    this.timeout = timeoutMillis;
    this.queries = 0;
    String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return find(plain.toLowerCase(), type);
  }

  private List<DnsRecord> find(String name, int type) throws IOException {
    Set<String> aliases = new HashSet<>();
    String current = name;
    while (true) {
      Found found = descend(current, type);
      String end = current;
      while (found.records(end, type).isEmpty() && !found.records(end, CNAME).isEmpty()) {
        if (!aliases.add(end)) {
          return List.of();
        }
        end = found.records(end, CNAME).get(0).data();
      }
      if (!found.records(end, type).isEmpty()) {
        return found.records(end, type);
      }
      if (found.message().rcode() == 3 && isIn(end, found.zone())) {
        throw new NameNotFoundException("no " + end);
      }
      if (end.equals(current)) {
        return List.of();
      }
      current = end;
    }
  }

  private Found descend(String name, int type) throws IOException {
    String zone = "";
    Map<String, List<String>> servers = Map.of("", roots);
    while (true) {
      DnsMessage reply = askServers(zone, servers, name, type);
      if (isAnswer(reply)) {
        return new Found(reply, zone);
      }
      String next = nextZone(reply, zone, name);
      servers = servers(reply, next, zone);
      zone = next;
    }
  }

  private DnsMessage askServers(
      String zone, Map<String, List<String>> servers, String name, int type) throws IOException {
    for (String server : servers.keySet()) {
      List<String> addresses = servers.get(server);
      if (addresses.isEmpty()) {
        addresses = lookUp(server);
      }
      for (String address : addresses) {
        try {
          DnsMessage reply = ask(address, name, type);
          if (isAnswer(reply) || nextZone(reply, zone, name) != null) {
            return reply;
          }
        } catch (Enough enough) {
          throw enough;
        } catch (IOException noHelp) {
          continue;
        }
      }
    }
    throw new ServerFailureException("nobody helps with " + name);
  }

  private List<String> lookUp(String server) throws IOException {
    try {
      return find(server, A).stream().map(DnsRecord::data).toList();
    } catch (Enough enough) {
      throw enough;
    } catch (IOException none) {
      return List.of();
    }
  }

  private DnsMessage ask(String address, String name, int type) throws IOException {
    count();
    DnsMessage reply = new MyDnsExchange().ask(address, port, name, type, false, timeout, 1);
    if (reply.truncated()) {
      count();
      reply = DnsOverTcp.ask(address, port, name, type, false, timeout);
    }
    return reply;
  }

  private void count() throws Enough {
    if (queries == LIMIT) {
      throw new Enough();
    }
    queries++;
  }

  private static boolean isAnswer(DnsMessage reply) {
    return reply.authoritative() && (reply.rcode() == 0 || reply.rcode() == 3);
  }

  private static String nextZone(DnsMessage reply, String zone, String name) {
    if (reply.rcode() != 0) {
      return null;
    }
    for (DnsRecord record : reply.authority()) {
      String owner = record.name();
      if (record.type() == NS && isIn(owner, zone) && !owner.equals(zone) && isIn(name, owner)) {
        return owner;
      }
    }
    return null;
  }

  private static Map<String, List<String>> servers(DnsMessage reply, String next, String zone) {
    Map<String, List<String>> servers = new LinkedHashMap<>();
    for (DnsRecord record : reply.authority()) {
      if (record.type() == NS && record.name().equals(next)) {
        servers.put(record.data(), glue(reply, record.data(), zone));
      }
    }
    return servers;
  }

  private static List<String> glue(DnsMessage reply, String server, String zone) {
    List<String> addresses = new ArrayList<>();
    for (DnsRecord record : reply.additional()) {
      if (record.type() == A && record.name().equals(server) && isIn(server, zone)) {
        addresses.add(record.data());
      }
    }
    return addresses;
  }

  private static boolean isIn(String name, String zone) {
    return zone.isEmpty() || name.equals(zone) || name.endsWith("." + zone);
  }

  private record Found(DnsMessage message, String zone) {
    List<DnsRecord> records(String name, int type) {
      return message.answers().stream()
          .filter(record -> isIn(record.name(), zone))
          .filter(record -> record.name().equals(name) && record.type() == type)
          .toList();
    }
  }

  private static class Enough extends ServerFailureException {
    Enough() {
      super(LIMIT + " queries");
    }
  }
}
