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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Collects the verdicts on one submission in one lab. A verdict on a test that is not in the plan
 * is ignored, and the first verdict on a test is kept.
 */
final class LabRecord {
  /** How many of the sockets that a submission left open are listed. */
  private static final int MAX_SOCKETS_LISTED = 3;

  /** If more tests of an exercise crash, the machine is probably not the cause. */
  private static final int CRASHES_PER_EXERCISE = 2;

  private static final Set<Verdict> DOUBTFUL =
      Set.of(Verdict.TIMED_OUT, Verdict.NOT_RUN, Verdict.CRASHED);

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
   * Creates a record without verdicts.
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

  /** Returns the tests without a verdict, in the order of the plan. */
  List<ExamPlan.Test> left() {
    return exercises.stream()
        .flatMap(exercise -> exercise.tests().stream())
        .filter(test -> !results.containsKey(test.key()))
        .toList();
  }

  /** Records a verdict of the examiner. */
  void take(FromExaminer.Decided decided) {
    ExamPlan.Test test = tests.get(decided.test());
    if (test != null) {
      results.putIfAbsent(test.key(), TestResult.of(test, decided));
    }
  }

  /** Returns whether a test was passed. */
  boolean passed(ExamPlan.Test test) {
    TestResult result = results.get(test.key());
    return result != null && result.verdict() == Verdict.PASSED;
  }

  /** Returns the tests that timed out, were not run, or crashed, if few of an exercise crashed. */
  List<ExamPlan.Test> doubtful() {
    return brokeBench
        ? List.of()
        : exercises.stream()
            .filter(exercise -> count(exercise, Verdict.CRASHED) <= CRASHES_PER_EXERCISE)
            .flatMap(exercise -> exercise.tests().stream())
            .filter(test -> results.containsKey(test.key()) && DOUBTFUL.contains(verdict(test)))
            .toList();
  }

  /**
   * Takes the verdict of a second run for each test that had not run before, and returns the
   * exercises in which a doubtful test passed in it.
   */
  List<ExamPlan.Exercise> reconsider(LabRecord second) {
    Set<String> disputed = new LinkedHashSet<>();
    for (ExamPlan.Test test : doubtful()) {
      TestResult again = second.results.get(test.key());
      if (second.passed(test)) {
        disputed.add(test.key().exercise());
        notices.add(
            "%s %s at first and passed when it was run again, so the whole exercise was run twice more"
                .formatted(test.key(), verdict(test).label()));
      } else if (again != null && verdict(test) == Verdict.NOT_RUN) {
        results.put(test.key(), again);
      }
    }
    return exercises.stream().filter(each -> disputed.contains(each.id())).toList();
  }

  /** Takes all verdicts on an exercise from two runs: a test has to pass in both. */
  void settle(ExamPlan.Exercise exercise, LabRecord one, LabRecord other) {
    for (ExamPlan.Test test : exercise.tests()) {
      LabRecord worse = one.passed(test) ? other : one;
      TestResult result = worse.results.get(test.key());
      if (result == null) {
        continue;
      }
      results.put(test.key(), result);
      if (one.passed(test) != other.passed(test)) {
        notices.add(
            "%s is unstable: it passed in one of these two runs and %s in the other, so it has not passed"
                .formatted(test.key(), verdict(test).label()));
      }
    }
  }

  /** Removes verdicts that were caused by the machine. */
  void retract(List<ExamPlan.Test> machines) {
    machines.forEach(test -> results.remove(test.key()));
  }

  /** Decides the exercises whose file was not handed in. */
  void decideMissing() {
    for (ExamPlan.Exercise exercise : exercises) {
      String path = Lab.studentPath(exercise.contract());
      if (!paths.contains(path)) {
        decide(exercise::equals, Verdict.MISSING, "no file " + path + " was found");
      }
    }
  }

  /**
   * Gives the verdict DID_NOT_COMPILE to the exercises of these files; other files are left out.
   */
  void didNotCompile(Map<String, String> problems) {
    leftOut.putAll(problems);
    for (ExamPlan.Exercise exercise : exercises) {
      String problem = leftOut.remove(Lab.studentPath(exercise.contract()));
      if (problem != null) {
        decide(exercise::equals, Verdict.DID_NOT_COMPILE, problem);
      }
    }
    leftOut.keySet().forEach(path -> notices.add(path + " did not compile and was left out"));
  }

  /** Notes the sockets that the submission left open on a bench; there may be none. */
  void leftOpen(List<String> sockets) {
    if (!sockets.isEmpty()) {
      int listed = Math.min(MAX_SOCKETS_LISTED, sockets.size());
      int more = sockets.size() - listed;
      notices.add(
          "left sockets behind, so the bench was replaced: "
              + String.join("; ", sockets.subList(0, listed))
              + (more > 0 ? "; and " + more + " more" : ""));
    }
  }

  /** Notes that the submission broke its bench; the tests without a verdict have crashed. */
  void brokeBench(String how) {
    brokeBench = true;
    String why = "the submission broke the bench twice: " + how;
    notices.add(why + "; the points that it earned before are kept");
    decide(exercise -> true, Verdict.CRASHED, why);
  }

  /** Notes that the machine failed; the tests without a verdict are not graded. */
  void notGraded(String why) {
    notices.add("not graded: " + why);
    decide(exercise -> true, Verdict.NOT_GRADED, why);
  }

  /** Notes that nothing in the submission could be read; no test is graded. */
  void notReadable() {
    unreadable = true;
    decide(exercise -> true, Verdict.NOT_GRADED, TestResult.NOT_READABLE);
  }

  /** Returns the result. Every test must have a verdict. */
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

  private long count(ExamPlan.Exercise exercise, Verdict verdict) {
    return exercise.tests().stream()
        .map(test -> results.get(test.key()))
        .filter(result -> result != null && result.verdict() == verdict)
        .count();
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
