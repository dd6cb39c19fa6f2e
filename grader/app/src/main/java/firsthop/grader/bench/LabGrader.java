package firsthop.grader.bench;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.Lab;
import firsthop.grader.gradebook.LabResult;
import firsthop.grader.sandbox.MachineFaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Grades one lab of one submission, by the sealed plan: every test of the plan gets a verdict. A
 * fault of the machine is tried again; whether it was the machine's is asked of a canary, the
 * reference solution.
 */
public final class LabGrader {
  private static final int TRIES = 2;

  /** So many of the things that were left behind are told. */
  private static final int REMAINS_TOLD = 3;

  private final LabCompiler compiler;
  private final BenchSlot slot;
  private final ExamPlan plan;

  public LabGrader(LabCompiler compiler, BenchSlot slot, ExamPlan plan) {
    this.compiler = compiler;
    this.slot = slot;
    this.plan = plan;
  }

  /** Grade what was handed in for a lab; it may be nothing. */
  public LabResult grade(Lab lab, Map<String, String> handedIn) {
    LabVerdicts verdicts = new LabVerdicts(plan, lab.number());
    Map<String, String> leftOut = new TreeMap<>();
    List<String> notices = new ArrayList<>();
    boolean broke = false;
    for (ExamPlan.Exercise exercise : verdicts.exercises()) {
      String path = Lab.studentPath(exercise.contract());
      if (!handedIn.containsKey(path)) {
        verdicts.decide(exercise::equals, Verdict.MISSING, path + " was not handed in");
      }
    }
    try {
      if (!verdicts.left().isEmpty()) {
        Optional<MachineFaultException> fault =
            examine(lab, compile(lab, handedIn, verdicts, leftOut), verdicts, notices);
        if (fault.isPresent()) {
          canary(lab, verdicts.left());
          broke = true;
          String why = "the submission broke the bench twice: " + fault.get().getMessage();
          notices.add(why + "; what it earned before stands");
          verdicts.decideRest(Verdict.CRASHED, why);
        }
      }
    } catch (MachineFaultException fault) {
      notices.add("not graded: " + fault.getMessage());
      verdicts.decideRest(Verdict.NOT_GRADED, String.valueOf(fault.getMessage()));
    }
    leftOut.keySet().forEach(path -> notices.add(path + " did not compile and is left out"));
    return new LabResult(lab.id(), verdicts.results(), leftOut, broke, notices);
  }

  /** Compile, and decide the exercises that did not; return the classes of the others. */
  private Map<String, byte[]> compile(
      Lab lab, Map<String, String> handedIn, LabVerdicts verdicts, Map<String, String> leftOut)
      throws MachineFaultException {
    LabCompiler.Compiled compiled = compiler.compile(lab, handedIn);
    leftOut.putAll(compiled.problems());
    for (ExamPlan.Exercise exercise : verdicts.exercises()) {
      String problem = leftOut.remove(Lab.studentPath(exercise.contract()));
      if (problem != null) {
        verdicts.decide(exercise::equals, Verdict.DID_NOT_COMPILE, problem);
      }
    }
    return compiled.classes();
  }

  /** Run what is left; return the fault that kept it from being decided even on a second bench. */
  private Optional<MachineFaultException> examine(
      Lab lab, Map<String, byte[]> classes, LabVerdicts verdicts, List<String> notices) {
    Optional<MachineFaultException> fault = Optional.empty();
    for (int attempt = 0; attempt < TRIES && !verdicts.left().isEmpty(); attempt++) {
      try {
        List<String> remains = examineOnce(lab, classes, verdicts.left(), verdicts);
        if (!remains.isEmpty()) {
          notices.add(leftBehind(remains));
        }
        fault = Optional.of(silence());
      } catch (MachineFaultException failed) {
        fault = Optional.of(failed);
      }
    }
    return verdicts.left().isEmpty() ? Optional.empty() : fault;
  }

  private List<String> examineOnce(
      Lab lab, Map<String, byte[]> classes, List<ExamPlan.Test> tests, LabVerdicts verdicts)
      throws MachineFaultException {
    return slot.examine(
        plan,
        new ToExaminer.Examine(
            tests.stream().map(ExamPlan.Test::key).toList(), lab.classes(), classes),
        verdicts::take);
  }

  /** Ask whether the reference passes here and now; a fault, or a failure, is the machine's. */
  private void canary(Lab lab, List<ExamPlan.Test> tests) throws MachineFaultException {
    LabVerdicts verdicts = new LabVerdicts(plan, lab.number());
    examineOnce(lab, compiler.compile(lab, lab.solutions()).classes(), tests, verdicts);
    for (ExamPlan.Test test : tests) {
      if (!verdicts.passed(test)) {
        throw new MachineFaultException(
            "the reference does not pass " + test.key() + " on this machine either");
      }
    }
  }

  private static String leftBehind(List<String> remains) {
    String told = String.join("; ", remains.subList(0, Math.min(REMAINS_TOLD, remains.size())));
    return "left something behind, so the bench was replaced: "
        + told
        + (remains.size() > REMAINS_TOLD
            ? "; and " + (remains.size() - REMAINS_TOLD) + " more"
            : "");
  }

  private static MachineFaultException silence() {
    return new MachineFaultException("the examiner ended without a verdict for every test");
  }
}
