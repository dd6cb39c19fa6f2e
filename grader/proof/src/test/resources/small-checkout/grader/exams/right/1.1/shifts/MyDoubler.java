// Shifts the bits.
package firsthop.numbers;

public class MyDoubler implements Doubler {
  public int twice(int number) {
    if (number < 0) {
      throw new IllegalArgumentException();
    }
    return number << 1;
  }
}
