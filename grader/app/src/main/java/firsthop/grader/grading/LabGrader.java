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
 * Grades one lab of one submission, by the sealed plan: every test of the plan gets a verdict. A
 * fault of the machine is tried again; whether it was the machine's is asked of a canary, the
 * reference solution.
 */
public final class LabGrader {
  private static final int TRIES = 2;

  private final LabCompiler compiler;
  private final BenchSlot slot;
  private final ExamPlan sealed;
  private final ExamPlan plan;

  /** Grade by the whole of the sealed plan. */
  public LabGrader(LabCompiler compiler, BenchSlot slot, ExamPlan sealed) {
    this(compiler, slot, sealed, sealed);
  }

  /**
   * Grade by a part of it.
   *
   * @param sealed what every bench must be able to examine
   * @param plan the tests that are run and decided
   */
  public LabGrader(LabCompiler compiler, BenchSlot slot, ExamPlan sealed, ExamPlan plan) {
    this.compiler = compiler;
    this.slot = slot;
    this.sealed = sealed;
    this.plan = plan;
  }

  /** Grade what was handed in for a lab; it may be nothing. */
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

  /** Run what is left; return the fault that kept it from being decided even on a second bench. */
  private Optional<MachineFaultException> examine(
      Lab lab, Map<String, byte[]> classes, LabRecord record) {
    Optional<MachineFaultException> fault = Optional.empty();
    for (int attempt = 0; attempt < TRIES && !record.left().isEmpty(); attempt++) {
      try {
        record.leftBehind(examine(lab, classes, record.left(), record));
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
   * A machine that stalls looks like a loop, and one that kills like a crash: run the few tests
   * that ended so once more. What passes has passed; an exercise that hangs everywhere is not
   * asked.
   */
  private void lookAgain(Lab lab, Map<String, byte[]> classes, Set<String> paths, LabRecord record)
      throws MachineFaultException {
    List<ExamPlan.Test> doubtful = record.doubtful();
    if (!doubtful.isEmpty()) {
      LabRecord second = new LabRecord(plan, lab, paths);
      try {
        examine(lab, classes, doubtful, second);
      } catch (MachineFaultException failed) {
        verdictsStandIfReferencePasses(lab, doubtful, record);
      }
      record.reconsider(second);
    }
  }

  private void verdictsStandIfReferencePasses(
      Lab lab, List<ExamPlan.Test> doubtful, LabRecord record) throws MachineFaultException {
    try {
      canary(lab, doubtful);
    } catch (MachineFaultException machines) {
      record.retract(doubtful);
      throw machines;
    }
  }

  private List<String> examine(
      Lab lab, Map<String, byte[]> classes, List<ExamPlan.Test> tests, LabRecord record)
      throws MachineFaultException {
    return slot.examine(
        sealed,
        new ToExaminer.Examine(
            tests.stream().map(ExamPlan.Test::key).toList(), lab.classes(), classes),
        record::take);
  }

  /** Ask whether the reference passes here and now; a fault, or a failure, is the machine's. */
  private void canary(Lab lab, List<ExamPlan.Test> tests) throws MachineFaultException {
    LabRecord record = new LabRecord(plan, lab, lab.solutions().keySet());
    examine(lab, compiler.compile(lab, lab.solutions()).classes(), tests, record);
    for (ExamPlan.Test test : tests) {
      if (!record.passed(test)) {
        throw new MachineFaultException(
            "the reference does not pass " + test.key() + " on this machine either");
      }
    }
  }
}
