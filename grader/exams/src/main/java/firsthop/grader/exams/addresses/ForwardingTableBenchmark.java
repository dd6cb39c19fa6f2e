package firsthop.grader.exams.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.addresses.ForwardingTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures how the time for a route and for a lookup grows while a table is filled with up to
 * 100,000 routes. It takes the fastest of several short calls, so that a busy machine or a garbage
 * collection during one call does not change the result.
 */
final class ForwardingTableBenchmark {
  private static final int START = 390;
  private static final int STEP = 4;
  private static final int LEVELS = 5;

  /** A divisor of {@link #START}. */
  private static final int ROUTES_PER_CALL = 195;

  private static final int LOOKUPS_PER_CALL = 250;
  private static final int LOOKUP_CALLS = 40;

  /** The offsets of the routes in each block of addresses. Some routes contain others. */
  private static final int[] STARTS = {0x400, 0x510, 0x000, 0x500};

  private static final int[] LENGTHS = {22, 28, 20, 24};

  private static final int BLOCK_SHIFT = 12;

  /** An odd factor, so that all 2^20 blocks stay different. */
  private static final int SCATTER = 0x9E375;

  /** A prime, so that lookups come in another order than the routes were added. */
  private static final int STRIDE = 7_919;

  private final ForwardingTable table;
  private int size;
  private int asked;

  ForwardingTableBenchmark(ForwardingTable table) {
    this.table = table;
  }

  /** Runs the code without a measurement, so that the JVM has compiled it before the next ones. */
  void warmUp() {
    addNanos(STEP * START);
    lookupNanos();
  }

  /**
   * Returns the largest factor by which the time for n routes, or for n lookups, grows when n
   * becomes four times as large. It is about 4 for a good table, and about 16 if each call goes
   * through all routes. Each factor is the geometric mean of two steps, because one step is steeper
   * than the others: the one at which the table becomes larger than the processor's cache.
   *
   * @param limit the growth at which the measurement stops early
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
   * Adds routes in many short calls until the table has the new size. Returns the time for one
   * route in the fastest call of the second half.
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

  /** Looks up destinations in many short calls. Returns the time for one in the fastest call. */
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
      assertThat(found).as("results of %d lookups", LOOKUPS_PER_CALL).hasSize(LOOKUPS_PER_CALL);
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
