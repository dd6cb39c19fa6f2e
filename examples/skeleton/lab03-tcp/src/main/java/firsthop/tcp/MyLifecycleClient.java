package firsthop.tcp;

import firsthop.kit.Todo;
import java.io.IOException;

/** Your answer to exercise 3.6. What it must do stands in {@link LifecycleClient}. */
public class MyLifecycleClient implements LifecycleClient {

  /** Makes a client; the tests call this. */
  public MyLifecycleClient() {}

  @Override
  public Conversation converse(
      String host, int port, byte[] request, int connectTimeoutMillis, int readTimeoutMillis)
      throws IOException {
    throw Todo.exercise("3.6");
  }
}
