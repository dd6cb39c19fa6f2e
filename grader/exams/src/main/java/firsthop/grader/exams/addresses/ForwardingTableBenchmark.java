package firsthop.grader.exams.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.addresses.ForwardingTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills a table with up to 100,000 routes and judges by how much the time for a route and for a
 * lookup grows meanwhile. It takes the best of several short calls, so that a busy machine or a
 * collection of garbage in one of them changes nothing.
 */
final class GrowingTable {
  private static final int START = 390;
  private static final int STEP = 4;
  private static final int LEVELS = 5;

  /** START is a multiple of it. */
  private static final int ROUTES_PER_CALL = 195;

  private static final int LOOKUPS_PER_CALL = 250;
  private static final int LOOKUP_CALLS = 40;

  /** What a block of addresses holds: routes within routes, shown by where they start in it. */
  private static final int[] STARTS = {0x400, 0x510, 0x000, 0x500};

  private static final int[] LENGTHS = {22, 28, 20, 24};

  private static final int BLOCK_SHIFT = 12;

  /** An odd number, so that no two of the 2^20 blocks fall together. */
  private static final int SCATTER = 0x9E375;

  /** A prime, so that destinations are asked for in an order in which nobody adds routes. */
  private static final int STRIDE = 7_919;

  private final ForwardingTable table;
  private int size;
  private int asked;

  GrowingTable(ForwardingTable table) {
    this.table = table;
  }

  /** Take part without being judged, so that what is judged runs on a JVM that knows the code. */
  void warmUp() {
    addNanos(STEP * START);
    lookupNanos();
  }

  /**
   * Return how much longer n routes, or n lookups, take where there are four times as many: about 4
   * if all is well, about 16 if each goes through all routes. Two such steps are taken together,
   * since the one at which a table outgrows the processor's cache is steeper than others.
   *
   * @param limit a growth at which there is no need to go on
   */
  double worstGrowth(int limit) {
    double[] add = new double[LEVELS];
    double[] lookup = new double[LEVELS];
    double worst = 0;
    for (int level = 0; level < LEVELS && worst < limit; level++) {
      add[level] = addNanos(level == 0 ? START : STEP * size);
      lookup[level] = lookupNanos();
      if (level >= 2) {
        double each = Math.max(add[level] / add[level - 2], lookup[level] / lookup[level - 2]);
        worst = Math.max(worst, STEP * Math.sqrt(each));
      }
    }
    return worst;
  }

  /**
   * Add routes up to a size in many short calls; return the time for one, by the best call once
   * half of them are there.
   */
  private double addNanos(int newSize) {
    double best = Double.MAX_VALUE;
    while (size < newSize) {
      Map<String, String> nextHops = new LinkedHashMap<>();
      for (int end = size + ROUTES_PER_CALL; size < end; size++) {
        nextHops.put(text(network(size)) + "/" + LENGTHS[size % LENGTHS.length], nextHop(size));
      }
      long start = System.nanoTime();
      table.addAll(nextHops);
      if (2 * size > newSize) {
        best = Math.min(best, (double) (System.nanoTime() - start) / ROUTES_PER_CALL);
      }
    }
    return best;
  }

  /** Look up destinations in many short calls; return the time for one, by the best call. */
  private double lookupNanos() {
    double best = Double.MAX_VALUE;
    for (int call = 0; call < LOOKUP_CALLS; call++) {
      List<String> destinations = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < LOOKUPS_PER_CALL; i++) {
        asked = (asked + STRIDE) % size;
        destinations.add(text(network(asked) | 1));
        expected.add(nextHop(asked));
      }
      long start = System.nanoTime();
      List<Optional<String>> found = table.lookupAll(destinations);
      best = Math.min(best, (double) (System.nanoTime() - start) / LOOKUPS_PER_CALL);
      assertThat(found).as("answers to %d lookups", LOOKUPS_PER_CALL).hasSize(LOOKUPS_PER_CALL);
      for (int i = 0; i < LOOKUPS_PER_CALL; i++) {
        assertThat(found.get(i))
            .as("lookup(\"%s\") among %,d routes", destinations.get(i), size)
            .contains(expected.get(i));
      }
    }
    return best;
  }

  private static int network(int route) {
    int block = route / STARTS.length * SCATTER << BLOCK_SHIFT;
    return block | STARTS[route % STARTS.length];
  }

  private static String nextHop(int route) {
    return text(route);
  }

  private static String text(int address) {
    return (address >>> 24)
        + "."
        + (address >>> 16 & 0xFF)
        + "."
        + (address >>> 8 & 0xFF)
        + "."
        + (address & 0xFF);
  }
}
