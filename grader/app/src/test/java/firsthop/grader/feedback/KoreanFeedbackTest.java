package firsthop.grader.feedback;

import static firsthop.grader.gradebook.SampleResultSet.lab;
import static firsthop.grader.gradebook.SampleResultSet.result;
import static firsthop.grader.gradebook.SampleResultSet.submission;
import static firsthop.grader.gradebook.SampleResultSet.threw;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.course.MadeUpCheckout;
import firsthop.grader.gradebook.SampleResultSet;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.settings.FeedbackLanguage;
import firsthop.grader.settings.FeedbackLevel;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KoreanFeedbackTest {
  /** Two words beside each other that are no code: a sentence that is not translated. */
  private static final Pattern ENGLISH = Pattern.compile("(?m)^[^-`#]*[a-z]{3,} [a-z]{2,} ");

  @TempDir private Path folder;
  private FeedbackSentences words;

  @BeforeEach
  void readTheExam() throws Exception {
    words =
        FeedbackSentences.in(
            FeedbackLanguage.KOREAN,
            MadeUpCheckout.at(folder)
                .built()
                .withExamFile(
                    "firsthop/grader/exams/hints-lab01.ko.properties",
                    "1.1=점 십진 표기\n1.1.refuses_leading_zeros=앞의 0은 거부합니다.\n1.1.a=힌트입니다.\n")
                .installation());
  }

  @Test
  void says_what_passed_what_failed_and_what_to_read() {
    SubmissionResult kim =
        submission(
            "kim",
            lab(
                "lab01",
                result("takes_four_octets", Verdict.PASSED, ""),
                threw("java.lang.NumberFormatException", "secret", "MyCodec.java:12")));
    MarkRules late =
        new MarkRules(
            new DueDates(Map.of("lab01", SampleResultSet.STARTED.minusSeconds(120)), Map.of()),
            new LateRule(BigDecimal.TEN, Duration.ZERO, BigDecimal.valueOf(50)),
            Map.of(),
            Overrides.NONE);
    assertThat(write(kim, late))
        .isEqualTo(
            """
            # 피드백

                Networks: kim

            **8점 만점에 3.6점**

            늦은 제출: lab01 제출이 1일 늦었습니다. 10%를 빼고 4점 가운데 3.6점을 인정합니다.

            ## lab01: 8점 만점에 3.6점. 1일 늦어 10%를 뺐습니다(빼기 전: 4점)

            ### 1.1 점 십진 표기: 8점 만점에 4점

            - 통과: takes four octets (4점 만점에 4점)
            - 실패: refuses leading zeros (4점 만점에 0점)
              앞의 0은 거부합니다.
              여러분의 코드가 MyCodec.java:12에서 예외를 던졌습니다: `NumberFormatException`.

            읽을 자료: RFC 6943, 그리고 계약.

            ## 제출한 파일에 대한 참고 사항

                a file is left out
            """);
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void no_verdict_leaves_an_english_sentence(Verdict verdict) {
    String text = write(submission("kim", lab("lab01", result("a", verdict, ""))), MarkRules.NONE);
    assertThat(ENGLISH.matcher(text.substring(0, text.lastIndexOf("\n##"))).find())
        .as(text)
        .isFalse();
  }

  private String write(SubmissionResult result, MarkRules rules) {
    return Feedback.write(
        SampleResultSet.kept(result, Map.of("MyCodec.java", 40)),
        rules.marks(result),
        FeedbackLevel.HINTS,
        "Networks",
        words);
  }
}
