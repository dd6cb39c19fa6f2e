package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.Taken.CODEC_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.common.BadInputException;
import firsthop.grader.submission.SubmissionOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradescopeDownloadTest {
  private static final String METADATA =
      """
      ---
      submission_11:
        :submitters:
        - :name: Jane Doe
          :sid: '20231234'
          :email: jane@example.edu
        :created_at: 2026-10-01 14:59:59.123456789 Z
        :score: 3.0
        :status: processed
        :results: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
          tests:
          - output: ':submitters: nobody'
        :history:
        - :id: 10
          :created_at: 2026-09-30 10:00:00.000000000 Z
      submission_12:
        :submitters:
        - :name: Minsu Kim
          :sid:
          :email: kim@example.edu
        - :name: Bo Lee
          :sid: '7'
          :email: lee@example.edu
        :created_at: 2026-10-02T08:00:00+09:00
      """;

  @TempDir Path temp;
  private Folder export;

  @BeforeEach
  void empty() {
    export = new Folder(temp);
  }

  @Test
  void the_metadata_says_who_handed_in_and_when() throws Exception {
    export
        .with("submission_metadata.yml", METADATA)
        .with("submission_11/src/MyCodec.java", CODEC_SOURCE)
        .with("submission_12/MyCodec.java", CODEC_SOURCE);
    Taken taken = Taken.from(temp);
    assertThat(taken.said())
        .containsExactly(temp + " is taken for a Gradescope export of 2 submissions");
    assertThat(taken.of("submission_11").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(taken.of("submission_11").arrival())
        .isEqualTo(
            new SubmissionOrigin(
                "Gradescope",
                "Jane Doe",
                "11",
                Optional.of(Instant.parse("2026-10-01T14:59:59.123456789Z")),
                false));
    assertThat(taken.of("submission_12").arrival().person()).isEqualTo("Minsu Kim, Bo Lee");
    assertThat(taken.of("submission_12").arrival().at())
        .contains(Instant.parse("2026-10-01T23:00:00Z"));
  }

  @Test
  void it_comes_as_a_zip_with_a_folder_around_it() throws Exception {
    Path zip =
        Files.write(
            temp.resolve("export.zip"),
            new Packed()
                .with("assignment_5_export/submission_metadata.yml", METADATA)
                .with("assignment_5_export/submission_11/MyCodec.java", CODEC_SOURCE)
                .with("assignment_5_export/submission_13/MyCodec.java", CODEC_SOURCE)
                .with("__MACOSX/assignment_5_export/._submission_11", "")
                .zip());
    Taken taken = Taken.from(zip);
    assertThat(taken.said())
        .containsExactly(
            zip + " is taken for a Gradescope export of 2 submissions, in a zip",
            "in submission_metadata.yml, but not in the export: submission_12");
    assertThat(taken.ids()).containsExactly("submission_11", "submission_13");
    Path tar = Files.write(temp.resolve("export.tar"), tar());
    assertThat(Taken.from(tar).of("submission_11").arrival().person()).isEqualTo("Jane Doe");
  }

  private static byte[] tar() {
    return new Packed()
        .with("x/submission_metadata.yml", METADATA)
        .with("x/submission_11/MyCodec.java", CODEC_SOURCE)
        .with("x/submission_13/MyCodec.java", CODEC_SOURCE)
        .tar();
  }

  @Test
  void what_lies_in_a_students_archive_does_not_say_whose_it_is_or_of_when() throws Exception {
    byte[] zip =
        new Packed()
            .with("submission_metadata.yml", METADATA)
            .with("submission_11/MyCodec.java", CODEC_SOURCE)
            .zip();
    Path kim = Files.write(temp.resolve("kim.zip"), zip);
    Taken taken = Taken.from(kim);
    assertThat(taken.of("kim").arrival()).isEqualTo(SubmissionOrigin.UNKNOWN);
    assertThat(taken.of("kim").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(taken.said().get(0)).isEqualTo(kim + " is taken for one submission, kim, in a zip");
    assertThat(taken.said().get(1))
        .startsWith("a Gradescope export of 1 submission inside it is not believed");
  }

  @Test
  void the_only_students_folder_does_not_say_whose_it_is_or_of_when() throws Exception {
    export
        .with("kim/submission_metadata.yml", METADATA)
        .with("kim/submission_11/MyCodec.java", CODEC_SOURCE);
    Taken taken = Taken.from(temp);
    assertThat(taken.of("kim").arrival()).isEqualTo(SubmissionOrigin.UNKNOWN);
    assertThat(taken.said()).anyMatch(line -> line.contains("is not believed"));
    assertThat(Taken.from(temp.resolve("kim")).said())
        .as("the instructor's own level, which may be a student's")
        .anyMatch(line -> line.startsWith("that is only one: "));
  }

  @Test
  void of_two_submissions_of_the_same_people_the_newest_counts() throws Exception {
    export
        .with(
            "submission_metadata.yml",
            METADATA.replace("submission_12", "submission_12")
                + """
              submission_13:
                :submitters:
                - :name: Jane Doe
                  :sid: '20231234'
                  :email: jane@example.edu
                :created_at: 2026-09-01 00:00:00 Z
              """)
        .with("submission_11/MyCodec.java", CODEC_SOURCE)
        .with("submission_13/MyCodec.java", CODEC_SOURCE);
    Taken taken = Taken.from(temp);
    assertThat(taken.ids()).containsExactly("submission_11");
    assertThat(taken.notices("submission_11"))
        .containsExactly(
            "of 2 submissions the newest counts, submission_11 of 2026-10-01T14:59:59.123456789Z;"
                + " left out: submission_13 of 2026-09-01T00:00:00Z");
  }

  @Test
  void without_metadata_it_is_said_that_nobody_is_known() throws Exception {
    export.with("submission_1/MyCodec.java", CODEC_SOURCE).with("submission_2/x.txt", "");
    Taken taken = Taken.from(temp);
    assertThat(taken.ids()).containsExactly("submission_1", "submission_2");
    assertThat(taken.said())
        .contains(
            "there is no submission_metadata.yml: it is not known whose these are, or of when");
  }

  @Test
  void metadata_that_are_none_are_one_line() throws Exception {
    export.with("submission_metadata.yml", "a: [").with("submission_1/MyCodec.java", CODEC_SOURCE);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> Taken.from(temp))
        .withMessageStartingWith("submission_metadata.yml: it is no YAML that can be read: ")
        .withMessageNotContaining("\n");
  }

  @Test
  void metadata_without_a_bottom_are_one_line() throws Exception {
    export
        .with("submission_metadata.yml", "a: " + "[".repeat(60_000))
        .with("submission_1/MyCodec.java", CODEC_SOURCE);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> Taken.from(temp))
        .withMessage(
            "submission_metadata.yml: it is no YAML that can be read: it is nested more than 100"
                + " levels deep");
  }

  @Test
  void a_time_that_there_is_not_is_one_line() throws Exception {
    export
        .with("submission_metadata.yml", "submission_1:\n  :created_at: 2026-02-30 14:59:59 Z\n")
        .with("submission_1/MyCodec.java", CODEC_SOURCE);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> Taken.from(temp))
        .withMessage(
            "submission_metadata.yml: created_at of submission_1 is no time that there is:"
                + " 2026-02-30 14:59:59 Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-01 14:59:59 UTC, 2026-10-01T14:59:59Z",
    "2026-10-01 14:59:59, 2026-10-01T14:59:59Z",
    "2026-10-01 14:59:59.5 -0700, 2026-10-01T21:59:59.500Z",
    "2026-10-01T14:59:59-07:00, 2026-10-01T21:59:59Z",
    "yesterday, ''"
  })
  void times_are_read_in_every_form_that_ruby_writes(String written, String moment)
      throws Exception {
    export
        .with("submission_metadata.yml", "submission_1:\n  :created_at: " + written + "\n")
        .with("submission_1/MyCodec.java", CODEC_SOURCE);
    assertThat(Taken.from(temp).of("submission_1").arrival().at().map(Instant::toString).orElse(""))
        .isEqualTo(moment);
  }
}
