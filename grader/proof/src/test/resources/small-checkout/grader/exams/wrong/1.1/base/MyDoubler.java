package firsthop.numbers;

public class MyDoubler implements Doubler {
  @Override
  public int twice(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("below 0");
    }
    return 2 * number;
  }
}
