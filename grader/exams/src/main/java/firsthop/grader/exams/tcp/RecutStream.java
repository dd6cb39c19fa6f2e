package firsthop.grader.exams.tcp;

import firsthop.tcp.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * A stream as a lossy link delivers it, from a sender that cuts it anew each time: in any order,
 * with gaps that are filled later, in pieces that overlap, some behind the capacity.
 */
final class RecutStream {
  private static final int MAX_SEGMENT = 16;
  private static final int MAX_PAUSE_MILLIS = 12;

  /** How far behind what is wanted, and how far beyond the capacity, a segment may begin. */
  private static final int MARGIN = 8;

  private final SplittableRandom random;
  private final byte[] stream;
  private final int capacity;
  private final List<Segment> arrivals = new ArrayList<>();

  /**
   * Make a stream of random bytes, and send it until all of it has arrived.
   *
   * @param log is told of each segment, and what becomes of it on the link
   */
  RecutStream(SplittableRandom random, int length, int capacity, BiConsumer<Segment, String> log) {
    this.random = random;
    this.capacity = capacity;
    stream = new byte[length];
    random.nextBytes(stream);
    ByteMap map = map();
    LossyLink<Segment> link = new LossyLink<>(random, Segment::index, log);
    long now = 0;
    while (!map.finished() || !link.isEmpty()) {
      if (!map.finished()) {
        link.send(now, cut(map.wanted()));
      }
      now += random.nextInt(1, MAX_PAUSE_MILLIS);
      while (link.nextMillis() <= now) {
        Segment segment = link.receive();
        arrivals.add(segment);
        map.insert(segment);
      }
    }
  }

  /** Return a map of which nothing has arrived. */
  ByteMap map() {
    return new ByteMap(stream, capacity);
  }

  /** Return the segments in the order in which they arrive. */
  List<Segment> arrivals() {
    return arrivals;
  }

  private Segment cut(int wanted) {
    int near = wanted + random.nextInt(-MARGIN, Math.min(capacity, 3 * MAX_SEGMENT) + MARGIN);
    int from = Math.max(0, Math.min(random.nextInt(3) == 0 ? wanted : near, stream.length));
    int to = Math.min(from + random.nextInt(MAX_SEGMENT + 1), stream.length);
    boolean last = to == stream.length && random.nextInt(4) > 0;
    return new Segment(from, Arrays.copyOfRange(stream, from, to), last);
  }
}
