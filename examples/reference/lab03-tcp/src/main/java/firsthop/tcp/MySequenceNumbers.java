package firsthop.tcp;

/**
 * Lets Java's {@code int} do the work: it has 32 bits and drops what overflows, so its {@code +}
 * and {@code -} are modulo 2^32 already. A sign only ever appears when a number is compared,
 * widened or printed, and here no two sequence numbers are compared. Their <em>difference</em> is:
 * it says how far apart they are on the circle, wherever on it they lie.
 *
 * <p>One difference can be read in two ways. Read with its sign, from -2^31 to 2^31 - 1, it is the
 * shorter way around, forwards or back: just what {@code unwrap} wants. Read without, from 0 to
 * 2^32 - 1, it is the way forwards: just what {@code inWindow} wants.
 *
 * <p>The alternative for {@code unwrap} is to compute the lap of the checkpoint, to make the index
 * in that lap, the one before and the one after, and to take the nearest of the three. It is longer
 * and as right, if it is all done in {@code long}s.
 */
public final class MySequenceNumbers implements SequenceNumbers {
  private static final long LAP = 1L << 32;
  private static final long MAX_INDEX = 1L << 62;
  private static final int MAX_WINDOW = 1 << 30;

  /** Makes an instance; it has no state. */
  public MySequenceNumbers() {}

  @Override
  public int wrap(long index, int initial) {
    return (int) (initial + within(index, MAX_INDEX));
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    // At half a lap the difference is -2^31 and never +2^31: a tie goes to the smaller by itself.
    int difference = sequence - wrap(checkpoint, initial);
    long index = checkpoint + difference;
    return index < 0 ? index + LAP : index;
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    return Integer.toUnsignedLong(sequence - windowStart) < within(windowSize, MAX_WINDOW);
  }

  private static long within(long value, long most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(value + " is not from 0 to " + most);
    }
    return value;
  }
}
