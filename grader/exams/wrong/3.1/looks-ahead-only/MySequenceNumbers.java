// Takes the first index from the checkpoint on: a number just below it is a lap away.
package firsthop.tcp;

public class MySequenceNumbers implements SequenceNumbers {
  @Override
  public int wrap(long index, int initial) {
    return (int) (Integer.toUnsignedLong(initial) + index);
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    return checkpoint + Integer.toUnsignedLong(sequence - wrap(checkpoint, initial));
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    return Integer.toUnsignedLong(sequence - windowStart) < windowSize;
  }
}
