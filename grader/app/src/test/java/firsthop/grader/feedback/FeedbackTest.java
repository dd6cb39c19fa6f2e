package firsthop.grader.feedback;

import static firsthop.grader.gradebook.SampleResultSet.graded;
import static firsthop.grader.gradebook.SampleResultSet.lab;
import static firsthop.grader.gradebook.SampleResultSet.result;
import static firsthop.grader.gradebook.SampleResultSet.submission;
import static firsthop.grader.gradebook.SampleResultSet.threw;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.SampleResultSet;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.HandedIn;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.store.BoundedResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackTest {
  private static final String SECRET = "010.0.0.1";
  private static final Map<String, Integer> LINES =
      Map.of("MyCodec.java", 40, "A$b.java", 400, "MyOther.java", 40);

  @Test
  void says_what_passed_what_failed_and_what_to_read() {
    assertThat(
            write(
                submission(
                    "kim",
                    lab(
                        "lab01",
                        result("takes_four_octets", Verdict.PASSED, ""),
                        threw("java.lang.NumberFormatException", SECRET, "MyCodec.java:12")))))
        .isEqualTo(
            """
            # Feedback

                Networks: kim

            **4 of 8 points**

            ## lab01: 4 of 8

            ### 1.1 Dotted decimal: 4 of 8

            - passed: takes four octets (4 of 4)
            - failed: refuses leading zeros (0 of 4)
              The hint.
              Your code threw a `NumberFormatException` at MyCodec.java:12.

            Read: RFC 6943, and the contract.

            ## Notes on your files

                a file is left out
            """);
  }

  @Test
  void what_is_the_instructors_to_know_does_not_show() {
    LabResult graded = lab("lab01", result("a", Verdict.PASSED, ""));
    LabResult noticed =
        new LabResult(
            "lab01", graded.exercises(), Map.of(), false, List.of("left sl local_address 0A0A"));
    assertThat(write(submission("kim", noticed))).doesNotContain("a notice", "local_address");
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void no_message_shows_but_the_compilers(Verdict verdict) {
    String feedback = write(graded("kim", result("a", verdict, "parse(\"" + SECRET + "\")")));
    if (verdict == Verdict.DID_NOT_COMPILE) {
      assertThat(feedback).contains(SECRET);
    } else {
      assertThat(feedback).doesNotContain(SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MyCodec.java:0",
        "MyCodec.java:00",
        "MyCodec.java:012",
        "MyCodec.java:41",
        "MyCodec.java:-1",
        "MyCodec.java:99999999999",
        "MyCodec.java:12 " + SECRET,
        "MyCodec.java",
        "MyOther.java:1",
        "A$b.java:1",
        "s010_0_0_1.java:0",
        "../MyCodec.java:12",
        "firsthop/MyCodec.java:12",
        "**MyCodec.java**:12",
        "[x](http://evil).java:1",
        "<script>.java:1",
        "MyCodec.java:1\n# Full marks",
        "A$b.java:10000",
        ""
      })
  void a_frame_that_does_not_exist_is_not_shown(String forged) {
    assertThat(write(graded("kim", threw("java.io.IOException", SECRET, forged))))
        .contains("  Your code threw a `IOException`.\n")
        .doesNotContain(".java")
        .doesNotContain("010");
  }

  @Test
  void the_first_frame_that_exists_is_shown() {
    TestResult thrown =
        threw(
            "java.io.IOException",
            "",
            "No.java:1",
            "MyCodec.java:41",
            "MyCodec.java:40",
            "A$b.java:1");
    assertThat(write(graded("kim", thrown)))
        .contains("  Your code threw a `IOException` at MyCodec.java:40.\n");
  }

  @Test
  void where_a_file_is_longer_than_honest_ones_no_line_shows() {
    SubmissionResult kim = graded("kim", threw("java.io.IOException", "", "MyCodec.java:12"));
    assertThat(write(kim, Map.of("MyCodec.java", 500))).contains(" at MyCodec.java:12.\n");
    assertThat(write(kim, Map.of("MyCodec.java", 501))).doesNotContain(".java:");
    SubmissionResult forged = graded("kim", threw("java.io.IOException", "", "F091.java:7546"));
    assertThat(write(forged, Map.of("MyCodec.java", 40, "F091.java", 9_000)))
        .as("a file that the student added")
        .doesNotContain("F091");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "firsthop.addresses.Secret_010_0_0_1",
        "java.lang.Secret",
        "NullPointerException",
        "java.lang.NullPointerException\n# Full marks",
        "<script>",
        ""
      })
  void an_exception_that_is_not_well_known_has_no_name(String type) {
    assertThat(write(graded("kim", threw(type, SECRET))))
        .contains("  Your code threw an exception.\n")
        .doesNotContain("Secret", "NullPointer", "script", "Full marks");
  }

  @Test
  void a_name_shows_as_code() {
    assertThat(write(graded("<script>`</pre>`\n# Full marks", result("a", Verdict.PASSED, ""))))
        .startsWith(
            "# Feedback\n\n    Networks: <script>`</pre>` # Full marks\n\n**4 of 4 points**")
        .containsOnlyOnce("script");
  }

  @Test
  void what_a_test_said_is_code_to_a_reader_of_markdown() {
    String message = "<script>\n# Full marks\n- x\n\n```\n\t[x](http://evil)";
    SubmissionResult kim =
        submission(
            "kim",
            lab("lab01", result("a", Verdict.FAILED, message), result("b", Verdict.PASSED, "")));
    List<String> feedback =
        Feedback.write(
                SampleResultSet.kept(kim, LINES),
                MarkRules.NONE.marks(kim),
                FeedbackLevel.FULL,
                "",
                FeedbackSentences.ENGLISH)
            .lines()
            .toList();
    int first = feedback.indexOf("        <script>");
    assertThat(feedback.get(first - 1)).as("a paragraph does not go on in code").isEmpty();
    assertThat(feedback.get(first - 2)).as("within a list's item").startsWith("  The hint.");
    assertThat(feedback.subList(first, first + message.lines().toList().size()))
        .as("four more than the item's two")
        .allSatisfy(line -> assertThat(line).startsWith(" ".repeat(2 + 4)));
  }

  @Test
  void nothing_handed_in_is_one_line() {
    assertThat(write(graded("kim", result("a", Verdict.MISSING, ""))))
        .contains(
            "**0 of 4 points**\n\nNothing was handed in: no file of any exercise was found.\n")
        .doesNotContain("## lab01");
    assertThat(
            write(
                submission(
                    "kim",
                    lab("lab01", result("a", Verdict.PASSED, "")),
                    lab("lab02", result("b", Verdict.MISSING, "")))))
        .contains(
            "## lab02: 0 of 4\n\nNothing was handed in for this lab. The grader looked for `MyCodec.java`.\n");
  }

  @Test
  void every_line_says_what_counts_and_what_the_tests_gave() {
    SubmissionResult late =
        submission(
            "kim", lab("lab01", result("a", Verdict.PASSED, ""), result("b", Verdict.FAILED, "")));
    MarkRules rules =
        new MarkRules(
            new DueDates(Map.of("lab01", SampleResultSet.STARTED.minusSeconds(120)), Map.of()),
            new LateRule(BigDecimal.TEN, Duration.ZERO, BigDecimal.valueOf(50)),
            Map.of(),
            Overrides.NONE.with(
                new PointsOverride("kim", "1.1", 7, "seen", SampleResultSet.STARTED)));
    assertThat(
            Feedback.write(
                SampleResultSet.kept(late, LINES),
                rules.marks(late),
                FeedbackLevel.HINTS,
                "Networks",
                FeedbackSentences.ENGLISH))
        .contains(
            "**6.3 of 8 points**",
            "## lab01: 6.3 of 8 points after 10 % off for being 1 day late (before: 7)\n",
            "### 1.1 Dotted decimal: 7 of 8 points, set by your instructor (the tests gave: 4)\n");
  }

  @Test
  void a_feedback_has_an_end() {
    String text = write(graded("kim", result("a", Verdict.DID_NOT_COMPILE, "x\n".repeat(400_000))));
    assertThat(text).hasSizeLessThan(BoundedResult.MAX_FEEDBACK + 100).endsWith("too long.\n");
  }

  @Test
  void what_javac_said_cannot_leave_its_block() {
    String message =
        "line 1: </pre>\n"
            + "# Full marks\r"
            + "## 100 of 100\r\n"
            + "```\n\n"
            + "<script>\u0085\u2028x\u202E\u001B[2J";
    String feedback = write(graded("kim", result("a", Verdict.DID_NOT_COMPILE, message)));
    List<String> lines = List.of(feedback.split("\r\n|\r|\n", -1));
    int start = lines.indexOf("Did not compile:");
    assertThat(lines.subList(start + 1, lines.size() - 1))
        .containsExactly(
            "",
            "    line 1: </pre>",
            "    # Full marks",
            "    ## 100 of 100",
            "    ```",
            "    ",
            "    <script>??x??[2J",
            "",
            "## Notes on your files",
            "",
            "    a file is left out");
  }

  @Test
  void a_file_that_was_left_out_is_told_in_a_block() {
    LabResult graded = lab("lab01", result("a", Verdict.PASSED, ""));
    LabResult leftOut =
        new LabResult(
            "lab01",
            graded.exercises(),
            Map.of("firsthop/addresses/`\n# x.java", "line 3: bad"),
            false,
            List.of());
    assertThat(write(submission("kim", leftOut)))
        .contains(
            """
            This file belongs to no exercise and did not compile, so it was left out:

                firsthop/addresses/`
                # x.java
                line 3: bad
            """);
  }

  @Test
  void an_exercise_of_which_all_is_the_same_is_one_sentence() {
    assertThat(write(graded("kim", result("a", Verdict.OPEN, ""))))
        .contains(": 0 of 4\n\nStill open: the skeleton's `Todo` is still there.\n");
    LabResult one = lab("lab01", result("a", Verdict.MISSING, ""));
    LabResult other = lab("lab01", result("b", Verdict.PASSED, ""));
    LabResult both =
        new LabResult(
            "lab01",
            List.of(one.exercises().get(0), other.exercises().get(0)),
            Map.of(),
            false,
            List.of());
    assertThat(write(submission("kim", both)))
        .contains(": 0 of 4\n\nNot handed in. The grader looked for `")
        .contains("/MyCodec.java`: a file with this name");
  }

  @Test
  void what_was_not_graded_shows_no_points() {
    LabResult half =
        lab("lab01", result("a", Verdict.PASSED, ""), result("b", Verdict.NOT_GRADED, SECRET));
    LabResult lost = lab("lab02", result("c", Verdict.NOT_GRADED, SECRET));
    assertThat(write(submission("kim", half, lost)))
        .contains(
            "The grading did not finish. This is not your fault. The points below are not a mark.",
            "## lab01: not graded",
            "- not graded: b (not graded)\n",
            "## lab02: not graded",
            "Not graded. This is not your fault.")
        .doesNotContain("0 of", "points**", SECRET, "The hint.");
  }

  @Test
  void a_submission_that_could_not_be_read_is_told_so() {
    LabResult graded = lab("lab01", result("a", Verdict.NOT_GRADED, TestResult.NOT_READABLE));
    LabResult unreadable =
        new LabResult("lab01", HandedIn.UNREADABLE, graded.exercises(), Map.of(), false, List.of());
    assertThat(write(submission("kim", unreadable)))
        .contains(
            "No class of an exercise could be read from your files",
            "Not graded: your submission could not be read.")
        .doesNotContain("did not finish", "0 of", "points**");
  }

  @Test
  void an_instructors_word_makes_a_mark_of_what_was_not_graded() {
    SubmissionResult lost = submission("kim", lab("lab01", result("c", Verdict.NOT_GRADED, "")));
    Overrides words =
        Overrides.NONE.with(
            new PointsOverride("kim", "1.1", 3, "shown in person\n# so", SampleResultSet.STARTED));
    assertThat(
            Feedback.write(
                SampleResultSet.kept(lost, LINES),
                MarkRules.NONE.with(words).marks(lost),
                FeedbackLevel.HINTS,
                "",
                FeedbackSentences.ENGLISH))
        .contains(
            "### 1.1 Dotted decimal: 3 of 4 points, set by your instructor (the tests gave: not graded)",
            "**3 of 4 points**",
            "Your instructor set 1.1 to 3 points:\n\n    shown in person\n    # so\n")
        .doesNotContain("did not finish");
  }

  private static String write(SubmissionResult result) {
    return write(result, LINES);
  }

  private static String write(SubmissionResult result, Map<String, Integer> lines) {
    return Feedback.write(
        SampleResultSet.kept(result, lines),
        MarkRules.NONE.marks(result),
        FeedbackLevel.HINTS,
        "Networks",
        FeedbackSentences.ENGLISH);
  }
}
