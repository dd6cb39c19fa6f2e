package firsthop.tcp;

import firsthop.kit.Todo;

/** Your answer to exercise 3.1. What it must do stands in {@link SequenceNumbers}. */
public class MySequenceNumbers implements SequenceNumbers {

  /** Makes an instance; the tests call this. */
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
