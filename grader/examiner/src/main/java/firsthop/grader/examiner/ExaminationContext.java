package firsthop.grader.examiner;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Seed;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The parameters that all tests of an examination share.
 *
 * @param watchdog ends tests whose time is over
 * @param bench the bench whose addresses the tests get
 * @param seed the seed of the run
 */
record ExaminationContext(Grader grader, ScheduledExecutorService watchdog, int bench, Seed seed) {
  /** Counts across examinations, so that late packets of one test do not reach the next. */
  private static final AtomicInteger NETWORKS = new AtomicInteger();

  /** Returns addresses for one test. */
  AddressPlan addresses() {
    return new AddressPlan(bench, Math.floorMod(NETWORKS.getAndIncrement(), AddressPlan.NETWORKS));
  }
}
