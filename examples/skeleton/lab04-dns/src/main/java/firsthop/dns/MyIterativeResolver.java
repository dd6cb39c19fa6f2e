package firsthop.dns;

import firsthop.kit.Todo;
import java.io.IOException;
import java.util.List;

/** Your solution of exercise 4.6. {@link IterativeResolver} says what it must do. */
public class MyIterativeResolver implements IterativeResolver {

  /** Creates a resolver; the tests call this constructor. */
  public MyIterativeResolver() {}

  @Override
  public List<DnsRecord> resolve(
      String name, int type, List<String> rootServers, int port, int timeoutMillis)
      throws IOException {
    throw Todo.exercise("4.6");
  }
}
