package firsthop.tcp;

import firsthop.kit.Todo;
import java.io.EOFException;
import java.util.List;

/** Your solution to exercise 3.7. {@link MessageFramer} says what it must do. */
public class MyMessageFramer implements MessageFramer {

  /**
   * Creates a framer for a connection on which nothing has been sent yet. The tests call this
   * constructor.
   */
  public MyMessageFramer() {}

  @Override
  public byte[] encode(byte[] message) {
    throw Todo.exercise("3.7");
  }

  @Override
  public List<byte[]> feed(byte[] chunk) throws MalformedStreamException {
    throw Todo.exercise("3.7");
  }

  @Override
  public void end() throws EOFException {
    throw Todo.exercise("3.7");
  }
}
