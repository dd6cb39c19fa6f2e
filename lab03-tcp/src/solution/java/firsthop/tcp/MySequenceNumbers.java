package firsthop.tcp;

/**
 * Uses Java's {@code int}, which has 32 bits and drops what overflows. So its {@code +} and {@code
 * -} are modulo 2^32 already. A sign appears only when a number is compared, widened or printed.
 * This class never compares two sequence numbers. It uses their <em>difference</em>, which says how
 * far apart they are on the circle.
 *
 * <p>The same difference can be read in two ways. With its sign, from -2^31 to 2^31 - 1, it is the
 * shorter way around the circle, forwards or backwards: {@code unwrap} needs this. Without its
 * sign, from 0 to 2^32 - 1, it is the way forwards: {@code inWindow} needs this.
 *
 * <p>There is another way to write {@code unwrap}: compute the lap of the checkpoint, then the
 * index in this lap, in the lap before and in the lap after, and take the nearest of the three. It
 * is longer, and it is also right if everything is computed with {@code long}s.
 */
public final class MySequenceNumbers implements SequenceNumbers {
  private static final long LAP = 1L << 32;
  private static final long MAX_INDEX = 1L << 62;
  private static final int MAX_WINDOW = 1 << 30;

  /** Creates an instance. It has no state. */
  public MySequenceNumbers() {}

  @Override
  public int wrap(long index, int initial) {
    return (int) (initial + within(index, MAX_INDEX));
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    // At half a lap the difference is -2^31, never +2^31. So of two equally near, it is the
    // smaller.
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
