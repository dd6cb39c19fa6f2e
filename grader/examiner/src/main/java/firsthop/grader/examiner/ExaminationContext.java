package firsthop.grader.examiner;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Seed;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What all tests of an examination have in common.
 *
 * @param watchdog ends tests whose time is up
 * @param bench whose addresses tests get
 * @param seed the run's
 */
record ExaminationContext(Grader grader, ScheduledExecutorService watchdog, int bench, Seed seed) {
  /** Across examinations: what lingers on an address of one test is far from the next one's. */
  private static final AtomicInteger NETWORKS = new AtomicInteger();

  /** Returns addresses for one test. */
  AddressPlan addresses() {
    return new AddressPlan(bench, Math.floorMod(NETWORKS.getAndIncrement(), AddressPlan.NETWORKS));
  }
}
