package firsthop.grader.exams.tcp;

import java.math.BigInteger;

/**
 * Sequence numbers by the definition, in numbers that neither overflow nor have a sign by accident.
 */
final class SequenceCircle {
  private static final BigInteger LAP = BigInteger.TWO.pow(Integer.SIZE);

  private SequenceCircle() {}

  /** Return the sequence number of an index. */
  static int wrap(long index, int initial) {
    return unsigned(initial).add(BigInteger.valueOf(index)).mod(LAP).intValue();
  }

  /**
   * Return the nearest index with a sequence number: of the first such index from one lap below the
   * checkpoint on, and those that follow, the first that is nearest and not below 0.
   */
  static long unwrap(int sequence, int initial, long checkpoint) {
    BigInteger goal = BigInteger.valueOf(checkpoint);
    BigInteger start = goal.subtract(LAP);
    BigInteger steps = unsigned(sequence).subtract(unsigned(initial)).subtract(start).mod(LAP);
    BigInteger best = null;
    for (int lap = 0; lap <= 2; lap++) {
      BigInteger index = start.add(steps).add(LAP.multiply(BigInteger.valueOf(lap)));
      boolean nearer =
          best == null || index.subtract(goal).abs().compareTo(best.subtract(goal).abs()) < 0;
      if (index.signum() >= 0 && nearer) {
        best = index;
      }
    }
    return best.longValueExact();
  }

  private static BigInteger unsigned(int number) {
    return new BigInteger(Integer.toUnsignedString(number));
  }
}
