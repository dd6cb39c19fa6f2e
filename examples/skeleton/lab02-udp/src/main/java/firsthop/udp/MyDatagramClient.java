package firsthop.udp;

import firsthop.kit.Todo;
import java.io.IOException;

/** Your answer to exercise 2.4. What it must do stands in {@link DatagramClient}. */
public class MyDatagramClient implements DatagramClient {

  /** Makes a client; the tests call this. */
  public MyDatagramClient() {}

  @Override
  public byte[] request(String host, int port, byte[] payload, int attempts, int firstTimeoutMillis)
      throws IOException {
    throw Todo.exercise("2.4");
  }
}
