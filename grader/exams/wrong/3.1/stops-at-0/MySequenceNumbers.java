// Holds a negative index at 0.
package firsthop.tcp;

public class MySequenceNumbers implements SequenceNumbers {
  @Override
  public int wrap(long index, int initial) {
    return (int) (Integer.toUnsignedLong(initial) + index);
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    return Math.max(0, checkpoint + (sequence - wrap(checkpoint, initial)));
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    return Integer.toUnsignedLong(sequence - windowStart) < windowSize;
  }
}
