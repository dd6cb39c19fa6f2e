package firsthop.tcp;

import firsthop.kit.Todo;
import java.io.IOException;
import java.util.Map;

/** Your answer to exercise 3.8. What it must do stands in {@link WebServer}. */
public class MyWebServer implements WebServer {

  /** Makes a server that has not been started; the tests call this. */
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
