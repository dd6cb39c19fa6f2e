package firsthop.grader.grading;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds one bench, and replaces it when it cannot be used again. */
public final class BenchSlot implements AutoCloseable {
  private final Sandbox sandbox;
  private final int number;
  private final long seed;
  private final WaitLimits patience;
  private @Nullable Bench bench;

  /**
   * Creates a slot without a bench.
   *
   * @param number the bench's number, 1 to 250, which no other slot has
   * @param seed the seed of the hidden tests' random numbers
   */
  public BenchSlot(Sandbox sandbox, int number, long seed, WaitLimits patience) {
    this.sandbox = sandbox;
    this.number = number;
    this.seed = seed;
    this.patience = patience;
  }

  /** Returns the plan of the bench; starts a bench if there is none. */
  public ExamPlan plan() throws MachineFaultException {
    return usableBench().plan();
  }

  /**
   * Runs tests on one submission; see {@link Bench#examine}.
   *
   * @param sealed the plan of the run, which must be the plan of every bench
   */
  List<String> examine(
      ExamPlan sealed, ToExaminer.Examine request, Consumer<FromExaminer.Decided> decided)
      throws MachineFaultException {
    if (!plan().equals(sealed)) {
      close();
      throw new MachineFaultException(
          "the examiner of bench " + number + " has different tests from the plan of this run");
    }
    return usableBench().examine(request, decided);
  }

  @Override
  public void close() {
    if (bench != null) {
      bench.close();
      bench = null;
    }
  }

  private Bench usableBench() throws MachineFaultException {
    if (bench != null && !bench.isReusable()) {
      close();
    }
    if (bench == null) {
      bench = new Bench(sandbox, number, seed, patience);
    }
    return bench;
  }
}
