package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Lab;
import firsthop.grader.grading.BenchSlot;
import firsthop.grader.grading.Grading;
import firsthop.grader.grading.LabCompiler;
import firsthop.grader.grading.LabGrader;
import firsthop.grader.grading.WaitLimits;
import firsthop.grader.proof.warm.WarmCandidates;
import firsthop.grader.proof.warm.WarmPool;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;

/** A bench that takes the candidates of each trial from the place that is right for it. */
final class TrialBench implements AutoCloseable {
  private final WarmCandidates candidates;
  private final LabCompiler compiler;
  private final BenchSlot slot;

  /**
   * Makes a bench that starts when it is first used.
   *
   * @param number 1 to 250, no other bench's
   * @param sandbox where the examiner starts, and each fresh candidate
   */
  TrialBench(int number, Sandbox sandbox, WarmPool pool, LabCompiler compiler) {
    this.candidates = new WarmCandidates(sandbox, pool);
    this.compiler = compiler;
    this.slot = new BenchSlot(candidates, number, Grading.USUAL_SEED, WaitLimits.STANDARD);
  }

  /** Returns what can be examined. */
  ExamPlan plan() throws MachineFaultException {
    return slot.plan();
  }

  /**
   * Grades a trial.
   *
   * @param sealed all that the examiner can examine
   * @param warm whether its candidates may have served other trials before
   */
  TrialResult grade(Trial trial, Lab lab, ExamPlan sealed, boolean warm) {
    candidates.useWarm(warm);
    LabGrader grader = new LabGrader(compiler, slot, sealed, new ExamPlan(trial.graded()));
    return new TrialResult(trial, grader.grade(trial.part(lab), trial.sources()));
  }

  @Override
  public void close() {
    slot.close();
  }
}
