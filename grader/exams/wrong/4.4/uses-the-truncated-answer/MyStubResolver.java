// Takes a truncated answer for a whole one.
package firsthop.dns;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

public class MyStubResolver implements StubResolver {
  @Override
  public List<DnsRecord> resolve(
      String server, int port, String name, int type, int timeoutMillis, int attempts)
      throws IOException {
    DnsMessage answer =
        new MyDnsExchange().ask(server, port, name, type, true, timeoutMillis, attempts);
    if (answer.rcode() == 3) {
      throw new NameNotFoundException("no such name: " + name);
    }
    if (answer.rcode() != 0) {
      throw new ServerFailureException("code " + answer.rcode());
    }
    String current = answer.questions().get(0).name();
    Set<String> seen = new HashSet<>();
    while (current != null && seen.add(current)) {
      List<DnsRecord> found = new ArrayList<>();
      String target = null;
      for (DnsRecord record : answer.answers()) {
        if (record.name().equals(current) && record.type() == type) {
          found.add(record);
        } else if (record.name().equals(current) && record.type() == 5) {
          target = record.data();
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
      current = target;
    }
    return List.of();
  }
}
