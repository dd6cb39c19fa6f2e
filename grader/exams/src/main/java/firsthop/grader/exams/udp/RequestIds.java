package firsthop.grader.exams.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks whether request ids are random, as far as a few of them can show it. */
final class RequestIds {
  /** How many equal ids are accepted: two random ids are equal once in millions of runs. */
  private static final int EQUAL = 1;

  /**
   * The minimum number of ids in which a bit is 1, and in which it is 0. With 40 random ids, one of
   * the 32 bits breaks this rule only once in 400 million runs.
   */
  private static final int OF_EACH_KIND = 2;

  /**
   * Steps between ids below this size are small. Of random steps, one in eight is small; three in
   * four are small only once in 10 billion runs. As nanoseconds this is a quarter of a second, a
   * long time for one call.
   */
  private static final int SMALL = 1 << 28;

  private RequestIds() {}

  /**
   * Fails if a bit hardly ever changes, if ids are equal, or if their steps are regular.
   *
   * @param ids the ids of one client, in the order of its calls, at least 20
   * @param others the ids of another client, in the order of its calls, at least 20
   */
  static void assertHardToGuess(List<Integer> ids, List<Integer> others) {
    assertStepsDiffer(ids);
    assertStepsDiffer(others);
    List<Integer> all = new ArrayList<>(ids);
    all.addAll(others);
    assertThat(Set.copyOf(all))
        .as("different ids among %s", hex(all))
        .hasSizeGreaterThanOrEqualTo(all.size() - EQUAL);
    for (int bit = 0; bit < Integer.SIZE; bit++) {
      int mask = 1 << bit;
      assertThat(all.stream().filter(id -> (id & mask) != 0).count())
          .as("how many of the ids %s have bit %s set", hex(all), bit)
          .isBetween((long) OF_EACH_KIND, (long) all.size() - OF_EACH_KIND);
    }
  }

  /** Fails for a counter, which makes equal steps, and for a clock, which makes small steps. */
  private static void assertStepsDiffer(List<Integer> ids) {
    Set<Integer> steps = new HashSet<>();
    int small = 0;
    for (int i = 1; i < ids.size(); i++) {
      int step = ids.get(i) - ids.get(i - 1);
      steps.add(step);
      small += Math.abs((long) step) < SMALL ? 1 : 0;
    }
    assertThat(steps)
        .as("different steps from one id to the next in %s", hex(ids))
        .hasSizeGreaterThanOrEqualTo(ids.size() - 1 - EQUAL);
    assertThat(small)
        .as("steps of less than %s from one id to the next in %s", SMALL, hex(ids))
        .isLessThan(ids.size() * 3 / 4);
  }

  private static String hex(List<Integer> ids) {
    return ids.stream().map("%08x"::formatted).collect(Collectors.joining(" "));
  }
}
