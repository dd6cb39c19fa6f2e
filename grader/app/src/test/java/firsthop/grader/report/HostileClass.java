package firsthop.grader.report;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.submission.SubmissionOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Submissions that put the same hostile text everywhere a student can put text. */
final class HostileClass {
  static final List<String> TEXTS =
      List.of(
          "</script><script>window.hit=1;alert(1)</script>",
          "</style><style>*{display:none}</style>",
          "</pre></title><img src=x onerror=\"window.hit=1\">",
          "\" onmouseover=\"window.hit=1\" autofocus onfocus=\"window.hit=1",
          "' onclick='window.hit=1",
          "javascript:window.hit=1",
          "<!--<script>window.hit=1",
          "<svg/onload=window.hit=1><iframe src=\"javascript:parent.hit=1\">",
          "&lt;script&gt; &#60; &amp",
          "<base href=//example.org/><meta http-equiv=refresh content=0>",
          "\u202egpj.exe \u2066\u200b\ufeff\u0000\u001b[2J\u001b]0;title\u0007 \ud83d",
          "=cmd|' /C calc'!A0",
          "../../../../etc/passwd",
          "a".repeat(1 << 20));

  private HostileClass() {}

  static StoredRun run() {
    return ReportSamples.run(
        TEXTS.stream()
            .map(text -> submission(text.length() > 200 ? text.substring(0, 200) : text, text))
            .toList());
  }

  static SubmissionResult submission(String id, String text) {
    ExamPlan.Test test = new ExamPlan.Test(new TestKey("1.1", "refuses"), 4, "A hint.", 1_000);
    TestResult failed =
        new TestResult(
            test,
            Verdict.FAILED,
            text,
            text,
            List.of(text, text),
            List.of(
                new TraceEntry(1, text, text, text, text),
                new TraceEntry(2, text, "b", text, text)),
            1);
    return new SubmissionResult(
        id,
        "digest",
        List.of(
            lab("lab01", Map.of(text, "line 1: " + text), exercise(failed)),
            lab(
                "lab02",
                Map.of(),
                exercise(TestResult.without(test, Verdict.DID_NOT_COMPILE, "line 1: " + text))),
            lab("lab03", Map.of(), exercise(TestResult.without(test, Verdict.NOT_GRADED, text)))),
        new ArrayList<>(List.of(text)),
        Instant.EPOCH,
        1,
        new SubmissionOrigin(text, text, text, Optional.of(Instant.EPOCH), true));
  }

  private static ExerciseResult exercise(TestResult result) {
    return new ExerciseResult(
        new ExamPlan.Exercise("1.1", "Codec", "RFC 1", "firsthop.X", List.of(result.test())),
        List.of(result));
  }

  private static LabResult lab(String id, Map<String, String> leftOut, ExerciseResult exercise) {
    return new LabResult(id, List.of(exercise), leftOut, true, List.of("a notice"));
  }
}
