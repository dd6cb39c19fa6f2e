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
 * A running examiner with one candidate at a time. After a fault, or if a submission left sockets
 * open, it cannot be used for another submission: see {@link #isReusable}.
 */
final class Bench implements AutoCloseable {
  /** A test may run twice: in parallel with others, and alone. */
  private static final int ROUNDS = 2;

  private final Sandbox sandbox;
  private final WaitLimits patience;
  private final Worker<ToExaminer, FromExaminer> examiner;
  private final ExamPlan plan;
  private Sandbox.@Nullable Candidate candidate;
  private boolean reusable = true;

  /**
   * Starts the examiner of a bench.
   *
   * @param number the bench's number, 1 to 250
   * @param seed the seed of the hidden tests' random numbers
   */
  Bench(Sandbox sandbox, int number, long seed, WaitLimits patience) throws MachineFaultException {
    this.sandbox = sandbox;
    this.patience = patience;
    this.examiner = sandbox.startExaminer();
    try {
      say(new ToExaminer.Open(number, sandbox.describe().ownNamespace(), seed));
      FromExaminer first = listen(patience.start());
      if (!(first instanceof FromExaminer.Planned planned)) {
        throw new MachineFaultException("the examiner did not send its plan first, but: " + first);
      }
      this.plan = planned.plan();
    } catch (MachineFaultException fault) {
      examiner.close();
      throw fault;
    }
  }

  /** Returns the tests of this bench's examiner. */
  ExamPlan plan() {
    return plan;
  }

  /** Returns whether another submission may be examined here. */
  boolean isReusable() {
    return reusable;
  }

  /**
   * Runs tests on one submission.
   *
   * @param decided receives each verdict as soon as it is final
   * @return the sockets that the submission left open; if there are any, the bench is not reusable
   * @throws MachineFaultException when the examination did not finish; earlier verdicts remain
   *     valid
   */
  List<String> examine(ToExaminer.Examine request, Consumer<FromExaminer.Decided> decided)
      throws MachineFaultException {
    reusable = false;
    List<ExamPlan.Test> tests = tests(request);
    long deadline = System.nanoTime() + whole(tests).toNanos();
    Duration silence = patience.silence().plus(longest(tests));
    say(request);
    while (true) {
      Duration remaining = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      FromExaminer message = listen(remaining.compareTo(silence) < 0 ? remaining : silence);
      if (message instanceof FromExaminer.Decided verdict) {
        decided.accept(verdict);
      } else if (message instanceof FromExaminer.CandidateWanted wanted && candidate == null) {
        candidate = sandbox.startCandidate(examiner, wanted.port(), wanted.token());
      } else if (message instanceof FromExaminer.CandidateDone done) {
        say(new ToExaminer.CandidateGone(endCandidate(done.exited())));
      } else if (message instanceof FromExaminer.Finished finished) {
        reusable = finished.openSockets().isEmpty();
        return finished.openSockets();
      } else if (message instanceof FromExaminer.Broken broken) {
        throw new MachineFaultException(broken.reason());
      } else {
        throw new MachineFaultException("unexpected message from the examiner: " + message);
      }
    }
  }

  @Override
  public void close() {
    try {
      endCandidate(false);
    } catch (MachineFaultException gone) {
      // The sandbox ends the candidate when it is closed.
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
   * Returns the hard limit of an examination: the limits of all tests, each in parallel and alone,
   * and the time for a new candidate for each test.
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

  private String endCandidate(boolean exited) throws MachineFaultException {
    Sandbox.Candidate present = candidate;
    candidate = null;
    return present == null ? "" : present.end(exited);
  }

  private void say(ToExaminer message) throws MachineFaultException {
    examiner.send(message, patience.silence());
  }

  private FromExaminer listen(Duration limit) throws MachineFaultException {
    return examiner
        .receive(limit)
        .orElseThrow(
            () ->
                new MachineFaultException("the examiner's process ended" + examiner.exitDetails()));
  }
}
