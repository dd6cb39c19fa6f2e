// Sends index 0 a lap ahead, with the negative ones.
package firsthop.tcp;

public class MySequenceNumbers implements SequenceNumbers {
  private static final long LAP = 1L << 32;

  @Override
  public int wrap(long index, int initial) {
    return (int) (Integer.toUnsignedLong(initial) + index);
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    long index = checkpoint + (sequence - wrap(checkpoint, initial));
    return index <= 0 ? index + LAP : index;
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    return Integer.toUnsignedLong(sequence - windowStart) < windowSize;
  }
}
