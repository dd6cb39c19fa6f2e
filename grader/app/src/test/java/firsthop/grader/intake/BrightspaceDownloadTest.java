package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.MASK;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.MASK_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.roster.RosterFile;
import firsthop.grader.submission.SubmissionOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrightspaceDownloadTest {
  @TempDir Path temp;
  private Folder download;

  @BeforeEach
  void empty() {
    download = new Folder(temp);
  }

  @Test
  void the_newest_attempt_counts_and_the_others_are_named() throws Exception {
    download
        .with("12345-67890 - Jane Doe - Oct 3, 2026 1032 PM/MyCodec.java", CODEC_SOURCE)
        .with("12345-67890 - Jane Doe - Oct 3, 2026 926 AM/MyCodec.java", MASK_SOURCE)
        .with("12346-67890 - Kim - Lee, Min - Dec 31, 2025 1200 AM/MyMask.java", MASK_SOURCE)
        .with("index.html", "<table></table>");
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("Jane Doe_12345-67890", "Kim - Lee, Min_12346-67890");
    assertThat(run.of("Jane Doe_12345-67890").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.of("Jane Doe_12345-67890").arrival())
        .isEqualTo(
            new SubmissionOrigin(
                "Brightspace", "Jane Doe", "12345-67890", Optional.empty(), false));
    assertThat(run.output())
        .containsExactly(
            temp + " is read as a Brightspace download of 2 submissions",
            "index.html, the overview of Brightspace, is not read",
            "Jane Doe_12345-67890: there are 2 submissions; the newest counts: 12345-67890 - Jane"
                + " Doe - Oct 3, 2026 1032 PM; left out: 12345-67890 - Jane Doe - Oct 3, 2026 926"
                + " AM");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Oct 3, 2026 1159 AM; Oct 3, 2026 1200 PM",
        "Sep 30, 2026 1159 PM; October 1, 2026 1200 AM",
        "3 October, 2026 959 AM; 3 October, 2026 1000 AM",
        "3 Oct 2026 09:59; 3 Oct 2026 10.00",
      })
  void times_are_compared_as_brightspace_writes_them(String older, String newer) throws Exception {
    download
        .with("1-2 - Kim - " + newer + "/MyCodec.java", CODEC_SOURCE)
        .with("1-2 - Kim - " + older + "/MyMask.java", MASK_SOURCE)
        .with("3-2 - Lee - " + older + "/MyMask.java", MASK_SOURCE);
    assertThat(IntakeRun.from(temp).of("Kim_1-2").of("lab01")).containsOnlyKeys(CODEC);
  }

  @Test
  void a_time_that_cannot_be_read_orders_no_attempt() throws Exception {
    download
        .with("1-2 - Kim - 2026년 10월 3일 오후 1032/MyCodec.java", CODEC_SOURCE)
        .with("1-2 - Kim - 2026년 10월 4일 오후 1032/MyCodec.java", CODEC_SOURCE)
        .with("3-2 - Lee - 2026년 10월 4일 오후 1032/MyMask.java", MASK_SOURCE);
    assertThat(IntakeRun.from(temp).output())
        .anyMatch(
            line ->
                line.startsWith(
                    "Kim_1-2: there are 2 submissions, and it is unknown which one is the newest"));
  }

  @Test
  void files_without_folders_belong_to_the_person_and_the_attempt_in_their_names()
      throws Exception {
    String zip = "1-2 - Blake Payne - Dec 5, 2024 1149 AM - lab - 1.zip";
    download
        .with(zip, new Packed().with("a.java", CODEC_SOURCE).zip())
        .with("1-2 - Blake Payne - Dec 5, 2024 1149 AM - MyMask.java", MASK_SOURCE)
        .with("3-2 - Lee - Dec 5, 2024 1149 AM - MyMask.java", MASK_SOURCE);
    assertThat(IntakeRun.from(temp).of("Blake Payne_1-2").of("lab01"))
        .containsOnlyKeys(CODEC, MASK);
  }

  @Test
  void equal_names_with_different_numbers_are_two_rows() throws Exception {
    download
        .with("1-9 - Kim - Dec 5, 2024 1149 AM/MyCodec.java", CODEC_SOURCE)
        .with("2-9 - Kim - Dec 5, 2024 1150 AM/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("Kim_1-9", "Kim_2-9");
    assertThat(run.output()).anyMatch(line -> line.endsWith("own: Kim_1-9, Kim_2-9"));
  }

  @Test
  void an_export_of_grades_is_a_roster_by_name() throws Exception {
    download
        .with("1-9 - Jane Doe - Dec 5, 2024 1149 AM/MyCodec.java", CODEC_SOURCE)
        .with("2-9 - Min Kim - Dec 5, 2024 1150 AM/MyCodec.java", CODEC_SOURCE);
    Path roster =
        Files.writeString(
            temp.resolveSibling("roster-of-" + temp.getFileName()),
            """
            OrgDefinedId,Username,Last Name,First Name,End-of-Line Indicator
            #S1,#jdoe,Doe,Jane,#
            #S2,#mkim,Kim,Min,#
            #S3,#blee,Lee,Bo,#
            """);
    IntakeRun run = IntakeRun.from(temp, RosterFile.read(roster));
    Files.delete(roster);
    assertThat(run.output())
        .containsExactly(
            temp + " is read as a Brightspace download of 2 submissions",
            "1 handed in nothing: Bo Lee");
  }
}
