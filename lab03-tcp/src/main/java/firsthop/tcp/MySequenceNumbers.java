package firsthop.tcp;

import firsthop.kit.Todo;

/** Your solution to exercise 3.1. {@link SequenceNumbers} says what it must do. */
public class MySequenceNumbers implements SequenceNumbers {

  /** Creates an instance. The tests call this constructor. */
  public MySequenceNumbers() {}

  @Override
  public int wrap(long index, int initial) {
    throw Todo.exercise("3.1");
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    throw Todo.exercise("3.1");
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    throw Todo.exercise("3.1");
  }
}
