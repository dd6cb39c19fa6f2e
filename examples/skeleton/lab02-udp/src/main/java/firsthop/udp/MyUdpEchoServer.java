package firsthop.udp;

import firsthop.kit.Todo;
import java.io.IOException;

/** Your answer to exercise 2.3. What it must do stands in {@link UdpEchoServer}. */
public class MyUdpEchoServer implements UdpEchoServer {

  /** Makes a server that has not been started; the tests call this. */
  public MyUdpEchoServer() {}

  @Override
  public int start(String address, int port) throws IOException {
    throw Todo.exercise("2.3");
  }

  @Override
  public void close() {
    // Nothing is started yet, so there is nothing to close. Fill this in together with start.
  }
}
