package firsthop.udp;

import firsthop.kit.Todo;
import java.io.IOException;
import java.util.Map;

/** Your answer to exercise 2.6. What it must do stands in {@link TftpServer}. */
public class MyTftpServer implements TftpServer {

  /** Makes a server that has not been started; the tests call this. */
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
    // Nothing is started yet, so there is nothing to close. Fill this in together with start.
  }
}
