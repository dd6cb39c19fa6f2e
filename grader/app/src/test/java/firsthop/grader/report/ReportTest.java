package firsthop.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.store.SampleSpecs;
import firsthop.grader.submission.SubmissionOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final ExamPlan.Test TEST =
      new ExamPlan.Test(new TestKey("1.1", "refuses_leading_zeros"), 10, "The hint.", 1_000);

  @TempDir private Path folder;

  @Test
  void pages_of_who_is_no_longer_there_go_and_other_files_stay() throws Exception {
    write(ReportSamples.of(3));
    Path own = Files.writeString(folder.resolve("report/submissions/notes.html"), "mine");
    assertThat(pages()).hasSize(4);
    write(ReportSamples.of(2));
    assertThat(pages()).hasSize(3).contains(own);
  }

  @Test
  void a_page_that_would_not_change_is_not_written_again() throws Exception {
    write(ReportSamples.of(2));
    List<Object> before = keys();
    write(ReportSamples.of(2));
    assertThat(keys()).isEqualTo(before);
  }

  @Test
  void every_page_says_that_it_is_for_the_instructor_and_what_may_run_in_it() throws Exception {
    write(ReportSamples.of(2));
    for (Path page : pages()) {
      assertThat(page)
          .content()
          .contains("For the instructor only.", "default-src &#39;none&#39;")
          .doesNotContain("script-src", "<script", "unsafe");
    }
    assertThat(index()).contains("script-src &#39;sha256-").containsOnlyOnce("<script>");
  }

  @Test
  void only_the_labs_of_the_run_are_shown_and_counted() throws Exception {
    SubmissionResult both =
        submission(
            lab("lab01", result(Verdict.PASSED, "")),
            lab("lab02", result(Verdict.NOT_GRADED, "x")));
    StoredRun run = ReportSamples.run(List.of(both));
    write(new StoredRun(SampleSpecs.in(run.spec(), "lab01"), run.results()));
    assertThat(index()).doesNotContain("lab02", "not graded</span>").contains(">graded</span>");
  }

  @Test
  void marks_follow_overrides_and_the_late_rule_and_say_so() throws Exception {
    write(
        ReportSamples.run(
            List.of(
                submission(lab("lab01", result(Verdict.FAILED, "why"))),
                ReportSamples.of(8).results().get(7).result())));
    assertThat(index()).contains(">12*</td>", "1.1 set by hand", "late by 2 days: lab01, lab02");
    assertThat(page())
        .contains("12 of 10, set by hand (the tests gave: 0 of 10)", "seen in person");
  }

  @Test
  void when_it_was_due_and_came_is_told_in_the_courses_zone() throws Exception {
    write(ReportSamples.of(8));
    String late =
        Files.readString(folder.resolve("report/submissions").resolve(PageName.of("kim-008")));
    assertThat(late)
        .containsPattern("handed in <time[^>]*>2026-[-0-9]+ [:0-9]+</time> \\(Asia/Seoul\\)");
    assertThat(late).contains("<th scope=\"col\" class=\"text\">Due</th>");
  }

  @Test
  void weights_are_named() throws Exception {
    StoredRun run = ReportSamples.of(1);
    MarkRules all = run.spec().marking().rules();
    MarkRules half =
        new MarkRules(
            all.due(), all.late(), Map.of("lab02", new BigDecimal("0.5")), all.overrides());
    write(new StoredRun(run.spec().with(run.spec().marking().with(half)), run.results()));
    assertThat(index()).contains("<dt>Weights in totals</dt><dd>lab02 counts 0.5</dd>");
    assertThat(
            Files.readString(folder.resolve("report/submissions").resolve(PageName.of("kim-001"))))
        .contains("In the total, lab02 counts 0.5.");
  }

  @ParameterizedTest
  @CsvSource({"17.5, 150, 12", "0, 0, 0", "1, 200, 1", "199, 200, 100"})
  void percent_is_rounded(BigDecimal part, BigDecimal whole, int percent) {
    assertThat(ReportText.percent(part, whole)).isEqualTo(percent);
  }

  @Test
  void a_test_that_failed_is_told_whole() throws Exception {
    TestResult failed =
        new TestResult(
            TEST,
            Verdict.FAILED,
            "expected 1 but was 2",
            "java.lang.Error",
            List.of("MyX.java:7"),
            List.of(
                new TraceEntry(1_500, "client", "server", "RRQ", "sent"),
                new TraceEntry(2_500, "server", "client", "DATA 1", "dropped")),
            7);
    write(ReportSamples.run(List.of(submission(lab("lab01", failed)))));
    assertThat(page())
        .contains(
            "<h4>refuses leading zeros</h4>",
            "Hint: The hint.",
            "expected 1 but was 2",
            "Thrown: java.lang.Error\n  at MyX.java:7",
            "<td class=\"number\">1.500</td><td>client</td><td class=\"way\">→</td><td>server</td>",
            "<td class=\"number\">2.500</td><td>client</td><td class=\"way\">←</td><td>server</td>"
                + "<td>DATA 1</td><td>dropped</td>");
  }

  @Test
  void what_a_candidate_makes_long_is_shown_up_to_its_limit() throws Exception {
    String longest = "x".repeat(TestBlock.MAX_MESSAGE_CHARS);
    TraceEntry entry = new TraceEntry(1, "a", "b", "c", "d");
    write(
        ReportSamples.run(
            List.of(submission(lab("lab01", failed(longest, PacketTraceTable.MAX_ROWS, entry))))));
    assertThat(page()).contains(longest).doesNotContain("result.json");
    write(
        ReportSamples.run(
            List.of(
                submission(
                    lab("lab01", failed(longest + "y", PacketTraceTable.MAX_ROWS + 1, entry))))));
    assertThat(page())
        .doesNotContain("xy")
        .contains(
            longest + "… (1 more characters; result.json has all of them)",
            "1 more message; result.json has all of them");
  }

  @Test
  void a_compile_error_stands_in_its_lines() throws Exception {
    write(ReportSamples.of(200));
    String page = pageWith("MyContract4.java");
    assertThat(page)
        .contains(
            "<span class=\"line\"><span class=\"no\">     11  </span>  public byte[] write",
            "<span class=\"line blamed\"><span class=\"no\">&gt;    12  </span>    ByteBuffer out ="
                + " ByteBuffer.allocate(512)\n</span><strong>         &#39;;&#39; expected\n</strong>");
  }

  @Test
  void an_error_in_no_line_that_was_kept_is_told_all_the_same() throws Exception {
    write(
        ReportSamples.run(
            List.of(
                submission(lab("lab02", result(Verdict.DID_NOT_COMPILE, "it took too long"))))));
    assertThat(page())
        .contains("firsthop/MyX.java", "<pre class=\"message\">it took too long</pre>");
  }

  @ParameterizedTest
  @CsvSource({"0, h0", "1, h1", "3, h1", "4, h2", "6, h2", "7, h3", "9, h3", "10, h4", "12, h4"})
  void the_heat_is_in_thirds_between_nothing_and_all(int points, String heat) {
    assertThat(HeatMap.level(points, 10)).isEqualTo(heat);
  }

  @Test
  void an_exercise_without_points_says_why() throws Exception {
    Map.of(
            Verdict.MISSING, "none\">–",
            Verdict.OPEN, "none\">○",
            Verdict.DID_NOT_COMPILE, "bad\">×",
            Verdict.NOT_GRADED, "fault\">?",
            Verdict.FAILED, "h0\">0",
            Verdict.PASSED, "h4\">10")
        .forEach(
            (verdict, cell) -> {
              write(
                  ReportSamples.run(
                      List.of(
                          ReportSamples.of(1).results().get(0).result(),
                          submission(lab("lab01", result(verdict, "why"))))));
              assertThat(index()).contains("</a></th><td class=\"" + cell + "</td>");
            });
  }

  @Test
  void what_was_not_run_does_not_count_as_failing() throws Exception {
    write(
        ReportSamples.run(
            Stream.of(
                    Verdict.FAILED, Verdict.CRASHED, Verdict.PASSED, Verdict.OPEN, Verdict.MISSING)
                .map(verdict -> submission(lab("lab01", result(verdict, ""))))
                .toList()));
    assertThat(index()).contains("3 (67 %)", "1 failed, 1 crashed");
  }

  private static TestResult failed(String message, int entries, TraceEntry entry) {
    return new TestResult(
        TEST, Verdict.FAILED, message, null, List.of(), Collections.nCopies(entries, entry), 1);
  }

  private static TestResult result(Verdict verdict, String message) {
    return TestResult.without(TEST, verdict, message);
  }

  private static LabResult lab(String id, TestResult result) {
    ExamPlan.Exercise exercise =
        new ExamPlan.Exercise("1.1", "Codec", "RFC 1", "firsthop.X", List.of(TEST));
    return new LabResult(
        id, List.of(new ExerciseResult(exercise, List.of(result))), Map.of(), false, List.of());
  }

  private static SubmissionResult submission(LabResult... labs) {
    return new SubmissionResult(
        "lee", "digest", List.of(labs), List.of(), Instant.EPOCH, 1, SubmissionOrigin.UNKNOWN);
  }

  private void write(StoredRun run) {
    try {
      Report.write(folder, run, "./firsthop grade submissions", SEOUL);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String index() {
    return read(folder.resolve("report/index.html"));
  }

  private String page() {
    return read(folder.resolve("report/submissions").resolve(PageName.of("lee")));
  }

  private String pageWith(String text) throws IOException {
    return pages().stream()
        .map(ReportTest::read)
        .filter(page -> page.contains(text))
        .findFirst()
        .orElseThrow();
  }

  private List<Path> pages() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("report/submissions"))) {
      return all.sorted().toList();
    }
  }

  private List<Object> keys() throws IOException {
    List<Object> keys = new ArrayList<>();
    for (Path page : pages()) {
      keys.add(Files.getAttribute(page, "unix:ino"));
    }
    return keys;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
