// Looks in the lap of the checkpoint and in the next one, never in the one before.
package firsthop.tcp;

public class MySequenceNumbers implements SequenceNumbers {
  private static final long LAP = 1L << 32;

  @Override
  public int wrap(long index, int initial) {
    return (int) (Integer.toUnsignedLong(initial) + index);
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    long first = Integer.toUnsignedLong(sequence - initial);
    long lap = checkpoint / LAP;
    long best = lap * LAP + first;
    for (long near = lap; near <= lap + 1; near++) {
      long index = near * LAP + first;
      if (Math.abs(index - checkpoint) < Math.abs(best - checkpoint)) {
        best = index;
      }
    }
    return best;
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    return Integer.toUnsignedLong(sequence - windowStart) < windowSize;
  }
}
