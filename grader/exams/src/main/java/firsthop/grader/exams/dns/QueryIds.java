package firsthop.grader.exams.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells ids of 16 bits that somebody could guess from random ones, so far as a few of them show it.
 * Random ones fail here once in a hundred million runs.
 */
final class QueryIds {
  private static final int BITS = 16;
  private static final int CIRCLE = 1 << BITS;

  /** Ids, or steps from id to id, that may be equal by chance. */
  private static final int EQUAL = 4;

  /** How many ids at least have a bit set, and how many have not. */
  private static final int OF_EACH_KIND = 4;

  /** An eighth of all steps are smaller, up or down. */
  private static final int SMALL = 1 << 12;

  private QueryIds() {}

  /**
   * Fail unless ids differ in all their bits and in no regular way.
   *
   * @param ids those of one client and those of another, each in the order of its calls, 24 or more
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

  /** A counter goes in equal steps, however large they are; a clock goes in small ones. */
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
