package firsthop.dns;

import firsthop.kit.Todo;
import java.io.IOException;
import java.util.List;

/** Your answer to exercise 4.4. What it must do stands in {@link StubResolver}. */
public class MyStubResolver implements StubResolver {

  /** Makes a resolver; the tests call this. */
  public MyStubResolver() {}

  @Override
  public List<DnsRecord> resolve(
      String server, int port, String name, int type, int timeoutMillis, int attempts)
      throws IOException {
    throw Todo.exercise("4.4");
  }
}
