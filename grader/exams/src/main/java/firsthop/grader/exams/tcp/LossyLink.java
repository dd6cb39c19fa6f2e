package firsthop.grader.exams.tcp;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A link in virtual time that loses what is sent, delivers it twice, and lets it overtake. It never
 * loses the same thing more than twice running, so that whoever goes on trying gets through.
 */
final class LossyLink<T> {
  private static final int LOST_PERCENT = 20;
  private static final int TWICE_PERCENT = 10;
  private static final int MAX_LOSSES_RUNNING = 2;

  /** The longest that anything is on its way, in milliseconds. */
  static final int MAX_DELAY_MILLIS = 60;

  private record Arrival<T>(long millis, int turn, T item) {}

  private final SplittableRandom random;
  private final Function<T, Object> sameness;
  private final BiConsumer<T, String> log;
  private final Map<Object, Integer> lossesRunning = new HashMap<>();
  private final PriorityQueue<Arrival<T>> onTheWay =
      new PriorityQueue<>(
          Comparator.<Arrival<T>>comparingLong(Arrival::millis).thenComparingInt(Arrival::turn));
  private int turns;

  /**
   * Make a link with nothing on it.
   *
   * @param sameness what two things have in common that are the same to the link's fairness
   * @param log is told of each thing that is sent, and what becomes of it
   */
  LossyLink(SplittableRandom random, Function<T, Object> sameness, BiConsumer<T, String> log) {
    this.random = random;
    this.sameness = sameness;
    this.log = log;
  }

  /** Send something at a time. */
  void send(long now, T item) {
    Object same = sameness.apply(item);
    int losses = lossesRunning.getOrDefault(same, 0);
    if (losses < MAX_LOSSES_RUNNING && random.nextInt(100) < LOST_PERCENT) {
      lossesRunning.put(same, losses + 1);
      log.accept(item, "at " + now + " ms: lost");
      return;
    }
    lossesRunning.remove(same);
    long first = arrival(now, item);
    if (random.nextInt(100) < TWICE_PERCENT) {
      long second = arrival(now, item);
      log.accept(item, "at " + now + " ms: arrives at " + first + " and at " + second);
    } else {
      log.accept(item, "at " + now + " ms: arrives at " + first);
    }
  }

  private long arrival(long now, T item) {
    long at = now + random.nextInt(1, MAX_DELAY_MILLIS + 1);
    onTheWay.add(new Arrival<>(at, turns++, item));
    return at;
  }

  /** Return whether nothing is on its way. */
  boolean isEmpty() {
    return onTheWay.isEmpty();
  }

  /** Return when the next thing arrives, or the end of all time. */
  long nextMillis() {
    return onTheWay.isEmpty() ? Long.MAX_VALUE : onTheWay.element().millis();
  }

  /** Take what arrives next off the link. */
  T receive() {
    return onTheWay.remove().item();
  }
}
