// Everything by the definition, in BigInteger: nothing overflows, nothing changes its sign.
package firsthop.tcp;

import java.math.BigInteger;

public class MySequenceNumbers implements SequenceNumbers {
  private static final BigInteger LAP = BigInteger.ONE.shiftLeft(32);
  private static final BigInteger HALF = BigInteger.ONE.shiftLeft(31);

  @Override
  public int wrap(long index, int initial) {
    return BigInteger.valueOf(index).add(BigInteger.valueOf(initial)).mod(LAP).intValue();
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    BigInteger first = distance(initial, sequence);
    BigInteger goal = BigInteger.valueOf(checkpoint);
    if (first.compareTo(goal.subtract(HALF)) >= 0) {
      return first.longValueExact();
    }
    // The first index from half a lap below the goal on is the nearest, and the smaller of two.
    BigInteger lowest = goal.subtract(HALF);
    BigInteger[] laps = lowest.subtract(first).divideAndRemainder(LAP);
    BigInteger lap = laps[1].signum() == 0 ? laps[0] : laps[0].add(BigInteger.ONE);
    return first.add(lap.multiply(LAP)).longValueExact();
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    return distance(windowStart, sequence).compareTo(BigInteger.valueOf(windowSize)) < 0;
  }

  private static BigInteger distance(int from, int to) {
    return BigInteger.valueOf(to).subtract(BigInteger.valueOf(from)).mod(LAP);
  }
}
