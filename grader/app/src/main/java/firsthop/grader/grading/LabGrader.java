package firsthop.grader.grading;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.course.Lab;
import firsthop.grader.result.LabResult;
import firsthop.grader.sandbox.MachineFaultException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Grades one lab of one submission: every test of the plan gets a verdict. After a fault, the tests
 * run again. If the fault comes back, a canary, the reference solution, shows whether the machine
 * is the cause.
 */
public final class LabGrader {
  private static final int TRIES = 2;

  /** After so many time-outs in an exercise, its other tests are not run. */
  private static final int TIME_OUTS = 3;

  /** A time-out that comes again was not caused by a machine that stalled for a moment. */
  private static final int TIME_OUTS_AGAIN = 1;

  private final LabCompiler compiler;
  private final BenchSlot slot;
  private final ExamPlan sealed;
  private final ExamPlan plan;

  /** Creates a grader that runs all tests of the plan. */
  public LabGrader(LabCompiler compiler, BenchSlot slot, ExamPlan sealed) {
    this(compiler, slot, sealed, sealed);
  }

  /**
   * Creates a grader that runs a part of the tests.
   *
   * @param sealed the plan of the run, which must be the plan of every bench
   * @param plan the tests that are run
   */
  public LabGrader(LabCompiler compiler, BenchSlot slot, ExamPlan sealed, ExamPlan plan) {
    this.compiler = compiler;
    this.slot = slot;
    this.sealed = sealed;
    this.plan = plan;
  }

  /** Grades the files of a lab; there may be none. */
  public LabResult grade(Lab lab, Map<String, String> handedIn) {
    LabRecord record = new LabRecord(plan, lab, handedIn.keySet());
    record.decideMissing();
    try {
      if (!record.left().isEmpty()) {
        LabCompiler.Compiled compiled = compiler.compile(lab, handedIn);
        record.didNotCompile(compiled.problems());
        Optional<MachineFaultException> fault = examine(lab, compiled.classes(), record);
        if (fault.isPresent()) {
          canary(lab, record.left());
          record.brokeBench(fault.get().getMessage());
        }
        lookAgain(lab, compiled.classes(), handedIn.keySet(), record);
      }
    } catch (MachineFaultException fault) {
      record.notGraded(fault.getMessage());
    }
    return record.result();
  }

  /** Runs the tests without a verdict; returns the fault if some have none after two attempts. */
  private Optional<MachineFaultException> examine(
      Lab lab, Map<String, byte[]> classes, LabRecord record) {
    Optional<MachineFaultException> fault = Optional.empty();
    for (int attempt = 0; attempt < TRIES && !record.left().isEmpty(); attempt++) {
      try {
        record.leftOpen(examine(lab, classes, record.left(), TIME_OUTS, record));
        fault =
            Optional.of(
                new MachineFaultException("the examiner ended without a verdict for every test"));
      } catch (MachineFaultException failed) {
        fault = Optional.of(failed);
      }
    }
    return record.left().isEmpty() ? Optional.empty() : fault;
  }

  /**
   * Runs tests that timed out, were not run, or crashed once more: a slow machine looks like a
   * loop, and a killed process like a crash. If one passes now, its whole exercise is in dispute.
   */
  private void lookAgain(Lab lab, Map<String, byte[]> classes, Set<String> paths, LabRecord record)
      throws MachineFaultException {
    List<ExamPlan.Test> doubtful = record.doubtful();
    if (doubtful.isEmpty()) {
      return;
    }
    LabRecord second = new LabRecord(plan, lab, paths);
    try {
      examine(lab, classes, doubtful, TIME_OUTS_AGAIN, second);
    } catch (MachineFaultException failed) {
      keepVerdictsIfReferencePasses(lab, doubtful, record);
    }
    for (ExamPlan.Exercise exercise : record.reconsider(second)) {
      settle(lab, classes, exercise, record);
    }
  }

  /**
   * Runs a disputed exercise twice more, and the reference before and after. All its verdicts come
   * from these runs: a class that answers some tests at first and the others later earns nothing by
   * it.
   */
  private void settle(
      Lab lab, Map<String, byte[]> classes, ExamPlan.Exercise exercise, LabRecord record)
      throws MachineFaultException {
    LabRecord one = new LabRecord(plan, lab, Set.of());
    LabRecord other = new LabRecord(plan, lab, Set.of());
    try {
      canary(lab, exercise.tests());
      examine(lab, classes, exercise.tests(), TIME_OUTS, one);
      examine(lab, classes, exercise.tests(), TIME_OUTS, other);
      canary(lab, exercise.tests());
    } catch (MachineFaultException failed) {
      record.retract(exercise.tests());
      throw failed;
    }
    record.settle(exercise, one, other);
  }

  private void keepVerdictsIfReferencePasses(
      Lab lab, List<ExamPlan.Test> doubtful, LabRecord record) throws MachineFaultException {
    try {
      canary(lab, doubtful);
    } catch (MachineFaultException machineFault) {
      record.retract(doubtful);
      throw machineFault;
    }
  }

  private List<String> examine(
      Lab lab,
      Map<String, byte[]> classes,
      List<ExamPlan.Test> tests,
      int timeOuts,
      LabRecord record)
      throws MachineFaultException {
    return slot.examine(
        sealed,
        new ToExaminer.Examine(
            tests.stream().map(ExamPlan.Test::key).toList(), timeOuts, lab.classes(), classes),
        record::take);
  }

  /** Runs the reference solution; if it does not pass either, the machine is the cause. */
  private void canary(Lab lab, List<ExamPlan.Test> tests) throws MachineFaultException {
    LabRecord record = new LabRecord(plan, lab, lab.solutions().keySet());
    examine(lab, compiler.compile(lab, lab.solutions()).classes(), tests, TIME_OUTS, record);
    for (ExamPlan.Test test : tests) {
      if (!record.passed(test)) {
        throw new MachineFaultException(
            "the reference solution does not pass " + test.key() + " on this machine either");
      }
    }
  }
}
