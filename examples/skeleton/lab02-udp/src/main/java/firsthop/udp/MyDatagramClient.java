package firsthop.udp;

import firsthop.kit.Todo;
import java.io.IOException;

/** Your answer to exercise 2.4. {@link DatagramClient} says what it must do. */
public class MyDatagramClient implements DatagramClient {

  /** Creates a client. The tests call this constructor. */
  public MyDatagramClient() {}

  @Override
  public byte[] request(String host, int port, byte[] payload, int attempts, int firstTimeoutMillis)
      throws IOException {
    throw Todo.exercise("2.4");
  }
}
