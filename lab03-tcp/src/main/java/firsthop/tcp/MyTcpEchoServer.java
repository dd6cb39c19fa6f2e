package firsthop.tcp;

import firsthop.kit.Todo;
import java.io.IOException;

/** Your solution to exercise 3.5. {@link TcpEchoServer} says what it must do. */
public class MyTcpEchoServer implements TcpEchoServer {

  /** Creates a server that has not been started yet. The tests call this constructor. */
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
