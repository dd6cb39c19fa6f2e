package firsthop.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.TestKey;
import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.Verdict;
import firsthop.grader.regrade.GradedSamples;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.StoredResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ReplayReportTest {
  private static final TestResult GOOD = GradedSamples.test("good", 4, Verdict.PASSED);

  private final StringWriter text = new StringWriter();
  private boolean whole;

  @Test
  void everything_that_is_known_is_printed_and_steers_no_terminal() {
    TestResult bad =
        new TestResult(
            GradedSamples.test("bad", 4, Verdict.FAILED).test(),
            Verdict.FAILED,
            "expected 1\n but was \u001B[2J2",
            "firsthop.Own\u202EException",
            List.of("MyX.java:12"),
            List.of(new TraceEntry(1_500, "a", "b", "data", "dropped")),
            7);
    SubmissionResult kim = GradedSamples.submission("kim", GOOD, bad);
    assertThat(report(kim, kim, key -> true).lines())
        .containsExactly(
            "1.1 title",
            "  passed          good (4 of 4, 0 ms)",
            "  failed          bad (0 of 4, 7 ms)",
            "      expected 1",
            "       but was ?[2J2",
            "      threw firsthop.Own?Exception",
            "      at MyX.java:12",
            "          1.500 ms  a -> b  data: dropped",
            "The last lines that its processes wrote:",
            "      hello?",
            "All 2 verdicts are the same as the kept result.");
    assertThat(whole).isTrue();
  }

  @Test
  void a_verdict_that_is_not_as_kept_is_said_twice() {
    SubmissionResult before =
        GradedSamples.submission("kim", GradedSamples.test("good", 4, Verdict.TIMED_OUT));
    SubmissionResult now =
        GradedSamples.submission("kim", GOOD, GradedSamples.test("added", 4, Verdict.NOT_GRADED));
    assertThat(report(before, now, key -> true).lines())
        .contains(
            "  passed          good (4 of 4, 0 ms), DIFFERENT from the kept result",
            "  not graded      added (0 of 4, 0 ms), DIFFERENT from the kept result",
            "2 of 2 verdicts differ from the kept result:",
            "  1.1 good: passed, kept as timed out",
            "  1.1 added: not graded, kept as nothing");
    assertThat(whole).isFalse();
  }

  @Test
  void of_one_test_nothing_is_said_of_others() {
    SubmissionResult kim =
        GradedSamples.submission("kim", GOOD, GradedSamples.test("bad", 4, Verdict.FAILED));
    assertThat(report(kim, kim, new TestKey("1.1", "good")::equals).lines())
        .startsWith("1.1 title", "  passed          good (4 of 4, 0 ms)")
        .endsWith("The verdict is the same as the kept result.")
        .noneMatch(line -> line.contains("bad"));
  }

  @Test
  void what_was_decided_for_a_whole_exercise_is_said_once() {
    SubmissionResult kim = GradedSamples.submission("kim", missing("a"), missing("b"));
    assertThat(report(kim, kim, key -> true).lines())
        .startsWith("1.1 title", "  missing         all 2 tests", "      no file MyX.java");
  }

  private static TestResult missing(String name) {
    return TestResult.without(
        GradedSamples.test(name, 4, Verdict.MISSING).test(), Verdict.MISSING, "no file MyX.java");
  }

  private String report(SubmissionResult before, SubmissionResult now, Predicate<TestKey> wanted) {
    PrintWriter out = new PrintWriter(text);
    RunEnvironment run =
        new RunEnvironment(
            "v1", 1, new Sandbox.Description("process", "", "17", false, Limits.STANDARD));
    ReplayReport report =
        new ReplayReport(
            new StoredResult(before, Map.of(), run, Map.of(), Map.of(), List.of()), wanted, out);
    for (LabResult lab : now.labs()) {
      report.print(lab);
    }
    report.wrote(List.of("hello\u0007"));
    whole = report.end();
    return text.toString();
  }
}
