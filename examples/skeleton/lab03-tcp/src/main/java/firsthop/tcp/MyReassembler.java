package firsthop.tcp;

import firsthop.kit.Todo;

/** Your solution to exercise 3.3. {@link Reassembler} says what it must do. */
public class MyReassembler implements Reassembler {

  /** Creates a reassembler that has not been opened yet. The tests call this constructor. */
  public MyReassembler() {}

  @Override
  public void open(int capacity) {
    throw Todo.exercise("3.3");
  }

  @Override
  public byte[] insert(long index, byte[] data, boolean last) {
    throw Todo.exercise("3.3");
  }

  @Override
  public int pending() {
    throw Todo.exercise("3.3");
  }

  @Override
  public boolean finished() {
    throw Todo.exercise("3.3");
  }
}
