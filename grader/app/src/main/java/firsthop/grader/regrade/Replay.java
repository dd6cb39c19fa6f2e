package firsthop.grader.regrade;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Lab;
import firsthop.grader.grading.BenchSlot;
import firsthop.grader.grading.Compiler;
import firsthop.grader.grading.LabCompiler;
import firsthop.grader.grading.LabGrader;
import firsthop.grader.grading.WaitLimits;
import firsthop.grader.result.LabResult;
import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.submission.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Grades one submission again, alone on its own bench, and captures the output of its processes.
 */
public final class Replay implements AutoCloseable {
  /** The number of lines that are kept of each process. */
  private static final int MAX_BYTES = 16_000;

  private static final int MAX_LINES = 100;
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final List<LastLines> heard = Collections.synchronizedList(new ArrayList<>());
  private final Compiler compiler;
  private final LabCompiler labCompiler;
  private final BenchSlot slot;
  private final ExamPlan plan;

  /**
   * Sets up the bench.
   *
   * @param seed the seed of the run
   */
  public Replay(Sandbox sandbox, long seed, WaitLimits patience) throws MachineFaultException {
    sandbox.captureOutput(
        () -> {
          LastLines words = new LastLines(MAX_BYTES, MAX_LINES);
          heard.add(words);
          return words;
        });
    this.compiler = new Compiler(sandbox, patience);
    this.labCompiler = new LabCompiler(compiler, patience.compilations());
    this.slot = new BenchSlot(sandbox, 1, seed, patience);
    this.plan = slot.plan();
  }

  /** Returns all tests. */
  public ExamPlan plan() {
    return plan;
  }

  /** Runs every test of a lab. */
  public LabResult run(Lab lab, Submission submission) {
    return run(lab, submission, plan);
  }

  /** Runs the tests of one exercise. */
  public LabResult run(Lab lab, Submission submission, String exercise) {
    return run(
        lab,
        submission,
        new ExamPlan(
            plan.exercises().stream().filter(each -> each.id().equals(exercise)).toList()));
  }

  /** Returns the last lines of the submission's processes so far, without empty lines. */
  public List<String> wrote() {
    List<String> all = new ArrayList<>();
    for (LastLines words : List.copyOf(heard)) {
      words.awaitEnd(LAST_WORDS);
      all.addAll(words.text().lines().toList());
    }
    return all;
  }

  @Override
  public void close() {
    slot.close();
    compiler.close();
  }

  private LabResult run(Lab lab, Submission submission, ExamPlan part) {
    return new LabGrader(labCompiler, slot, plan, part).grade(lab, submission.of(lab.id()));
  }
}
