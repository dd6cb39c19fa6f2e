package firsthop.grader.exams.tcp;

import java.math.BigInteger;

/**
 * Computes sequence numbers by their definition, with numbers that cannot overflow and have no sign
 * problem.
 */
final class SequenceArithmetic {
  private static final BigInteger LAP = BigInteger.TWO.pow(Integer.SIZE);

  private SequenceArithmetic() {}

  /** Returns the sequence number of an index. */
  static int wrap(long index, int initial) {
    return unsigned(initial).add(BigInteger.valueOf(index)).mod(LAP).intValue();
  }

  /**
   * Returns the nearest index with a sequence number. The candidates are the three such indexes
   * from one lap below the checkpoint upwards. The result is the first one that is nearest and not
   * below 0.
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
