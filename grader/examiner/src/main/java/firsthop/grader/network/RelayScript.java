package firsthop.grader.network;

import firsthop.grader.exam.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The script that says what happens to each datagram on the path. It is complete before the first
 * datagram is sent. It identifies datagrams by their direction, their summary from the dissector,
 * and a count of equal ones, never by the clock, so that a failure can be repeated.
 */
public final class RelayScript {
  /** Otherwise some seed could lose every attempt of a client. */
  private static final int MAX_LOST_IN_A_ROW = 3;

  private static final int PERCENT = 100;

  private final Weather weather;
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private RelayScript(Weather weather) {
    this.weather = weather;
  }

  /** Returns a script that lets every datagram pass, until rules are added. */
  public static RelayScript calm() {
    return new RelayScript((direction, summary, count) -> PathAction.PASSES);
  }

  /**
   * Returns a script that loses datagrams at random, duplicates 5 % and reorders 5 % of them.
   *
   * @param seed the same seed gives the same script
   * @param lostOf100 the percentage of lost datagrams
   */
  public static RelayScript storm(Seed seed, int lostOf100) {
    return new RelayScript(
        (direction, summary, count) -> stormy(seed, lostOf100, direction, summary, count));
  }

  /**
   * Adds a rule. If several rules match, the first one applies.
   *
   * @param summary the dissector's summary of the datagram, or its first words
   * @param count the number of the matching datagram, counted from 1; 0 for every one
   */
  public RelayScript when(Direction direction, String summary, int count, PathAction action) {
    rules.add(new Rule(direction, summary, count, action));
    return this;
  }

  /** Returns what happens to the next datagram. */
  synchronized PathAction decide(Direction direction, String summary) {
    int count = counts.merge(direction + " " + summary, 1, Integer::sum);
    PathAction decided = null;
    for (Rule rule : rules) {
      if (rule.matches(direction, summary)) {
        rule.seen++;
        if (decided == null && (rule.count == 0 || rule.count == rule.seen)) {
          decided = rule.action;
        }
      }
    }
    return decided == null ? weather.action(direction, summary, count) : decided;
  }

  private static PathAction stormy(
      Seed seed, int lostOf100, Direction direction, String summary, int count) {
    int draw = draw(seed, direction, summary, count);
    if (draw < lostOf100) {
      for (int before = 1; before <= MAX_LOST_IN_A_ROW; before++) {
        if (before == count || draw(seed, direction, summary, count - before) >= lostOf100) {
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

  private static int draw(Seed seed, Direction direction, String summary, int count) {
    Seed own = seed.forTest(direction + " " + summary + " " + count);
    return new SplittableRandom(own.value()).nextInt(PERCENT);
  }

  private interface Weather {
    PathAction action(Direction direction, String summary, int count);
  }

  private static final class Rule {
    private final Direction direction;
    private final String summary;
    private final int count;
    private final PathAction action;
    private int seen;

    Rule(Direction direction, String summary, int count, PathAction action) {
      this.direction = direction;
      this.summary = summary;
      this.count = count;
      this.action = action;
    }

    boolean matches(Direction going, String described) {
      return direction == going
          && (described.equals(summary) || described.startsWith(summary + " "));
    }
  }
}
