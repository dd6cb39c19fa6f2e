package firsthop.udp;

import firsthop.kit.Todo;
import java.io.IOException;

/** Your answer to exercise 2.3. {@link UdpEchoServer} says what it must do. */
public class MyUdpEchoServer implements UdpEchoServer {

  /** Creates a server that is not started yet. The tests call this constructor. */
  public MyUdpEchoServer() {}

  @Override
  public int start(String address, int port) throws IOException {
    throw Todo.exercise("2.3");
  }

  @Override
  public void close() {
    // Nothing is started yet, so there is nothing to close. Write this together with start.
  }
}
