package firsthop.grader.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.MadeUpCheckout;
import firsthop.grader.sandbox.NotBuiltException;
import firsthop.grader.settings.FeedbackLanguage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackSentencesTest {
  private static final Pattern GAP = Pattern.compile("%\\d\\$[sd]|%%");
  private static final String HINTS = "firsthop/grader/exams/hints-lab01.ko.properties";

  @TempDir private Path folder;

  @Test
  void every_sentence_and_every_verdict_is_there_in_korean_and_none_is_left_over()
      throws IOException {
    List<String> needed = new ArrayList<>(bundle("feedback").stringPropertyNames());
    for (Verdict verdict : Verdict.values()) {
      needed.add(FeedbackSentences.key(verdict));
    }
    assertThat(bundle("feedback_ko").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(needed);
  }

  @Test
  void a_sentence_has_the_same_gaps_in_both_languages() throws IOException {
    Properties korean = bundle("feedback_ko");
    bundle("feedback")
        .forEach(
            (key, english) ->
                assertThat(gaps(korean.get(key)))
                    .as(key.toString())
                    .containsExactlyInAnyOrderElementsOf(gaps(english)));
  }

  @Test
  void the_language_of_the_machine_has_no_say() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.KOREAN);
      ResourceBundle.clearCache();
      assertThat(FeedbackSentences.in(FeedbackLanguage.ENGLISH).text("title"))
          .isEqualTo("Feedback");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void titles_and_hints_come_from_the_exam_and_are_english_where_it_has_none() throws IOException {
    FeedbackSentences words = korean("1.1=점 십진 표기\n1.1.refuses=거부합니다.\n");
    ExamPlan.Test known = test("refuses");
    ExamPlan.Test unknown = test("takes");
    assertThat(words.hint(known)).isEqualTo("거부합니다.");
    assertThat(words.hint(unknown)).isEqualTo("The hint.");
    assertThat(words.title(exercise("1.1"))).isEqualTo("점 십진 표기");
    assertThat(words.title(exercise("1.2"))).isEqualTo("Dotted decimal");
    assertThat(words.verdict(Verdict.TIMED_OUT)).isEqualTo("시간 초과");
  }

  @Test
  void an_exam_without_the_language_or_without_a_jar_is_not_built() throws IOException {
    MadeUpCheckout checkout = MadeUpCheckout.at(folder);
    assertThatExceptionOfType(NotBuiltException.class)
        .isThrownBy(() -> FeedbackSentences.in(FeedbackLanguage.KOREAN, checkout.installation()));
    assertThatExceptionOfType(NotBuiltException.class)
        .isThrownBy(
            () -> FeedbackSentences.in(FeedbackLanguage.KOREAN, checkout.built().installation()))
        .withMessageContaining("the language ko");
  }

  private FeedbackSentences korean(String hints) throws IOException {
    return FeedbackSentences.in(
        FeedbackLanguage.KOREAN,
        MadeUpCheckout.at(folder).built().withExamFile(HINTS, hints).installation());
  }

  private static ExamPlan.Test test(String name) {
    return new ExamPlan.Test(new TestKey("1.1", name), 4, "The hint.", 1_000);
  }

  private static ExamPlan.Exercise exercise(String id) {
    return new ExamPlan.Exercise(
        id, "Dotted decimal", "RFC 6943", "firsthop.addresses.Codec", List.of(test("refuses")));
  }

  private static List<String> gaps(Object sentence) {
    return GAP.matcher(sentence.toString()).results().map(MatchResult::group).toList();
  }

  private static Properties bundle(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader in =
        new InputStreamReader(
            FeedbackSentences.class.getResourceAsStream(name + ".properties"),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
