package firsthop.grader.bench;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.Worker;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An examiner, kept warm, and the place beside it for one candidate at a time. After a fault, and
 * when a submission left something behind, it is not fit for another: see {@link #fit}.
 */
final class Bench implements AutoCloseable {
  /** How long an examiner may take to start and to find its exams. */
  private static final Duration START = Duration.ofSeconds(60);

  /** How long beyond a test's own limit the examiner may be silent: a candidate's start and end. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  /** How long the change from one candidate to the next may take. */
  private static final Duration CHANGE = Duration.ofSeconds(10);

  private final Sandbox sandbox;
  private final Worker<ToExaminer, FromExaminer> examiner;
  private final ExamPlan plan;
  private Sandbox.@Nullable Candidate candidate;
  private boolean fit = true;

  /** Start the examiner of bench {@code number}, 1 to 250. */
  Bench(Sandbox sandbox, int number) throws MachineFaultException {
    this.sandbox = sandbox;
    this.examiner = sandbox.startExaminer();
    examiner.send(new ToExaminer.Open(number, sandbox.describe().ownNamespace()));
    if (!(listen(START) instanceof FromExaminer.Planned planned)) {
      throw new MachineFaultException("the examiner did not say what it can examine");
    }
    this.plan = planned.plan();
  }

  /** Return what this bench can examine. */
  ExamPlan plan() {
    return plan;
  }

  /** Tell whether another submission may be examined here. */
  boolean fit() {
    return fit;
  }

  /**
   * Run tests on one submission.
   *
   * @param decided gets each verdict as soon as it stands
   * @throws MachineFaultException when the examination could not be ended; what was decided before
   *     stands
   */
  void examine(ToExaminer.Examine request, Consumer<FromExaminer.Decided> decided)
      throws MachineFaultException {
    fit = false;
    long deadline = System.nanoTime() + whole(request).toNanos();
    examiner.send(request);
    while (true) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      FromExaminer message = listen(left.compareTo(SILENCE) < 0 ? left : SILENCE);
      if (message instanceof FromExaminer.Decided verdict) {
        decided.accept(verdict);
      } else if (message instanceof FromExaminer.CandidateWanted wanted) {
        candidate = sandbox.startCandidate(examiner, wanted.port(), wanted.token());
      } else if (message instanceof FromExaminer.CandidateDone done) {
        examiner.send(new ToExaminer.CandidateGone(endCandidate(done.ended())));
      } else if (message instanceof FromExaminer.Finished finished) {
        fit = finished.remains().isEmpty();
        return;
      } else if (message instanceof FromExaminer.Broken broken) {
        throw new MachineFaultException(broken.why());
      } else {
        throw new MachineFaultException("the examiner said " + message);
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

  /**
   * The hard deadline: no examination outlasts its tests' limits, and a fresh candidate for each.
   */
  private Duration whole(ToExaminer.Examine request) {
    long millis =
        plan.exercises().stream()
            .flatMap(exercise -> exercise.tests().stream())
            .filter(test -> request.tests().contains(test.key()))
            .mapToLong(test -> test.limitMillis() + CHANGE.toMillis())
            .sum();
    return SILENCE.plusMillis(millis);
  }

  private String endCandidate(boolean ended) throws MachineFaultException {
    Sandbox.Candidate present = candidate;
    candidate = null;
    return present == null ? "" : present.end(ended);
  }

  private FromExaminer listen(Duration patience) throws MachineFaultException {
    return examiner
        .receive(patience)
        .orElseThrow(() -> new MachineFaultException("the examiner's process ended"));
  }
}
