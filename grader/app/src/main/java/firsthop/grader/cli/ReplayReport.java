package firsthop.grader.cli;

import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.store.StoredResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Prints every detail of a submission's examination, and compares it with the kept result. */
final class ReplayReport {
  private static final String INDENT = "      ";

  private final Map<TestKey, Verdict> kept = new HashMap<>();
  private final List<String> others = new ArrayList<>();
  private final Predicate<TestKey> wanted;
  private final PrintWriter out;
  private int tests;
  private boolean notGraded;

  /**
   * Prepares a report.
   *
   * @param kept the kept result
   * @param wanted the tests to report on
   */
  ReplayReport(StoredResult kept, Predicate<TestKey> wanted, PrintWriter out) {
    kept.result()
        .exercises()
        .flatMap(exercise -> exercise.tests().stream())
        .forEach(test -> this.kept.put(test.test().key(), test.verdict()));
    this.wanted = wanted;
    this.out = out;
  }

  /** Prints the result of a lab. */
  void print(LabResult lab) {
    lab.notices().forEach(notice -> out.println(lab.id() + ": " + TerminalText.plain(notice)));
    lab.leftOut()
        .forEach(
            (path, problem) -> {
              out.println(TerminalText.plain(path) + " did not compile:");
              block(problem);
            });
    lab.exercises().forEach(this::print);
    out.flush();
  }

  /** Prints the output of the submission's processes. */
  void wrote(List<String> lines) {
    if (!lines.isEmpty()) {
      out.println("The last lines that its processes wrote:");
      lines.forEach(this::block);
    }
  }

  /**
   * Prints whether all verdicts are the same as before.
   *
   * @return whether every test ran
   */
  boolean end() {
    if (others.isEmpty()) {
      out.printf(
          "%s the same as the kept result.%n",
          tests == 1 ? "The verdict is" : "All " + tests + " verdicts are");
    } else {
      out.printf("%d of %d verdicts differ from the kept result:%n", others.size(), tests);
      others.forEach(each -> out.println("  " + TerminalText.plain(each)));
    }
    out.flush();
    return !notGraded;
  }

  private void print(ExerciseResult result) {
    List<TestResult> some =
        result.tests().stream().filter(test -> wanted.test(test.test().key())).toList();
    if (some.isEmpty()) {
      return;
    }
    out.printf("%s %s%n", result.exercise().id(), TerminalText.plain(result.exercise().title()));
    some.forEach(this::compare);
    if (allAlike(some)) {
      TestResult first = some.get(0);
      out.printf("  %-15s all %d tests%s%n", first.verdict().label(), some.size(), asBefore(some));
      block(first.message());
    } else {
      some.forEach(this::print);
    }
  }

  private void print(TestResult test) {
    out.printf(
        "  %-15s %s (%d of %d, %d ms)%s%n",
        test.verdict().label(),
        test.test().key().name(),
        test.points(),
        test.test().points(),
        test.millis(),
        asBefore(List.of(test)));
    block(test.message());
    if (test.thrown() != null) {
      block("threw " + test.thrown());
    }
    test.frames().forEach(frame -> block("at " + frame));
    test.trace().forEach(entry -> block(entry.toString()));
  }

  private void compare(TestResult test) {
    tests++;
    notGraded |= test.verdict() == Verdict.NOT_GRADED;
    Optional<Verdict> before = before(test);
    if (!before.equals(Optional.of(test.verdict()))) {
      others.add(
          test.test().key()
              + ": "
              + test.verdict().label()
              + ", kept as "
              + before.map(Verdict::label).orElse("nothing"));
    }
  }

  private String asBefore(List<TestResult> tests) {
    return tests.stream().allMatch(test -> before(test).equals(Optional.of(test.verdict())))
        ? ""
        : ", DIFFERENT from the kept result";
  }

  private Optional<Verdict> before(TestResult test) {
    return Optional.ofNullable(kept.get(test.test().key()));
  }

  /** A verdict on the whole exercise is printed once. */
  private static boolean allAlike(List<TestResult> tests) {
    TestResult first = tests.get(0);
    return tests.size() > 1
        && tests.stream()
            .allMatch(
                test ->
                    test.verdict() == first.verdict()
                        && test.verdict() != Verdict.PASSED
                        && !test.message().isEmpty()
                        && test.message().equals(first.message())
                        && test.thrown() == null
                        && test.trace().isEmpty());
  }

  private void block(String text) {
    TerminalText.lines(text).forEach(line -> out.println(INDENT + line));
  }
}
