package firsthop.grader.exams.tcp;

import firsthop.tcp.Segment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A receiver that acknowledges each segment. Its window grows and shrinks, and is sometimes 0, but
 * not for ever. Sometimes the receiver takes only the first part of a segment, as if it had no room
 * for more, but it does this only once for each segment.
 */
final class ModelReceiver {
  private static final int MAX_WINDOW = 50;
  private static final int FULL_PERCENT = 15;
  private static final int MAX_FULL_IN_A_ROW = 2;
  private static final int PART_PERCENT = 25;

  /** An acknowledgement: the receiver has every index below {@code next}, and this window. */
  record Ack(long next, int window) {
    @Override
    public String toString() {
      return "ACK " + next + ", window " + window;
    }
  }

  private final ModelReassembler reassembler;
  private final SplittableRandom random;
  private final Set<Long> takenInPart = new HashSet<>();
  private int fullInARow;

  ModelReceiver(byte[] stream, SplittableRandom random) {
    this.reassembler = new ModelReassembler(stream, stream.length);
    this.random = random;
  }

  /** Takes a segment of the stream, and returns the acknowledgement. */
  Ack receive(Segment segment) {
    boolean part =
        segment.data().length > 1
            && random.nextInt(100) < PART_PERCENT
            && takenInPart.add(segment.index());
    reassembler.insert(part ? firstPart(segment) : segment);
    return new Ack(reassembler.wanted() + (reassembler.finished() ? 1 : 0), window());
  }

  /** Returns whether every byte and FIN have arrived. */
  boolean finished() {
    return reassembler.finished();
  }

  private Segment firstPart(Segment segment) {
    int size = random.nextInt(1, segment.data().length);
    return new Segment(segment.index(), Arrays.copyOf(segment.data(), size), false);
  }

  private int window() {
    if (fullInARow < MAX_FULL_IN_A_ROW && random.nextInt(100) < FULL_PERCENT) {
      fullInARow++;
      return 0;
    }
    fullInARow = 0;
    return random.nextInt(1, MAX_WINDOW + 1);
  }
}
