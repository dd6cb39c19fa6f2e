package firsthop.dns;

import firsthop.kit.Todo;

/** Your answer to exercise 4.1. What it must do stands in {@link QueryEncoder}. */
public class MyQueryEncoder implements QueryEncoder {

  /** Makes an encoder; the tests call this. */
  public MyQueryEncoder() {}

  @Override
  public byte[] encode(int id, String name, int type, boolean recursionDesired) {
    throw Todo.exercise("4.1");
  }
}
