package firsthop.grader.exams.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells ids that somebody could guess from random ones, so far as a few of them show it. */
final class Ids {
  /** Of random ids, two are equal once in millions of runs; three or more never are. */
  private static final int EQUAL = 1;

  /**
   * How many ids at least have a bit set, and how many have not. Of 40 random ids less than 2 have,
   * or have not, once in 400 million runs, all 32 bits taken together.
   */
  private static final int OF_EACH_KIND = 2;

  /**
   * An eighth of all steps are smaller, up or down; three of four once in 10 billion runs. In
   * nanoseconds it is a quarter of a second, long for one call.
   */
  private static final int SMALL = 1 << 28;

  private Ids() {}

  /**
   * Fail unless ids differ in all their bits and in no regular way.
   *
   * @param ids those of one client and those of another, each in the order of its calls, 20 or more
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

  /** A counter goes in equal steps, however large they are; a clock goes in small ones. */
  private static void assertStepsDiffer(List<Integer> ids) {
    Set<Integer> steps = new HashSet<>();
    int small = 0;
    for (int i = 1; i < ids.size(); i++) {
      int step = ids.get(i) - ids.get(i - 1);
      steps.add(step);
      small += Math.abs((long) step) < SMALL ? 1 : 0;
    }
    assertThat(steps)
        .as("different steps from id to id in %s", hex(ids))
        .hasSizeGreaterThanOrEqualTo(ids.size() - 1 - EQUAL);
    assertThat(small)
        .as("steps of less than %s from id to id in %s", SMALL, hex(ids))
        .isLessThan(ids.size() * 3 / 4);
  }

  private static String hex(List<Integer> ids) {
    return ids.stream().map("%08x"::formatted).collect(Collectors.joining(" "));
  }
}
