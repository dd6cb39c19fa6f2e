package firsthop.dns;

import firsthop.kit.Todo;
import java.io.IOException;
import java.util.List;

/** Your solution of exercise 4.7. {@link ConnectionWalk} says what it must do. */
public class MyConnectionWalk implements ConnectionWalk {

  /** Creates the object; the tests call this constructor. */
  public MyConnectionWalk() {}

  @Override
  public WalkReport walk(String url, List<String> rootServers, int dnsPort, int timeoutMillis)
      throws IOException {
    throw Todo.exercise("4.7");
  }
}
