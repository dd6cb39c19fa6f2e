package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.ECHO;
import static firsthop.grader.intake.Taken.CODEC_SOURCE;
import static firsthop.grader.intake.Taken.ECHO_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.submission.SubmissionOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoodleDownloadTest {
  @TempDir Path temp;
  private Folder download;

  @BeforeEach
  void empty() {
    download = new Folder(temp);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_assignsubmission_file", "_assignsubmission_file_"})
  void a_folder_is_a_submission(String end) throws Exception {
    download
        .with("Jane Doe_1234567" + end + "/lab/MyCodec.java", CODEC_SOURCE)
        .with("김 민수_42" + end + "/work.zip", new Packed().with("e.java", ECHO_SOURCE).zip());
    Taken taken = Taken.from(temp);
    assertThat(taken.said())
        .containsExactly(temp + " is taken for a Moodle download of 2 submissions");
    assertThat(taken.ids()).containsExactly("Jane Doe_1234567", "김 민수_42");
    assertThat(taken.of("Jane Doe_1234567").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(taken.of("Jane Doe_1234567").arrival())
        .isEqualTo(new SubmissionOrigin("Moodle", "Jane Doe", "1234567", Optional.empty(), false));
    assertThat(taken.of("김 민수_42").of("lab02")).containsOnlyKeys(ECHO);
  }

  @Test
  void files_side_by_side_belong_to_whoever_they_are_named_after() throws Exception {
    byte[] zip =
        new Packed()
            .with("Jane Doe_12_assignsubmission_file_MyCodec.java", CODEC_SOURCE)
            .with("Jane Doe_12_assignsubmission_file_MyEcho.java", ECHO_SOURCE)
            .with(
                "Lee_13_assignsubmission_file_lab.zip",
                new Packed().with("x.java", ECHO_SOURCE).zip())
            .zip();
    Path packed = Files.write(temp.resolve("CN-Lab 1-77.zip"), zip);
    Taken taken = Taken.from(packed);
    assertThat(taken.said())
        .containsExactly(packed + " is taken for a Moodle download of 2 submissions, in a zip");
    assertThat(taken.of("Jane Doe_12").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(taken.of("Jane Doe_12").of("lab02")).containsOnlyKeys(ECHO);
    assertThat(taken.of("Lee_13").of("lab02")).containsOnlyKeys(ECHO);
  }

  @Test
  void blind_marking_has_no_names_and_a_team_without_a_group_no_number() throws Exception {
    download
        .with("Participant_99_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
        .with("Default group_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    Taken taken = Taken.from(temp);
    assertThat(taken.ids()).containsExactly("Default group", "Participant_99");
    assertThat(taken.of("Participant_99").arrival())
        .isEqualTo(new SubmissionOrigin("Moodle", "", "99", Optional.empty(), false));
    assertThat(taken.of("Default group").arrival().account()).isEmpty();
  }

  @Test
  void a_text_beside_the_files_is_told() throws Exception {
    download
        .with("Kim_1_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
        .with("Kim_1_assignsubmission_onlinetext/onlinetext.html", "<p>done</p>");
    Taken taken = Taken.from(temp);
    assertThat(taken.of("Kim_1").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(taken.notices("Kim_1"))
        .containsExactly(
            "a text was handed in (Kim_1_assignsubmission_onlinetext); it is not read");
  }
}
