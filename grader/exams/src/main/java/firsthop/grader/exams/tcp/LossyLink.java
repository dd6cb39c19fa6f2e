package firsthop.grader.exams.tcp;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A link in virtual time that loses items, delivers them twice, and changes their order. It never
 * loses the same item more than twice in a row, so a sender that sends again gets through.
 */
final class LossyLink<T> {
  private static final int LOST_PERCENT = 20;
  private static final int TWICE_PERCENT = 10;
  private static final int MAX_LOSSES_IN_A_ROW = 2;

  /** The longest delay of an item, in milliseconds. */
  static final int MAX_DELAY_MILLIS = 60;

  private record Arrival<T>(long millis, int turn, T item) {}

  private final SplittableRandom random;
  private final Function<T, Object> identity;
  private final BiConsumer<T, String> log;
  private final Map<Object, Integer> lossesInARow = new HashMap<>();
  private final PriorityQueue<Arrival<T>> onTheWay =
      new PriorityQueue<>(
          Comparator.<Arrival<T>>comparingLong(Arrival::millis).thenComparingInt(Arrival::turn));
  private int turns;

  /**
   * Creates an empty link.
   *
   * @param identity returns the key of an item; two items with equal keys count as the same item
   * @param log gets each item that is sent, and what happens to it
   */
  LossyLink(SplittableRandom random, Function<T, Object> identity, BiConsumer<T, String> log) {
    this.random = random;
    this.identity = identity;
    this.log = log;
  }

  /** Sends an item at this time. */
  void send(long now, T item) {
    Object key = identity.apply(item);
    int losses = lossesInARow.getOrDefault(key, 0);
    if (losses < MAX_LOSSES_IN_A_ROW && random.nextInt(100) < LOST_PERCENT) {
      lossesInARow.put(key, losses + 1);
      log.accept(item, "at " + now + " ms: lost");
      return;
    }
    lossesInARow.remove(key);
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

  /** Returns whether nothing is on its way. */
  boolean isEmpty() {
    return onTheWay.isEmpty();
  }

  /** Returns when the next item arrives, or {@link Long#MAX_VALUE} if there is none. */
  long nextMillis() {
    return onTheWay.isEmpty() ? Long.MAX_VALUE : onTheWay.element().millis();
  }

  /** Removes the item that arrives next, and returns it. */
  T receive() {
    return onTheWay.remove().item();
  }
}
