// Counts up lap by lap from the first to the nearest.
package firsthop.tcp;

public class MySequenceNumbers implements SequenceNumbers {
  private static final long LAP = 1L << 32;

  @Override
  public int wrap(long index, int initial) {
    return (int) (Integer.toUnsignedLong(initial) + index);
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    long best = Integer.toUnsignedLong(sequence - initial);
    while (Math.abs(best + LAP - checkpoint) < Math.abs(best - checkpoint)) {
      best += LAP;
    }
    return best;
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    return Integer.toUnsignedLong(sequence - windowStart) < windowSize;
  }
}
