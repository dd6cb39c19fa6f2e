package firsthop.grader.exams.tcp;

import firsthop.tcp.Segment;
import java.util.SplittableRandom;

/**
 * A receiver that takes whatever comes and acknowledges each segment, with a window that grows and
 * shrinks and is sometimes 0, but not for ever.
 */
final class ModelReceiver {
  private static final int MAX_WINDOW = 50;
  private static final int FULL_PERCENT = 15;
  private static final int MAX_FULL_RUNNING = 2;

  /** An acknowledgement: the receiver has every index below {@code next}, and so much room. */
  record Ack(long next, int window) {
    @Override
    public String toString() {
      return "ACK " + next + ", window " + window;
    }
  }

  private final ByteMap map;
  private final SplittableRandom random;
  private int fullRunning;

  ModelReceiver(byte[] stream, SplittableRandom random) {
    this.map = new ByteMap(stream, stream.length);
    this.random = random;
  }

  /** Take a segment of the stream, and answer it. */
  Ack receive(Segment segment) {
    map.insert(segment);
    return new Ack(map.wanted() + (map.finished() ? 1 : 0), window());
  }

  /** Return whether every byte and FIN have arrived. */
  boolean finished() {
    return map.finished();
  }

  @Override
  public String toString() {
    return map.finished() ? "the receiver has all" : "the receiver wants index " + map.wanted();
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
