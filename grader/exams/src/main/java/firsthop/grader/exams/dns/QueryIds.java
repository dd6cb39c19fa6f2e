package firsthop.grader.exams.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks whether ids of 16 bits look random, as far as a small number of them can show it. Truly
 * random ids fail once in a hundred million runs.
 */
final class QueryIds {
  private static final int BITS = 16;
  private static final int CIRCLE = 1 << BITS;

  /** How many ids, or steps from id to id, may be equal by chance. */
  private static final int EQUAL = 4;

  /** For each bit, at least so many ids must have it set, and at least so many must not. */
  private static final int OF_EACH_KIND = 4;

  /** For random ids, one eighth of all steps are smaller than this, up or down. */
  private static final int SMALL = 1 << 12;

  private QueryIds() {}

  /**
   * Fails unless the ids vary in all their bits and have no regular pattern.
   *
   * @param ids the ids of one client, in the order of its calls, 24 or more
   * @param others the ids of another client, in the same way
   */
  static void assertHardToGuess(List<Integer> ids, List<Integer> others) {
    assertStepsDiffer(ids);
    assertStepsDiffer(others);
    List<Integer> all = new ArrayList<>(ids);
    all.addAll(others);
    assertThat(Set.copyOf(all))
        .as("different ids among %s", all)
        .hasSizeGreaterThanOrEqualTo(all.size() - EQUAL);
    for (int bit = 0; bit < BITS; bit++) {
      int mask = 1 << bit;
      assertThat(all.stream().filter(id -> (id & mask) != 0).count())
          .as("how many of the ids %s have bit %s set", all, bit)
          .isBetween((long) OF_EACH_KIND, (long) all.size() - OF_EACH_KIND);
    }
  }

  /** Rejects a counter, which has equal steps, and a clock, which has small steps. */
  private static void assertStepsDiffer(List<Integer> ids) {
    Set<Integer> steps = new HashSet<>();
    int small = 0;
    for (int i = 1; i < ids.size(); i++) {
      int step = Math.floorMod(ids.get(i) - ids.get(i - 1), CIRCLE);
      steps.add(step);
      small += Math.min(step, CIRCLE - step) < SMALL ? 1 : 0;
    }
    assertThat(steps)
        .as("different steps from id to id in %s", ids)
        .hasSizeGreaterThanOrEqualTo(ids.size() - 1 - EQUAL);
    assertThat(small)
        .as("steps of less than %s from id to id in %s", SMALL, ids)
        .isLessThan(ids.size() * 3 / 4);
  }
}
