package firsthop.grader.grading;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The place of one bench: what stands there is replaced when it is no longer fit. */
public final class BenchSlot implements AutoCloseable {
  private final Sandbox sandbox;
  private final int number;
  private final long seed;
  private final WaitLimits patience;
  private @Nullable Bench bench;

  /**
   * Makes an empty place.
   *
   * @param number 1 to 250, no other slot's
   * @param seed where the hidden tests' chance comes from
   */
  public BenchSlot(Sandbox sandbox, int number, long seed, WaitLimits patience) {
    this.sandbox = sandbox;
    this.number = number;
    this.seed = seed;
    this.patience = patience;
  }

  /** Returns what can be examined; starts a bench if there is none. */
  public ExamPlan plan() throws MachineFaultException {
    return fit().plan();
  }

  /**
   * Runs tests on one submission; see {@link Bench#examine}.
   *
   * @param sealed what every bench must be able to examine, no less and no more
   */
  List<String> examine(
      ExamPlan sealed, ToExaminer.Examine request, Consumer<FromExaminer.Decided> decided)
      throws MachineFaultException {
    if (!plan().equals(sealed)) {
      close();
      throw new MachineFaultException(
          "the examiner of bench " + number + " has other tests than the plan that is graded by");
    }
    return fit().examine(request, decided);
  }

  @Override
  public void close() {
    if (bench != null) {
      bench.close();
      bench = null;
    }
  }

  private Bench fit() throws MachineFaultException {
    if (bench != null && !bench.fit()) {
      close();
    }
    if (bench == null) {
      bench = new Bench(sandbox, number, seed, patience);
    }
    return bench;
  }
}
