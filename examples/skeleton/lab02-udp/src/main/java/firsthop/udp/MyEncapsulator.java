package firsthop.udp;

import firsthop.kit.Todo;
import java.util.Optional;

/** Your answer to exercise 2.2. {@link Encapsulator} says what it must do. */
public class MyEncapsulator implements Encapsulator {

  /** Creates an encapsulator. The tests call this constructor. */
  public MyEncapsulator() {}

  @Override
  public byte[] wrap(Frame frame) {
    throw Todo.exercise("2.2");
  }

  @Override
  public Frame unwrap(byte[] bytes) throws MalformedPacketException {
    throw Todo.exercise("2.2");
  }

  @Override
  public Optional<byte[]> forward(byte[] bytes, byte[] newSourceMac, byte[] newDestinationMac)
      throws MalformedPacketException {
    throw Todo.exercise("2.2");
  }
}
