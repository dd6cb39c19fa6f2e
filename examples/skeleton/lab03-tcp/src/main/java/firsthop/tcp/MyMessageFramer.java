package firsthop.tcp;

import firsthop.kit.Todo;
import java.io.EOFException;
import java.util.List;

/** Your answer to exercise 3.7. What it must do stands in {@link MessageFramer}. */
public class MyMessageFramer implements MessageFramer {

  /** Makes a framer for a connection on which nothing has been sent yet; the tests call this. */
  public MyMessageFramer() {}

  @Override
  public byte[] encode(byte[] message) {
    throw Todo.exercise("3.7");
  }

  @Override
  public List<byte[]> feed(byte[] chunk) throws MalformedPacketException {
    throw Todo.exercise("3.7");
  }

  @Override
  public void end() throws EOFException {
    throw Todo.exercise("3.7");
  }
}
