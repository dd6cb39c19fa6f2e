// Changes to the other lap at a quarter of a lap, the size of the largest window.
package firsthop.tcp;

public class MySequenceNumbers implements SequenceNumbers {
  private static final long LAP = 1L << 32;

  @Override
  public int wrap(long index, int initial) {
    return (int) (Integer.toUnsignedLong(initial) + index);
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    long quarter = 1L << 30;
    long ahead = Integer.toUnsignedLong(sequence - wrap(checkpoint, initial));
    long index = ahead > quarter ? checkpoint + ahead - LAP : checkpoint + ahead;
    return index < 0 ? index + LAP : index;
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    return Integer.toUnsignedLong(sequence - windowStart) < windowSize;
  }
}
