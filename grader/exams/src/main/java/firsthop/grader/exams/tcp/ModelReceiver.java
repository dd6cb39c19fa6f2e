package firsthop.grader.exams.tcp;

import firsthop.tcp.Segment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A receiver that acknowledges each segment, with a window that grows and shrinks and is sometimes
 * 0, but not for ever. Now and then it takes only the first part of a segment, as one does that has
 * no room for more, but never twice of the same.
 */
final class ModelReceiver {
  private static final int MAX_WINDOW = 50;
  private static final int FULL_PERCENT = 15;
  private static final int MAX_FULL_RUNNING = 2;
  private static final int PART_PERCENT = 25;

  /** An acknowledgement: the receiver has every index below {@code next}, and so much room. */
  record Ack(long next, int window) {
    @Override
    public String toString() {
      return "ACK " + next + ", window " + window;
    }
  }

  private final ByteMap map;
  private final SplittableRandom random;
  private final Set<Long> takenInPart = new HashSet<>();
  private int fullRunning;

  ModelReceiver(byte[] stream, SplittableRandom random) {
    this.map = new ByteMap(stream, stream.length);
    this.random = random;
  }

  /** Take a segment of the stream, and answer it. */
  Ack receive(Segment segment) {
    boolean part =
        segment.data().length > 1
            && random.nextInt(100) < PART_PERCENT
            && takenInPart.add(segment.index());
    map.insert(part ? firstPart(segment) : segment);
    return new Ack(map.wanted() + (map.finished() ? 1 : 0), window());
  }

  /** Return whether every byte and FIN have arrived. */
  boolean finished() {
    return map.finished();
  }

  private Segment firstPart(Segment segment) {
    int size = random.nextInt(1, segment.data().length);
    return new Segment(segment.index(), Arrays.copyOf(segment.data(), size), false);
  }

  private int window() {
    if (fullRunning < MAX_FULL_RUNNING && random.nextInt(100) < FULL_PERCENT) {
      fullRunning++;
      return 0;
    }
    fullRunning = 0;
    return random.nextInt(1, MAX_WINDOW + 1);
  }
}
