package firsthop.numbers;

import firsthop.kit.Todo;

/** Your solution to exercise 1.1. {@link Doubler} says what it must do. */
public class MyDoubler implements Doubler {

  /** Creates one. The tests call this constructor. */
  public MyDoubler() {}

  @Override
  public int twice(int number) {
    throw Todo.exercise("1.1");
  }
}
