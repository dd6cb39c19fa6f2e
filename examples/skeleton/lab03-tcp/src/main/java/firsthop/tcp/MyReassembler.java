package firsthop.tcp;

import firsthop.kit.Todo;

/** Your answer to exercise 3.3. What it must do stands in {@link Reassembler}. */
public class MyReassembler implements Reassembler {

  /** Makes a reassembler that has not been opened; the tests call this. */
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
