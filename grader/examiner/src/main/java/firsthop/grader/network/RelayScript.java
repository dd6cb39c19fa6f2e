package firsthop.grader.network;

import firsthop.grader.exam.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What the path does to which datagram, settled before the first is sent. Datagrams are told apart
 * by their direction and by what the dissector says of them, and repeats by their count, never by
 * the clock: so the same failure comes back on the next run.
 */
public final class RelayScript {
  /** In a row, of one datagram: or a seed could lose all tries of a patient client. */
  private static final int MOST_LOST_IN_A_ROW = 3;

  private static final int PERCENT = 100;

  private final Weather weather;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private RelayScript(Weather weather) {
    this.weather = weather;
  }

  /** Returns a script by which everything passes, unless rules are added. */
  public static RelayScript calm() {
    return new RelayScript((direction, what, count) -> PathAction.PASSES);
  }

  /**
   * Returns a script by which so many of 100 datagrams are lost, 5 come twice, 5 are overtaken.
   *
   * @param seed the same seed, the same fates
   */
  public static RelayScript storm(Seed seed, int lostOf100) {
    return new RelayScript(
        (direction, what, count) -> stormy(seed, lostOf100, direction, what, count));
  }

  /**
   * Adds a rule; of several that match, the first counts.
   *
   * @param what what the datagram is: all that the dissector says of it, or its first words
   * @param count which one, counted from 1; 0 for every one
   */
  public RelayScript when(Direction direction, String what, int count, PathAction fate) {
    rules.add(new Rule(direction, what, count, fate));
    return this;
  }

  /** Decides on the next datagram. */
  synchronized PathAction decide(Direction direction, String what) {
    int count = counts.merge(direction + " " + what, 1, Integer::sum);
    PathAction decided = null;
    for (Rule rule : rules) {
      if (rule.matches(direction, what)) {
        rule.seen++;
        if (decided == null && (rule.count == 0 || rule.count == rule.seen)) {
          decided = rule.fate;
        }
      }
    }
    return decided == null ? weather.fate(direction, what, count) : decided;
  }

  private static PathAction stormy(
      Seed seed, int lostOf100, Direction direction, String what, int count) {
    int draw = draw(seed, direction, what, count);
    if (draw < lostOf100) {
      for (int before = 1; before <= MOST_LOST_IN_A_ROW; before++) {
        if (before == count || draw(seed, direction, what, count - before) >= lostOf100) {
          return PathAction.LOST;
        }
      }
      return PathAction.PASSES;
    }
    if (draw < lostOf100 + 5) {
      return PathAction.TWICE;
    }
    return draw < lostOf100 + 10 ? PathAction.OVERTAKEN : PathAction.PASSES;
  }

  private static int draw(Seed seed, Direction direction, String what, int count) {
    Seed own = seed.forTest(direction + " " + what + " " + count);
    return new SplittableRandom(own.value()).nextInt(PERCENT);
  }

  private interface Weather {
    PathAction fate(Direction direction, String what, int count);
  }

  private static final class Rule {
    private final Direction direction;
    private final String what;
    private final int count;
    private final PathAction fate;
    private int seen;

    Rule(Direction direction, String what, int count, PathAction fate) {
      this.direction = direction;
      this.what = what;
      this.count = count;
      this.fate = fate;
    }

    boolean matches(Direction going, String described) {
      return direction == going && (described.equals(what) || described.startsWith(what + " "));
    }
  }
}
