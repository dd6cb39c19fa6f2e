package firsthop.tcp;

import firsthop.kit.Todo;
import java.io.IOException;

/** Your solution to exercise 3.6. {@link LifecycleClient} says what it must do. */
public class MyLifecycleClient implements LifecycleClient {

  /** Creates a client. The tests call this constructor. */
  public MyLifecycleClient() {}

  @Override
  public Conversation converse(
      String host, int port, byte[] request, int connectTimeoutMillis, int readTimeoutMillis)
      throws IOException {
    throw Todo.exercise("3.6");
  }
}
