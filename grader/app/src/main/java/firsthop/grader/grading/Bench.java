package firsthop.grader.grading;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.Worker;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An examiner, kept warm, and the place beside it for one candidate at a time. After a fault, and
 * when a submission left something behind, it is not fit for another: see {@link #fit}.
 */
final class Bench implements AutoCloseable {
  /** A test may run twice: beside others, and alone. */
  private static final int ROUNDS = 2;

  private final Sandbox sandbox;
  private final WaitLimits patience;
  private final Worker<ToExaminer, FromExaminer> examiner;
  private final ExamPlan plan;
  private Sandbox.@Nullable Candidate candidate;
  private boolean fit = true;

  /**
   * Starts the examiner of bench {@code number}, 1 to 250; its tests' chance comes from the seed.
   */
  Bench(Sandbox sandbox, int number, long seed, WaitLimits patience) throws MachineFaultException {
    this.sandbox = sandbox;
    this.patience = patience;
    this.examiner = sandbox.startExaminer();
    try {
      say(new ToExaminer.Open(number, sandbox.describe().ownNamespace(), seed));
      FromExaminer first = listen(patience.start());
      if (!(first instanceof FromExaminer.Planned planned)) {
        throw new MachineFaultException("the examiner did not say what it can examine: " + first);
      }
      this.plan = planned.plan();
    } catch (MachineFaultException fault) {
      examiner.close();
      throw fault;
    }
  }

  /** Returns what this bench can examine. */
  ExamPlan plan() {
    return plan;
  }

  /** Tells whether another submission may be examined here. */
  boolean fit() {
    return fit;
  }

  /**
   * Runs tests on one submission.
   *
   * @param decided gets each verdict as soon as it stands
   * @return what the submission left behind, which is empty or the end of this bench
   * @throws MachineFaultException when the examination could not be ended; what was decided before
   *     stands
   */
  List<String> examine(ToExaminer.Examine request, Consumer<FromExaminer.Decided> decided)
      throws MachineFaultException {
    fit = false;
    List<ExamPlan.Test> tests = tests(request);
    long deadline = System.nanoTime() + whole(tests).toNanos();
    Duration silence = patience.silence().plus(longest(tests));
    say(request);
    while (true) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      FromExaminer message = listen(left.compareTo(silence) < 0 ? left : silence);
      if (message instanceof FromExaminer.Decided verdict) {
        decided.accept(verdict);
      } else if (message instanceof FromExaminer.CandidateWanted wanted && candidate == null) {
        candidate = sandbox.startCandidate(examiner, wanted.port(), wanted.token());
      } else if (message instanceof FromExaminer.CandidateDone done) {
        say(new ToExaminer.CandidateGone(endCandidate(done.ended())));
      } else if (message instanceof FromExaminer.Finished finished) {
        fit = finished.remains().isEmpty();
        return finished.remains();
      } else if (message instanceof FromExaminer.Broken broken) {
        throw new MachineFaultException(broken.why());
      } else {
        throw new MachineFaultException("the examiner said out of turn: " + message);
      }
    }
  }

  @Override
  public void close() {
    try {
      endCandidate(false);
    } catch (MachineFaultException gone) {
      // The sandbox ends what is left when it is closed.
    } finally {
      examiner.close();
    }
  }

  private List<ExamPlan.Test> tests(ToExaminer.Examine request) {
    return plan.exercises().stream()
        .flatMap(exercise -> exercise.tests().stream())
        .filter(test -> request.tests().contains(test.key()))
        .toList();
  }

  /**
   * The hard deadline: no examination outlasts its tests' limits, each beside others and alone, and
   * a fresh candidate for each.
   */
  private Duration whole(List<ExamPlan.Test> tests) {
    long limits = tests.stream().mapToLong(ExamPlan.Test::limitMillis).sum();
    return patience
        .silence()
        .plusMillis(ROUNDS * limits)
        .plus(patience.change().multipliedBy(tests.size()));
  }

  private static Duration longest(List<ExamPlan.Test> tests) {
    return Duration.ofMillis(tests.stream().mapToInt(ExamPlan.Test::limitMillis).max().orElse(0));
  }

  private String endCandidate(boolean ended) throws MachineFaultException {
    Sandbox.Candidate present = candidate;
    candidate = null;
    return present == null ? "" : present.end(ended);
  }

  private void say(ToExaminer message) throws MachineFaultException {
    examiner.send(message, patience.silence());
  }

  private FromExaminer listen(Duration limit) throws MachineFaultException {
    return examiner
        .receive(limit)
        .orElseThrow(
            () -> new MachineFaultException("the examiner's process ended" + examiner.why()));
  }
}
