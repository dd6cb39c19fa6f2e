package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.course.MadeUpCheckout;
import firsthop.grader.feedback.FeedbackSentences;
import firsthop.grader.settings.FeedbackLanguage;
import firsthop.grader.settings.FeedbackLevel;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What students read in an export is in the language of the course. */
class KoreanExportTest {
  private static final String ENGLISH = "of \\d+ points|The .hint|Override|Late:|Still open";

  @TempDir private Path folder;
  private Grades grades;

  @BeforeEach
  void readTheExam() throws Exception {
    Grades english = ExportSamples.three("Gradescope", FeedbackLevel.HINTS, Optional.empty());
    StringBuilder hints = new StringBuilder();
    for (ExportedSubmission each : english.all()) {
      FeedbackEntry.of(each, english)
          .forEach(
              entry ->
                  hints
                      .append(
                          "%s.%s=힌트입니다.\n"
                              .formatted(entry.exercise(), entry.name().replace(' ', '_')))
                      .append("%s=제목\n".formatted(entry.exercise())));
    }
    FeedbackSentences korean =
        FeedbackSentences.in(
            FeedbackLanguage.KOREAN,
            MadeUpCheckout.at(folder)
                .built()
                .withExamFile("firsthop/grader/exams/hints-lab01.ko.properties", hints.toString())
                .installation());
    grades =
        new Grades(
            english.title(),
            english.feedback(),
            korean,
            english.labs(),
            english.single(),
            english.all());
  }

  @Test
  void gradescope_shows_points_hints_and_remarks_in_korean() {
    assertKorean(String.join("\n", new GradescopeExport().export(grades).files().values()));
  }

  @Test
  void junit_has_hints_and_verdicts_in_korean() {
    assertThat(new JunitExport().export(grades).files().get("junit.xml"))
        .contains("힌트입니다.", "실패: 4점 만점에 0점", "늦은 제출: lab01")
        .doesNotContainPattern(ENGLISH);
  }

  @Test
  void a_comment_beside_a_mark_is_in_korean() {
    StringBuilder comments = new StringBuilder();
    grades.all().stream()
        .filter(each -> each.total().isPresent())
        .forEach(each -> comments.append(Comments.html(each, grades)));
    assertKorean(comments.toString());
  }

  private static void assertKorean(String text) {
    assertThat(text)
        .contains("점 만점에", "힌트입니다.", "실패", "늦은 제출: lab01 제출이 1일 늦었습니다.", "점수 변경: 과제 2.1")
        .doesNotContainPattern(ENGLISH);
  }
}
