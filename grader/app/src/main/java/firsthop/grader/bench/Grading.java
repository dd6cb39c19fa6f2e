package firsthop.grader.bench;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Lab;
import firsthop.grader.gradebook.LabResult;
import firsthop.grader.gradebook.SubmissionResult;
import firsthop.grader.gradebook.SubmissionResult.Status;
import firsthop.grader.intake.Submission;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Grades many submissions on several benches, each submission on one of them. */
public final class Grading implements AutoCloseable {
  /** A compilation without end is the student's; see {@link Compiler}. */
  private static final Duration COMPILATION = Duration.ofSeconds(20);

  private final Compiler compiler;
  private final List<BenchSlot> slots = new ArrayList<>();
  private final ExamPlan plan;

  /**
   * Set up the benches; the first is started, and its plan is the sealed one.
   *
   * @param benches how many, 1 to 250
   */
  public Grading(Sandbox sandbox, int benches) throws MachineFaultException {
    this.compiler = new Compiler(sandbox, COMPILATION);
    for (int number = 1; number <= benches; number++) {
      slots.add(new BenchSlot(sandbox, number));
    }
    try {
      this.plan = slots.get(0).plan();
    } catch (MachineFaultException fault) {
      close();
      throw fault;
    }
  }

  /** Return the tests and points by which everything is graded. */
  public ExamPlan plan() {
    return plan;
  }

  /**
   * Grade every submission in these labs.
   *
   * @param done gets each result when it stands, from the threads of the benches
   * @return the results in the submissions' order
   */
  public List<SubmissionResult> grade(
      List<Submission> submissions, List<Lab> labs, Consumer<SubmissionResult> done)
      throws InterruptedException {
    BlockingQueue<BenchSlot> free = new LinkedBlockingQueue<>(slots);
    ExecutorService threads = Executors.newFixedThreadPool(slots.size());
    try {
      List<Future<SubmissionResult>> results = new ArrayList<>();
      for (Submission submission : submissions) {
        results.add(
            threads.submit(
                () -> {
                  BenchSlot slot = free.take();
                  try {
                    SubmissionResult result = grade(submission, labs, slot);
                    done.accept(result);
                    return result;
                  } finally {
                    free.put(slot);
                  }
                }));
      }
      return await(results);
    } finally {
      threads.shutdownNow();
    }
  }

  @Override
  public void close() {
    slots.forEach(BenchSlot::close);
    compiler.close();
  }

  private SubmissionResult grade(Submission submission, List<Lab> labs, BenchSlot slot) {
    Instant started = Instant.now();
    LabGrader grader = new LabGrader(new LabCompiler(compiler), slot, plan);
    List<String> notices = new ArrayList<>(submission.notices());
    List<LabResult> results = new ArrayList<>();
    for (Lab lab : labs) {
      LabResult result = grader.grade(lab, submission.of(lab.id()));
      if (!result.brokeBench().isEmpty()) {
        notices.add(
            lab.id()
                + ": broke the bench twice ("
                + result.brokeBench()
                + "); what it earned before stands");
      }
      results.add(result);
    }
    return new SubmissionResult(
        submission.id(),
        submission.digest(),
        status(submission, results),
        results,
        notices,
        started,
        Duration.between(started, Instant.now()).toMillis());
  }

  private static Status status(Submission submission, List<LabResult> labs) {
    if (labs.stream().anyMatch(LabResult::notGraded)) {
      return Status.NOT_GRADED;
    }
    if (labs.stream().noneMatch(lab -> submission.hasWorkFor(lab.id()))) {
      return Status.NOTHING_HANDED_IN;
    }
    return labs.stream().allMatch(lab -> lab.brokeBench().isEmpty())
        ? Status.GRADED
        : Status.BROKE_THE_BENCH;
  }

  private static List<SubmissionResult> await(List<Future<SubmissionResult>> results)
      throws InterruptedException {
    List<SubmissionResult> all = new ArrayList<>();
    for (Future<SubmissionResult> result : results) {
      try {
        all.add(result.get());
      } catch (ExecutionException ours) {
        throw new IllegalStateException("a bench's thread failed", ours.getCause());
      }
    }
    return all;
  }
}
