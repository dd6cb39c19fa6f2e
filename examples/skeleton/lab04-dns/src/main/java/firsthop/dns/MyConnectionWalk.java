package firsthop.dns;

import firsthop.kit.Todo;
import java.io.IOException;
import java.util.List;

/** Your answer to exercise 4.7. What it must do stands in {@link ConnectionWalk}. */
public class MyConnectionWalk implements ConnectionWalk {

  /** Makes one; the tests call this. */
  public MyConnectionWalk() {}

  @Override
  public WalkReport walk(String url, List<String> rootServers, int dnsPort, int timeoutMillis)
      throws IOException {
    throw Todo.exercise("4.7");
  }
}
