package firsthop.tcp;

import firsthop.kit.Todo;
import java.io.IOException;
import java.util.Map;

/** Your solution to exercise 3.8. {@link WebServer} says what it must do. */
public class MyWebServer implements WebServer {

  /** Creates a server that has not been started yet. The tests call this constructor. */
  public MyWebServer() {}

  @Override
  public int start(String address, int port, Map<String, byte[]> pages) throws IOException {
    throw Todo.exercise("3.8");
  }

  @Override
  public void close() {
    // Nothing is started yet, so there is nothing to close. Fill this in together with start.
  }
}
