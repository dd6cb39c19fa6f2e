// Rounds to the nearest lap in a double, which is inexact far out.
package firsthop.tcp;

public class MySequenceNumbers implements SequenceNumbers {
  private static final long LAP = 1L << 32;

  @Override
  public int wrap(long index, int initial) {
    return (int) (Integer.toUnsignedLong(initial) + index);
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    double first = Integer.toUnsignedLong(sequence - initial);
    double laps = Math.max(0, Math.ceil((checkpoint - first) / LAP - 0.5));
    return (long) (laps * LAP + first);
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    return Integer.toUnsignedLong(sequence - windowStart) < windowSize;
  }
}
