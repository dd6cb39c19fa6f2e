// Writes half a lap as 1 << 31, which is negative, and so goes a lap back each time.
package firsthop.tcp;

public class MySequenceNumbers implements SequenceNumbers {
  private static final long LAP = 1L << 32;

  @Override
  public int wrap(long index, int initial) {
    return (int) (Integer.toUnsignedLong(initial) + index);
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    int half = 1 << 31;
    long first = Integer.toUnsignedLong(sequence - initial);
    long index = checkpoint / LAP * LAP + first;
    if (index - checkpoint > half && index >= LAP) {
      return index - LAP;
    }
    return index;
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    return Integer.toUnsignedLong(sequence - windowStart) < windowSize;
  }
}
