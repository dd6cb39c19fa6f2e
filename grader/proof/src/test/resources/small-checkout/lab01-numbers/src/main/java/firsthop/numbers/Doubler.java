package firsthop.numbers;

import firsthop.kit.Exercise;
import firsthop.kit.Points;

/** Doubles numbers. A number is {@code 0} or more. */
@Exercise(id = "1.1", title = "Twice", rfc = "RFC 0")
@Points(5)
public interface Doubler {

  /**
   * Doubles a number.
   *
   * <ul>
   *   <li>The result is twice the number.
   *   <li>A number below 0 is refused.
   * </ul>
   *
   * @param number any number
   * @return twice the number: {@code twice(3)} is 6
   * @throws IllegalArgumentException if the number is below 0
   */
  int twice(int number);
}
