// Longs without a sign: a stream of candidate laps for unwrap, and two ranges for a window.
package firsthop.tcp;

import java.util.Comparator;
import java.util.stream.LongStream;

public class MySequenceNumbers implements SequenceNumbers {
  private static final long LAP = 4_294_967_296L;

  @Override
  public int wrap(long index, int initial) {
    long number = (Integer.toUnsignedLong(initial) + index % LAP) % LAP;
    return Integer.parseUnsignedInt(Long.toString(number));
  }

  @Override
  public long unwrap(int sequence, int initial, long checkpoint) {
    long first =
        Math.floorMod(Integer.toUnsignedLong(sequence) - Integer.toUnsignedLong(initial), LAP);
    long lap = checkpoint / LAP;
    return LongStream.of(lap - 1, lap, lap + 1)
        .map(near -> near * LAP + first)
        .filter(index -> index >= 0)
        .boxed()
        .min(
            Comparator.<Long>comparingLong(index -> Math.abs(index - checkpoint))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  @Override
  public boolean inWindow(int sequence, int windowStart, int windowSize) {
    long number = Integer.toUnsignedLong(sequence);
    long start = Integer.toUnsignedLong(windowStart);
    long end = start + windowSize;
    return start <= number && number < end || number + LAP < end;
  }
}
