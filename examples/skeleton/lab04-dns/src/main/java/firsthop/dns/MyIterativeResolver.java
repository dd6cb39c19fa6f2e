package firsthop.dns;

import firsthop.kit.Todo;
import java.io.IOException;
import java.util.List;

/** Your answer to exercise 4.6. What it must do stands in {@link IterativeResolver}. */
public class MyIterativeResolver implements IterativeResolver {

  /** Makes a resolver; the tests call this. */
  public MyIterativeResolver() {}

  @Override
  public List<DnsRecord> resolve(
      String name, int type, List<String> rootServers, int port, int timeoutMillis)
      throws IOException {
    throw Todo.exercise("4.6");
  }
}
