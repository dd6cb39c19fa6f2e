package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
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
  void the_metadata_gives_the_people_and_the_time() throws Exception {
    export
        .with("submission_metadata.yml", METADATA)
        .with("submission_11/src/MyCodec.java", CODEC_SOURCE)
        .with("submission_12/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.output())
        .containsExactly(temp + " is read as a Gradescope export of 2 submissions");
    assertThat(run.of("submission_11").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.of("submission_11").arrival())
        .isEqualTo(
            new SubmissionOrigin(
                "Gradescope",
                "Jane Doe",
                "11",
                Optional.of(Instant.parse("2026-10-01T14:59:59.123456789Z")),
                false));
    assertThat(run.of("submission_12").arrival().person()).isEqualTo("Minsu Kim, Bo Lee");
    assertThat(run.of("submission_12").arrival().at())
        .contains(Instant.parse("2026-10-01T23:00:00Z"));
  }

  @Test
  void a_zip_with_an_outer_folder_is_recognized() throws Exception {
    Path zip =
        Files.write(
            temp.resolve("export.zip"),
            new Packed()
                .with("assignment_5_export/submission_metadata.yml", METADATA)
                .with("assignment_5_export/submission_11/MyCodec.java", CODEC_SOURCE)
                .with("assignment_5_export/submission_13/MyCodec.java", CODEC_SOURCE)
                .with("__MACOSX/assignment_5_export/._submission_11", "")
                .zip());
    IntakeRun run = IntakeRun.from(zip);
    assertThat(run.output())
        .containsExactly(
            zip + " is read as a Gradescope export of 2 submissions, in a zip",
            "in submission_metadata.yml, but not in the export: submission_12",
            "not in submission_metadata.yml, so names and times are unknown: submission_13");
    assertThat(run.ids()).containsExactly("submission_11", "submission_13");
    Path tar = Files.write(temp.resolve("export.tar"), tar());
    assertThat(IntakeRun.from(tar).of("submission_11").arrival().person()).isEqualTo("Jane Doe");
  }

  private static byte[] tar() {
    return new Packed()
        .with("x/submission_metadata.yml", METADATA)
        .with("x/submission_11/MyCodec.java", CODEC_SOURCE)
        .with("x/submission_13/MyCodec.java", CODEC_SOURCE)
        .tar();
  }

  @Test
  void names_and_times_in_the_archive_of_one_student_are_not_used() throws Exception {
    byte[] zip =
        new Packed()
            .with("submission_metadata.yml", METADATA)
            .with("submission_11/MyCodec.java", CODEC_SOURCE)
            .zip();
    Path kim = Files.write(temp.resolve("kim.zip"), zip);
    IntakeRun run = IntakeRun.from(kim);
    assertThat(run.of("kim").arrival()).isEqualTo(SubmissionOrigin.UNKNOWN);
    assertThat(run.of("kim").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.output().get(0)).isEqualTo(kim + " is read as one submission, kim, in a zip");
    assertThat(run.output().get(1))
        .startsWith(
            "it contains a Gradescope export of 1 submission, but the names and times in it are");
  }

  @Test
  void names_and_times_in_the_only_folder_are_not_used() throws Exception {
    export
        .with("kim/submission_metadata.yml", METADATA)
        .with("kim/submission_11/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim").arrival()).isEqualTo(SubmissionOrigin.UNKNOWN);
    assertThat(run.output()).anyMatch(line -> line.contains("are not used"));
    assertThat(IntakeRun.from(temp.resolve("kim")).output())
        .as("the folder given by the instructor may be a student's own")
        .anyMatch(line -> line.startsWith("this download has only one submission"));
  }

  @Test
  void the_newest_of_two_submissions_of_the_same_people_counts() throws Exception {
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
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("submission_11");
    assertThat(run.notices("submission_11"))
        .containsExactly(
            "there are 2 submissions; the newest counts: submission_11"
                + " (2026-10-01T14:59:59.123456789Z); left out: submission_13"
                + " (2026-09-01T00:00:00Z)");
  }

  @Test
  void missing_metadata_give_a_remark() throws Exception {
    export.with("submission_1/MyCodec.java", CODEC_SOURCE).with("submission_2/x.txt", "");
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("submission_1", "submission_2");
    assertThat(run.output())
        .contains("there is no submission_metadata.yml, so names and times are unknown");
  }

  @Test
  void invalid_metadata_are_refused_in_one_line() throws Exception {
    export.with("submission_metadata.yml", "a: [").with("submission_1/MyCodec.java", CODEC_SOURCE);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> IntakeRun.from(temp))
        .withMessageStartingWith("submission_metadata.yml: it cannot be read as YAML: ")
        .withMessageNotContaining("\n");
  }

  @Test
  void metadata_with_deep_nesting_are_refused_in_one_line() throws Exception {
    export
        .with("submission_metadata.yml", "a: " + "[".repeat(60_000))
        .with("submission_1/MyCodec.java", CODEC_SOURCE);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> IntakeRun.from(temp))
        .withMessage(
            "submission_metadata.yml: it cannot be read as YAML: it is nested more than 100 levels"
                + " deep");
  }

  @Test
  void an_invalid_time_is_refused_in_one_line() throws Exception {
    export
        .with("submission_metadata.yml", "submission_1:\n  :created_at: 2026-02-30 14:59:59 Z\n")
        .with("submission_1/MyCodec.java", CODEC_SOURCE);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> IntakeRun.from(temp))
        .withMessage(
            "submission_metadata.yml: created_at of submission_1 is not a valid time:"
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
    assertThat(
            IntakeRun.from(temp)
                .of("submission_1")
                .arrival()
                .at()
                .map(Instant::toString)
                .orElse(""))
        .isEqualTo(moment);
  }
}
