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

/** Grades many submissions on several benches, each submission on one of them. */
public final class Grading implements AutoCloseable {
  /** What chance comes from unless told otherwise: every student meets the same. */
  public static final long USUAL_SEED = 1;

  /** Of one submission; whoever loses its engine more often should look at the engine. */
  private static final int MAX_OUTAGES = 5;

  private final Sandbox sandbox;
  private final WaitLimits patience;
  private final Compiler compiler;
  private final LabCompiler labCompiler;
  private final List<BenchSlot> slots = new ArrayList<>();
  private final ExamPlan plan;

  /** Whether something was graded since an outage was last waited for in vain. */
  private volatile boolean worked = true;

  /** Set up benches that wait for as long as is usual, with the usual seed. */
  public Grading(Sandbox sandbox, int benches) throws MachineFaultException {
    this(sandbox, benches, USUAL_SEED, WaitLimits.STANDARD);
  }

  /**
   * Set up the benches; the first is started, and its plan is the sealed one.
   *
   * @param benches how many, 1 to 250
   * @param seed where the hidden tests' chance comes from: the same seed, the same chance
   */
  public Grading(Sandbox sandbox, int benches, long seed, WaitLimits patience)
      throws MachineFaultException {
    this.sandbox = sandbox;
    this.patience = patience;
    this.compiler = new Compiler(sandbox, patience.compilation());
    this.labCompiler = new LabCompiler(compiler, patience.compilations());
    for (int number = 1; number <= benches; number++) {
      slots.add(new BenchSlot(sandbox, number, seed, patience));
    }
    this.plan = slots.get(0).plan();
  }

  /** Return the tests and points by which everything is graded. */
  public ExamPlan plan() {
    return plan;
  }

  /**
   * Grade every submission in these labs. What goes wrong with one, in the grading or in keeping
   * its result, costs no other: it is not graded.
   *
   * @param done gets each result when it stands, from the threads of the benches
   * @return the results in the submissions' order
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
   * Do all work that is left to do, as {@link #grade(List, List, Consumer)} does.
   *
   * @param done is not told of what stood already
   * @return the results in the order of the work, those that stood already among them
   */
  public List<SubmissionResult> grade(List<GradingTask> works, Consumer<SubmissionResult> done)
      throws InterruptedException {
    BlockingQueue<BenchSlot> free = new LinkedBlockingQueue<>(slots);
    ExecutorService threads = Executors.newFixedThreadPool(slots.size());
    try {
      List<Future<SubmissionResult>> results = new ArrayList<>();
      for (GradingTask work : works) {
        if (work.labs().isEmpty()) {
          results.add(CompletableFuture.completedFuture(standing(work)));
          continue;
        }
        results.add(
            threads.submit(
                () -> {
                  BenchSlot slot = free.take();
                  try {
                    SubmissionResult result = gradeWhateverHappens(work, slot);
                    if (Thread.interrupted()) {
                      throw new InterruptedException("what was not waited for is no result");
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
      return notGraded(work, "its result could not be kept: " + notKept.getCause().getMessage());
    }
  }

  private SubmissionResult gradeWhateverHappens(GradingTask work, BenchSlot slot)
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
              work, "the engine was gone for " + patience.outage().toMinutes() + " minutes");
        }
      }
      return notGraded(work, "the engine went away " + MAX_OUTAGES + " times meanwhile");
    } catch (RuntimeException | Error ours) {
      return notGraded(work, "a fault of firsthop's own: " + ours);
    }
  }

  /** Whatever an engine's end makes its client throw, it is no result. */
  private SubmissionResult gradeOnce(GradingTask work, BenchSlot slot) {
    try {
      return grade(work, slot);
    } catch (RuntimeException | Error ours) {
      return notGraded(work, "a fault of firsthop's own: " + ours);
    }
  }

  /**
   * Tell whether the engine has gone away meanwhile. Where the machine failed or a bench broke,
   * that may only be coming through; but after one wait in vain there is none until something was
   * graded again.
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
    List<LabResult> results = new ArrayList<>(work.standing());
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

  private static SubmissionResult standing(GradingTask work) {
    return result(work.submission(), new ArrayList<>(work.standing()), Instant.now());
  }

  private SubmissionResult notGraded(GradingTask work, String why) {
    List<LabResult> results = new ArrayList<>(work.standing());
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
