package firsthop.dns;

import java.io.IOException;
import java.util.List;

/** Starts a {@link Descent}, which does the work. */
public final class MyIterativeResolver implements IterativeResolver {

  /** Creates a resolver. */
  public MyIterativeResolver() {}

  @Override
  public List<DnsRecord> resolve(
      String name, int type, List<String> rootServers, int port, int timeoutMillis)
      throws IOException {
    return new Descent(rootServers, port, timeoutMillis).resolve(name, type);
  }
}
