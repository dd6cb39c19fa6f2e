package firsthop.dns;

import firsthop.kit.Todo;
import java.io.IOException;
import java.util.List;

/** Your solution of exercise 4.4. {@link StubResolver} says what it must do. */
public class MyStubResolver implements StubResolver {

  /** Creates a resolver; the tests call this constructor. */
  public MyStubResolver() {}

  @Override
  public List<DnsRecord> resolve(
      String server, int port, String name, int type, int timeoutMillis, int attempts)
      throws IOException {
    throw Todo.exercise("4.4");
  }
}
