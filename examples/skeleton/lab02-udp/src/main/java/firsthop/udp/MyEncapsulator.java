package firsthop.udp;

import firsthop.kit.Todo;
import java.util.Optional;

/** Your answer to exercise 2.2. What it must do stands in {@link Encapsulator}. */
public class MyEncapsulator implements Encapsulator {

  /** Makes an encapsulator; the tests call this. */
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
