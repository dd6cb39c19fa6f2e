package firsthop.udp;

import firsthop.kit.Todo;
import java.io.IOException;
import java.util.Map;

/** Your answer to exercise 2.6. {@link TftpServer} says what it must do. */
public class MyTftpServer implements TftpServer {

  /** Creates a server that is not started yet. The tests call this constructor. */
  public MyTftpServer() {}

  @Override
  public int start(
      String address, int port, Map<String, byte[]> files, int timeoutMillis, int attempts)
      throws IOException {
    throw Todo.exercise("2.6");
  }

  @Override
  public int blockAfter(int block) {
    throw Todo.exercise("2.6");
  }

  @Override
  public void close() {
    // Nothing is started yet, so there is nothing to close. Write this together with start.
  }
}
