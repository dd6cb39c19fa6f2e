package firsthop.dns;

import firsthop.kit.Todo;

/** Your solution of exercise 4.1. {@link QueryEncoder} says what it must do. */
public class MyQueryEncoder implements QueryEncoder {

  /** Creates an encoder; the tests call this constructor. */
  public MyQueryEncoder() {}

  @Override
  public byte[] encode(int id, String name, int type, boolean recursionDesired) {
    throw Todo.exercise("4.1");
  }
}
