package firsthop.grader.grading;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Lab;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Grades many submissions on several benches; each submission is graded on one bench. */
public final class Grading implements AutoCloseable {
  /** The default seed. All students of a run get the same random inputs. */
  public static final long USUAL_SEED = 1;

  /** How often the engine may stop during one submission; after that, it is "not graded". */
  private static final int MAX_OUTAGES = 5;

  private final Sandbox sandbox;
  private final WaitLimits patience;
  private final Compiler compiler;
  private final LabCompiler labCompiler;
  private final List<BenchSlot> slots = new ArrayList<>();
  private final ExamPlan plan;

  /** Whether something was graded since the last wait for an outage that did not come. */
  private volatile boolean worked = true;

  /** Sets up benches with the standard wait limits and the default seed. */
  public Grading(Sandbox sandbox, int benches) throws MachineFaultException {
    this(sandbox, benches, USUAL_SEED, WaitLimits.STANDARD);
  }

  /**
   * Sets up the benches and starts the first; its plan is the plan of the run.
   *
   * @param benches the number of benches, 1 to 250
   * @param seed the seed of the hidden tests' random numbers
   */
  public Grading(Sandbox sandbox, int benches, long seed, WaitLimits patience)
      throws MachineFaultException {
    this.sandbox = sandbox;
    this.patience = patience;
    this.compiler = new Compiler(sandbox, patience);
    this.labCompiler = new LabCompiler(compiler, patience.compilations());
    for (int number = 1; number <= benches; number++) {
      slots.add(new BenchSlot(sandbox, number, seed, patience));
    }
    this.plan = slots.get(0).plan();
  }

  /** Returns the plan: the tests and points of this run. */
  public ExamPlan plan() {
    return plan;
  }

  /**
   * Grades every submission in these labs. If a submission cannot be graded, or its result cannot
   * be saved, it has the status "not graded"; the other submissions are not affected.
   *
   * @param done receives each result as soon as it is final, on the threads of the benches
   * @return the results in the order of the submissions
   */
  public List<SubmissionResult> grade(
      List<Submission> submissions, List<Lab> labs, Consumer<SubmissionResult> done)
      throws InterruptedException {
    return grade(
        submissions.stream()
            .map(submission -> new GradingTask(submission, labs, List.of()))
            .toList(),
        done);
  }

  /**
   * Does all tasks as {@link #grade(List, List, Consumer)} does.
   *
   * @param done receives only the results of tasks with labs to grade
   * @return the results in the order of the tasks, including the results that were kept
   */
  public List<SubmissionResult> grade(List<GradingTask> works, Consumer<SubmissionResult> done)
      throws InterruptedException {
    BlockingQueue<BenchSlot> free = new LinkedBlockingQueue<>(slots);
    ExecutorService threads = Executors.newFixedThreadPool(slots.size());
    try {
      List<Future<SubmissionResult>> results = new ArrayList<>();
      for (GradingTask work : works) {
        if (work.labs().isEmpty()) {
          results.add(CompletableFuture.completedFuture(keptResult(work)));
          continue;
        }
        results.add(
            threads.submit(
                () -> {
                  BenchSlot slot = free.take();
                  try {
                    SubmissionResult result = gradeWithRetries(work, slot);
                    if (Thread.interrupted()) {
                      throw new InterruptedException(
                          "the run was interrupted, so this result is discarded");
                    }
                    done.accept(result);
                    return result;
                  } finally {
                    free.put(slot);
                  }
                }));
      }
      List<SubmissionResult> all = new ArrayList<>();
      for (int i = 0; i < works.size(); i++) {
        all.add(await(results.get(i), works.get(i)));
      }
      return all;
    } finally {
      threads.shutdownNow();
      threads.awaitTermination(patience.silence().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    slots.forEach(BenchSlot::close);
    compiler.close();
  }

  private SubmissionResult await(Future<SubmissionResult> result, GradingTask work)
      throws InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException notKept) {
      return notGraded(work, "its result could not be saved: " + notKept.getCause().getMessage());
    }
  }

  private SubmissionResult gradeWithRetries(GradingTask work, BenchSlot slot)
      throws InterruptedException {
    try {
      for (int attempt = 0; attempt <= MAX_OUTAGES; attempt++) {
        long outages = sandbox.outages();
        SubmissionResult result = gradeOnce(work, slot);
        if (!wasOutage(outages, result)) {
          return result;
        }
        slot.close();
        if (!sandbox.awaitReady(patience.outage())) {
          return notGraded(
              work,
              "the engine did not come back within " + patience.outage().toMinutes() + " minutes");
        }
      }
      return notGraded(work, "the engine stopped more than " + MAX_OUTAGES + " times");
    } catch (RuntimeException | Error ours) {
      return notGraded(work, "a bug in firsthop: " + ours);
    }
  }

  /** Grades once. An exception, such as one from the engine's client, means "not graded". */
  private SubmissionResult gradeOnce(GradingTask work, BenchSlot slot) {
    try {
      return grade(work, slot);
    } catch (RuntimeException | Error ours) {
      return notGraded(work, "a bug in firsthop: " + ours);
    }
  }

  /**
   * Returns whether the engine has stopped in the meantime. After a fault of the machine or the
   * bench, the stop may not be visible yet, so it is awaited. After one wait without a stop there
   * is no other wait until something was graded again.
   */
  private boolean wasOutage(long before, SubmissionResult result) throws InterruptedException {
    SubmissionStatus status = result.status();
    if (status != SubmissionStatus.NOT_GRADED && status != SubmissionStatus.BROKE_THE_BENCH) {
      worked = true;
      return sandbox.outages() != before;
    }
    boolean lost =
        worked ? sandbox.awaitOutage(before, patience.settling()) : sandbox.outages() != before;
    worked = lost;
    return lost;
  }

  private SubmissionResult grade(GradingTask work, BenchSlot slot) {
    Instant started = Instant.now();
    LabGrader grader = new LabGrader(labCompiler, slot, plan);
    List<LabResult> results = new ArrayList<>(work.kept());
    boolean unreadable = work.isUnreadable();
    for (Lab lab : work.labs()) {
      results.add(
          unreadable
              ? notReadable(lab, work.submission())
              : grader.grade(lab, work.submission().of(lab.id())));
    }
    return result(work.submission(), results, started);
  }

  private LabResult notReadable(Lab lab, Submission submission) {
    LabRecord record = new LabRecord(plan, lab, submission.of(lab.id()).keySet());
    record.notReadable();
    return record.result();
  }

  private static SubmissionResult keptResult(GradingTask work) {
    return result(work.submission(), new ArrayList<>(work.kept()), Instant.now());
  }

  private SubmissionResult notGraded(GradingTask work, String why) {
    List<LabResult> results = new ArrayList<>(work.kept());
    for (Lab lab : work.labs()) {
      LabRecord record = new LabRecord(plan, lab, work.submission().of(lab.id()).keySet());
      record.notGraded(why);
      results.add(record.result());
    }
    return result(work.submission(), results, Instant.now());
  }

  private static SubmissionResult result(
      Submission submission, List<LabResult> labs, Instant started) {
    labs.sort(Comparator.comparing(LabResult::id));
    List<String> notices = new ArrayList<>(submission.notices());
    labs.forEach(lab -> lab.notices().forEach(notice -> notices.add(lab.id() + ": " + notice)));
    return new SubmissionResult(
        submission.id(),
        submission.digest(),
        labs,
        notices,
        started,
        Duration.between(started, Instant.now()).toMillis(),
        submission.arrival());
  }
}
