package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.HandedIn;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.settings.FeedbackLanguage;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.store.MarkingPolicy;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.SampleSpecs;
import firsthop.grader.store.StoredResult;
import firsthop.grader.submission.SubmissionOrigin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A made-up class in two labs: kim is half right and a day late, lee has an instructor's word, choi
 * was not graded in lab02. Whoever is called more has more points in 2.1 than there are.
 */
final class ExportSamples {
  /** What a candidate and a hidden test say to each other. */
  static final String SECRET = "010.0.0.1";

  static final Instant DUE = Instant.parse("2026-03-02T09:00:00Z");

  /** Names that students can choose. */
  static final List<String> HOSTILE =
      List.of(
          "=cmd|' /C calc'!A0",
          "a;=1+1",
          "  @SUM(A1)",
          "\uFF1Dcmd()",
          "-2+3",
          "a,b",
          "say \"hi\"\\",
          "two\nlines\r=1+1",
          "<script>alert(1)</script>",
          "`a` | b ``` c",
          "[x](http://evil) @kim #1",
          "\u202Enimda\u200F",
          "bell\u0007\u0000\u001B[2J",
          "half \uD800 a pair \uDFFF",
          "not a character \uFFFE\uFFFF",
          "]]> -- &amp; &#0;",
          "    Points Possible");

  private ExportSamples() {}

  /** Returns the three students, whom this platform knows by 101, 102 and 103. */
  static Grades three(String from, FeedbackLevel level, Optional<String> lab)
      throws BadInputException {
    return Grades.of(
        run(
            level,
            student("kim", arrival(from, "Kim, Min", "101", DUE.plusSeconds(60)), half(), passed()),
            student("lee", arrival(from, "Lee, Jun", "102", DUE), half(), open()),
            student("choi", arrival(from, "Choi, Ara", "103", DUE), half(), lost())),
        lab);
  }

  /** Returns one student of a name that the student chose, in every place that a name has. */
  static Grades named(String name) throws BadInputException {
    return Grades.of(
        run(FeedbackLevel.HINTS, student(name, arrival("", name, name, DUE), half(), passed())),
        Optional.empty());
  }

  static Grades graded(SubmissionResult... results) throws BadInputException {
    return Grades.of(run(FeedbackLevel.HINTS, results), Optional.empty());
  }

  static StoredRun run(FeedbackLevel level, SubmissionResult... results) {
    MarkRules rules =
        new MarkRules(
            new DueDates(Map.of("lab01", DUE), Map.of()),
            new LateRule(BigDecimal.TEN, Duration.ZERO, BigDecimal.valueOf(50)),
            Map.of(),
            Overrides.NONE
                .with(new PointsOverride("lee", "2.1", 3, "seen <in> \"person\"", DUE))
                .with(new PointsOverride("more", "2.1", 5, "", DUE)));
    return new StoredRun(
        SampleSpecs.of(
            "submissions",
            "Networks",
            new MarkingPolicy(rules, level, FeedbackLanguage.ENGLISH),
            "lab01",
            "lab02"),
        Stream.of(results)
            .map(
                result ->
                    new StoredResult(
                        result,
                        Map.of(),
                        new RunEnvironment(
                            "v1",
                            1,
                            new Sandbox.Description("process", "", "17", false, Limits.STANDARD)),
                        Map.of("MyCodec.java", 40),
                        Map.of(),
                        List.of()))
            .toList());
  }

  static SubmissionResult student(String id, SubmissionOrigin arrival, LabResult... labs) {
    return new SubmissionResult(id, "digest", List.of(labs), List.of(), DUE, 1_234, arrival);
  }

  /** Returns a student of whom nothing came in lab02. */
  static SubmissionResult nothing(String id, SubmissionOrigin arrival, String notice) {
    LabResult none =
        new LabResult("lab02", HandedIn.NOTHING, open().exercises(), Map.of(), false, List.of());
    return new SubmissionResult(id, "digest", List.of(none), List.of(notice), DUE, 1_234, arrival);
  }

  static SubmissionOrigin arrival(String from, String person, String account, Instant at) {
    return new SubmissionOrigin(from, person, account, Optional.of(at), false);
  }

  static LabResult half() {
    return lab(
        "lab01",
        "1.1",
        test("1.1", "takes_four_octets", Verdict.PASSED, null),
        test("1.1", "refuses_zeros", Verdict.FAILED, "java.lang.NumberFormatException"));
  }

  static LabResult passed() {
    return lab("lab02", "2.1", test("2.1", "echoes", Verdict.PASSED, null));
  }

  static LabResult open() {
    return lab("lab02", "2.1", test("2.1", "echoes", Verdict.OPEN, null));
  }

  static LabResult lost() {
    return lab("lab02", "2.1", test("2.1", "echoes", Verdict.NOT_GRADED, null));
  }

  static LabResult of(Verdict verdict) {
    return lab("lab02", "2.1", test("2.1", "echoes", verdict, null));
  }

  private static LabResult lab(String id, String exercise, TestResult... tests) {
    ExamPlan.Exercise plan =
        new ExamPlan.Exercise(
            exercise,
            "Title of " + exercise,
            "RFC 1",
            "firsthop.x.Codec",
            Stream.of(tests).map(TestResult::test).toList());
    return new LabResult(
        id, List.of(new ExerciseResult(plan, List.of(tests))), Map.of(), false, List.of());
  }

  private static TestResult test(
      String exercise, String name, Verdict verdict, @Nullable String thrown) {
    return new TestResult(
        new ExamPlan.Test(new TestKey(exercise, name), 4, "The <hint>.", 1_000),
        verdict,
        verdict == Verdict.PASSED ? "" : "parse(\"" + SECRET + "\") <x>",
        thrown,
        thrown == null ? List.of() : List.of("MyCodec.java:12"),
        List.of(),
        7);
  }
}
