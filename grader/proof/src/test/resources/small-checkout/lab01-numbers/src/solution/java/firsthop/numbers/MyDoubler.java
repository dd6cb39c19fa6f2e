package firsthop.numbers;

/** Adds the number to itself. */
public final class MyDoubler implements Doubler {

  /** Creates one, which has no state. */
  public MyDoubler() {}

  @Override
  public int twice(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("below 0: " + number);
    }
    return number + number;
  }
}
