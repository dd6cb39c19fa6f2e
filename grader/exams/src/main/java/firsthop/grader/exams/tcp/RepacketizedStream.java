package firsthop.grader.exams.tcp;

import firsthop.tcp.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * The segments of a stream as a lossy link delivers them. The sender cuts the stream into new
 * pieces each time it sends. So the segments come in any order, with gaps that are filled later;
 * they overlap, and some lie beyond the capacity.
 */
final class RepacketizedStream {
  private static final int MAX_SEGMENT = 16;
  private static final int MAX_PAUSE_MILLIS = 12;

  /** How far below next wanted, and how far beyond the capacity, a segment may begin. */
  private static final int MARGIN = 8;

  private final SplittableRandom random;
  private final byte[] stream;
  private final int capacity;
  private final List<Segment> arrivals = new ArrayList<>();

  /**
   * Creates a stream of random bytes, and sends it until all of it has arrived.
   *
   * @param log gets each segment, and what happens to it on the link
   */
  RepacketizedStream(
      SplittableRandom random, int length, int capacity, BiConsumer<Segment, String> log) {
    this.random = random;
    this.capacity = capacity;
    stream = new byte[length];
    random.nextBytes(stream);
    ModelReassembler model = model();
    LossyLink<Segment> link = new LossyLink<>(random, Segment::index, log);
    long now = 0;
    while (!model.finished() || !link.isEmpty()) {
      if (!model.finished()) {
        link.send(now, cut(model.wanted()));
      }
      now += random.nextInt(1, MAX_PAUSE_MILLIS);
      while (link.nextMillis() <= now) {
        Segment segment = link.receive();
        arrivals.add(segment);
        model.insert(segment);
      }
    }
  }

  /** Returns a model for this stream that has received nothing yet. */
  ModelReassembler model() {
    return new ModelReassembler(stream, capacity);
  }

  /** Returns the segments in the order in which they arrive. */
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
