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
    long best = first;
    for (long near = Math.max(0, lap - 1); near <= lap + 1; near++) {
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
