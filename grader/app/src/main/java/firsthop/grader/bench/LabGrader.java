package firsthop.grader.bench;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.Lab;
import firsthop.grader.gradebook.ExerciseResult;
import firsthop.grader.gradebook.LabResult;
import firsthop.grader.gradebook.TestResult;
import firsthop.grader.sandbox.MachineFaultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Grades one lab of one submission, by the sealed plan: every test of the plan gets a verdict. A
 * fault of the machine is tried again; whether it was the machine's is asked of a canary, the
 * reference solution.
 */
public final class LabGrader {
  private static final int TRIES = 2;

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
    Map<TestKey, TestResult> results = new LinkedHashMap<>();
    String broke = "";
    try {
      LabCompiler.Compiled compiled = compiler.compile(lab, handedIn);
      decideWithout(lab, handedIn, compiled.problems(), results);
      Optional<MachineFaultException> fault = examine(lab, compiled.classes(), results);
      if (fault.isPresent()) {
        canary(lab, left(lab, results));
        broke = fault.get().getMessage();
        lose(lab, results, Verdict.CRASHED, "the submission broke the bench: " + broke);
      }
    } catch (MachineFaultException fault) {
      lose(lab, results, Verdict.NOT_GRADED, String.valueOf(fault.getMessage()));
    }
    return assemble(lab, results, broke);
  }

  /** Decide the exercises of which there is nothing to run. */
  private void decideWithout(
      Lab lab,
      Map<String, String> handedIn,
      Map<String, String> problems,
      Map<TestKey, TestResult> results) {
    for (ExamPlan.Exercise exercise : exercises(lab)) {
      String path = Lab.studentPath(exercise.contract());
      String problem = problems.get(path);
      for (ExamPlan.Test test : exercise.tests()) {
        if (!handedIn.containsKey(path)) {
          results.put(
              test.key(), TestResult.without(test, Verdict.MISSING, path + " was not handed in"));
        } else if (problem != null) {
          results.put(test.key(), TestResult.without(test, Verdict.DID_NOT_COMPILE, problem));
        }
      }
    }
  }

  /** Run what is left; return the fault that kept it from being decided even on a second bench. */
  private Optional<MachineFaultException> examine(
      Lab lab, Map<String, byte[]> classes, Map<TestKey, TestResult> results) {
    Optional<MachineFaultException> fault = Optional.empty();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      List<ExamPlan.Test> left = left(lab, results);
      if (left.isEmpty()) {
        return Optional.empty();
      }
      try {
        examine(lab, classes, left, results);
        fault = left(lab, results).isEmpty() ? Optional.empty() : Optional.of(silence());
      } catch (MachineFaultException failed) {
        fault = Optional.of(failed);
      }
    }
    return fault;
  }

  private void examine(
      Lab lab,
      Map<String, byte[]> classes,
      List<ExamPlan.Test> tests,
      Map<TestKey, TestResult> results)
      throws MachineFaultException {
    Map<TestKey, ExamPlan.Test> asked = new LinkedHashMap<>();
    tests.forEach(test -> asked.put(test.key(), test));
    slot.examine(
        new ToExaminer.Examine(List.copyOf(asked.keySet()), lab.classes(), classes),
        decided -> take(decided, asked, results));
  }

  private static void take(
      FromExaminer.Decided decided,
      Map<TestKey, ExamPlan.Test> asked,
      Map<TestKey, TestResult> results) {
    ExamPlan.Test test = asked.get(decided.test());
    if (test != null) {
      results.putIfAbsent(test.key(), TestResult.of(test, decided));
    }
  }

  /** Ask whether the reference passes here and now; a fault, or a failure, is the machine's. */
  private void canary(Lab lab, List<ExamPlan.Test> tests) throws MachineFaultException {
    Map<TestKey, TestResult> results = new LinkedHashMap<>();
    LabCompiler.Compiled reference = compiler.compile(lab, lab.solutions());
    examine(lab, reference.classes(), tests, results);
    for (ExamPlan.Test test : tests) {
      TestResult result = results.get(test.key());
      if (result == null || result.verdict() != Verdict.PASSED) {
        throw new MachineFaultException(
            "the reference does not pass " + test.key() + " on this machine either");
      }
    }
  }

  private void lose(Lab lab, Map<TestKey, TestResult> results, Verdict verdict, String message) {
    for (ExamPlan.Test test : left(lab, results)) {
      results.put(test.key(), TestResult.without(test, verdict, message));
    }
  }

  private List<ExamPlan.Test> left(Lab lab, Map<TestKey, TestResult> results) {
    return exercises(lab).stream()
        .flatMap(exercise -> exercise.tests().stream())
        .filter(test -> !results.containsKey(test.key()))
        .toList();
  }

  private LabResult assemble(Lab lab, Map<TestKey, TestResult> results, String broke) {
    List<ExerciseResult> exercises = new ArrayList<>();
    for (ExamPlan.Exercise exercise : exercises(lab)) {
      exercises.add(
          new ExerciseResult(
              exercise, exercise.tests().stream().map(test -> results.get(test.key())).toList()));
    }
    return new LabResult(lab.id(), exercises, broke);
  }

  private List<ExamPlan.Exercise> exercises(Lab lab) {
    return plan.exercises().stream().filter(exercise -> exercise.lab() == lab.number()).toList();
  }

  private static MachineFaultException silence() {
    return new MachineFaultException("the examiner ended without a verdict for every test");
  }
}
