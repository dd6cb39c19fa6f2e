package firsthop.tcp;

import firsthop.kit.Todo;
import java.io.IOException;

/** Your answer to exercise 3.5. What it must do stands in {@link TcpEchoServer}. */
public class MyTcpEchoServer implements TcpEchoServer {

  /** Makes a server that has not been started; the tests call this. */
  public MyTcpEchoServer() {}

  @Override
  public int start(String address, int port) throws IOException {
    throw Todo.exercise("3.5");
  }

  @Override
  public void close() {
    // Nothing is started yet, so there is nothing to close. Fill this in together with start.
  }
}
