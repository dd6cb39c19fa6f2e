package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.COURSE;
import static firsthop.grader.course.SampleCourse.ECHO;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.ECHO_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.submission.AccountOwner;
import firsthop.grader.submission.SubmissionOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
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
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.output())
        .containsExactly(temp + " is read as a Moodle download of 2 submissions");
    assertThat(run.ids()).containsExactly("Jane Doe_1234567", "김 민수_42");
    assertThat(run.of("Jane Doe_1234567").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.of("Jane Doe_1234567").arrival())
        .isEqualTo(
            new SubmissionOrigin(
                "Moodle", "Jane Doe", "1234567", Optional.empty(), false, AccountOwner.UNKNOWN));
    assertThat(run.of("김 민수_42").of("lab02")).containsOnlyKeys(ECHO);
  }

  @Test
  void files_without_folders_belong_to_the_person_in_their_names() throws Exception {
    byte[] zip =
        new Packed()
            .with("Jane Doe_12_assignsubmission_file_MyCodec.java", CODEC_SOURCE)
            .with("Jane Doe_12_assignsubmission_file_MyEcho.java", ECHO_SOURCE)
            .with(
                "Lee_13_assignsubmission_file_lab.zip",
                new Packed().with("x.java", ECHO_SOURCE).zip())
            .zip();
    Path packed = Files.write(temp.resolve("CN-Lab 1-77.zip"), zip);
    IntakeRun run = IntakeRun.from(packed);
    assertThat(run.output())
        .containsExactly(packed + " is read as a Moodle download of 2 submissions, in a zip");
    assertThat(run.of("Jane Doe_12").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.of("Jane Doe_12").of("lab02")).containsOnlyKeys(ECHO);
    assertThat(run.of("Lee_13").of("lab02")).containsOnlyKeys(ECHO);
  }

  @Test
  void blind_marking_gives_no_name_and_the_default_group_no_account() throws Exception {
    download
        .with("Participant_99_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
        .with("Default group_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("Default group", "Participant_99");
    assertThat(run.of("Participant_99").arrival())
        .isEqualTo(new SubmissionOrigin("Moodle", "", "99", Optional.empty(), false));
    assertThat(run.of("Default group").arrival().account()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"참가자", "Teilnehmerin", "参加者"})
  void blind_marking_has_a_word_in_the_language_of_moodle(String word) throws Exception {
    download
        .with(word + "_99_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
        .with(word + "_98_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).of(word + "_99").arrival())
        .isEqualTo(new SubmissionOrigin("Moodle", "", "99", Optional.empty(), false));
  }

  @Test
  void a_group_called_participant_is_not_taken_for_blind_marking() throws Exception {
    download
        .with("Participant_99_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
        .with("Group 3_77_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).of("Participant_99").arrival().accountOwner())
        .isEqualTo(AccountOwner.UNKNOWN);
  }

  @Test
  void beside_the_default_group_all_numbers_are_those_of_groups() throws Exception {
    download
        .with("Group 3_77_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
        .with("기본 모둠_assignsubmission_file/MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).of("Group 3_77").arrival().accountOwner())
        .isEqualTo(AccountOwner.GROUP);
  }

  @Test
  void a_typed_text_beside_the_files_gives_a_notice() throws Exception {
    download
        .with("Kim_1_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
        .with("Kim_1_assignsubmission_onlinetext/onlinetext.html", "<p>done</p>");
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("Kim_1").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.notices("Kim_1"))
        .containsExactly(
            "onlinetext.html is left out: a text was typed in, and it is not the code of a lab's"
                + " class");
  }

  @Test
  void a_typed_text_that_is_code_is_graded_and_any_other_is_not_readable() throws Exception {
    download
        .with(
            "Kim_1_assignsubmission_onlinetext_/onlinetext.html",
            "<pre>" + CODEC_SOURCE + ECHO_SOURCE + "</pre>")
        .with("Lee_2_assignsubmission_onlinetext_onlinetext.html", "<p>see my mail</p>")
        .with("Oh_3_assignsubmission_file_/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("Kim_1").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(run.of("Kim_1").of("lab02")).containsEntry(ECHO, ECHO_SOURCE);
    assertThat(run.of("Lee_2").isUnreadable(COURSE.labs())).isTrue();
    assertThat(run.output())
        .contains(
            "Lee_2: onlinetext.html is left out: a text was typed in, and it is not the code of a"
                + " lab's class");
  }

  @Test
  void a_name_in_both_forms_of_unicode_is_one_person() throws Exception {
    String composed = "김민수_7_assignsubmission_";
    download
        .with(composed + "file/MyCodec.java", CODEC_SOURCE)
        .with(
            Normalizer.normalize(composed, Normalizer.Form.NFD) + "file_MyEcho.java", ECHO_SOURCE);
    IntakeRun run = IntakeRun.from(new Folder(temp).with("x_8_assignsubmission_file/a", "").path());
    assertThat(run.ids()).containsExactly("x_8", "김민수_7");
    assertThat(run.of("김민수_7").sources()).containsOnlyKeys("lab01", "lab02");
  }
}
