package firsthop.grader.grading;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.Lab;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.HandedIn;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.TestResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What becomes of one submission in one lab, while it becomes. The plan says which verdicts there
 * are: one on another test is ignored, and the first on a test stands.
 */
final class LabRecord {
  /** So many of the things that a submission left behind are told. */
  private static final int REMAINS_TOLD = 3;

  /** Of more in one exercise, the machine is hardly the cause. */
  private static final int DOUBTFUL_PER_EXERCISE = 2;

  private static final Set<Verdict> DOUBTFUL = Set.of(Verdict.TIMED_OUT, Verdict.CRASHED);

  private final Lab lab;
  private final Set<String> paths;
  private final List<ExamPlan.Exercise> exercises;
  private final Map<TestKey, ExamPlan.Test> tests = new HashMap<>();
  private final Map<TestKey, TestResult> results = new HashMap<>();
  private final Map<String, String> leftOut = new TreeMap<>();
  private final List<String> notices = new ArrayList<>();
  private boolean unreadable;
  private boolean brokeBench;

  /**
   * Begins without any verdict.
   *
   * @param paths of the files that were handed in
   */
  LabRecord(ExamPlan plan, Lab lab, Set<String> paths) {
    this.lab = lab;
    this.paths = paths;
    this.exercises =
        plan.exercises().stream().filter(exercise -> exercise.lab() == lab.number()).toList();
    exercises.stream()
        .flatMap(exercise -> exercise.tests().stream())
        .forEach(test -> tests.put(test.key(), test));
  }

  /** Return the tests that have no verdict, in the plan's order. */
  List<ExamPlan.Test> left() {
    return exercises.stream()
        .flatMap(exercise -> exercise.tests().stream())
        .filter(test -> !results.containsKey(test.key()))
        .toList();
  }

  /** Take a verdict of the examiner's. */
  void take(FromExaminer.Decided decided) {
    ExamPlan.Test test = tests.get(decided.test());
    if (test != null) {
      results.putIfAbsent(test.key(), TestResult.of(test, decided));
    }
  }

  /** Tell whether a test was passed. */
  boolean passed(ExamPlan.Test test) {
    TestResult result = results.get(test.key());
    return result != null && result.verdict() == Verdict.PASSED;
  }

  /** Return the tests that timed out or crashed, of exercises where that is the exception. */
  List<ExamPlan.Test> doubtful() {
    return brokeBench
        ? List.of()
        : exercises.stream()
            .map(exercise -> exercise.tests().stream().filter(this::isDoubtful).toList())
            .filter(doubtful -> doubtful.size() <= DOUBTFUL_PER_EXERCISE)
            .flatMap(List::stream)
            .toList();
  }

  /** Take over what passed at a second look. */
  void reconsider(LabRecord second) {
    for (ExamPlan.Test test : doubtful()) {
      if (second.passed(test)) {
        notices.add(
            test.key() + " " + verdict(test).words() + " at first and passed at a second look");
        results.put(test.key(), second.results.get(test.key()));
      }
    }
  }

  /** Take back verdicts that turned out to be the machine's. */
  void retract(List<ExamPlan.Test> machines) {
    machines.forEach(test -> results.remove(test.key()));
  }

  /** Decide the exercises whose file was not handed in. */
  void decideMissing() {
    for (ExamPlan.Exercise exercise : exercises) {
      String path = Lab.studentPath(exercise.contract());
      if (!paths.contains(path)) {
        decide(exercise::equals, Verdict.MISSING, "no file " + path + " was found");
      }
    }
  }

  /** Decide the exercises whose file did not compile; any other file is left out. */
  void didNotCompile(Map<String, String> problems) {
    leftOut.putAll(problems);
    for (ExamPlan.Exercise exercise : exercises) {
      String problem = leftOut.remove(Lab.studentPath(exercise.contract()));
      if (problem != null) {
        decide(exercise::equals, Verdict.DID_NOT_COMPILE, problem);
      }
    }
    leftOut.keySet().forEach(path -> notices.add(path + " did not compile and is left out"));
  }

  /** Tell what the submission left on a bench; it may be nothing. */
  void leftBehind(List<String> remains) {
    if (!remains.isEmpty()) {
      int told = Math.min(REMAINS_TOLD, remains.size());
      int more = remains.size() - told;
      notices.add(
          "left something behind, so the bench was replaced: "
              + String.join("; ", remains.subList(0, told))
              + (more > 0 ? "; and " + more + " more" : ""));
    }
  }

  /** The submission brought down its bench, and that is its own fault; the rest is lost. */
  void brokeBench(String how) {
    brokeBench = true;
    String why = "the submission broke the bench twice: " + how;
    notices.add(why + "; what it earned before stands");
    decide(exercise -> true, Verdict.CRASHED, why);
  }

  /** The machine failed; what has no verdict has no mark. */
  void notGraded(String why) {
    notices.add("not graded: " + why);
    decide(exercise -> true, Verdict.NOT_GRADED, why);
  }

  /** Nothing that was handed in could be read; there is no mark. */
  void notReadable() {
    unreadable = true;
    decide(exercise -> true, Verdict.NOT_GRADED, TestResult.NOT_READABLE);
  }

  /** Return the result, when every test has its verdict. */
  LabResult result() {
    List<ExerciseResult> all = new ArrayList<>();
    for (ExamPlan.Exercise exercise : exercises) {
      all.add(
          new ExerciseResult(
              exercise, exercise.tests().stream().map(test -> results.get(test.key())).toList()));
    }
    return new LabResult(lab.id(), handedIn(), all, leftOut, brokeBench, notices);
  }

  private HandedIn handedIn() {
    if (unreadable) {
      return HandedIn.UNREADABLE;
    }
    return paths.stream().anyMatch(Lab::isStudents) ? HandedIn.WORK : HandedIn.NOTHING;
  }

  private boolean isDoubtful(ExamPlan.Test test) {
    return results.containsKey(test.key()) && DOUBTFUL.contains(verdict(test));
  }

  private Verdict verdict(ExamPlan.Test test) {
    return results.get(test.key()).verdict();
  }

  private void decide(Predicate<ExamPlan.Exercise> which, Verdict verdict, String message) {
    exercises.stream()
        .filter(which)
        .flatMap(exercise -> exercise.tests().stream())
        .forEach(
            test -> results.putIfAbsent(test.key(), TestResult.without(test, verdict, message)));
  }
}
