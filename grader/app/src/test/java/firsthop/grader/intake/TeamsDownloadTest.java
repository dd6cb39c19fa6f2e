package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.ECHO;
import static firsthop.grader.course.SampleCourse.MASK;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.ECHO_SOURCE;
import static firsthop.grader.intake.IntakeRun.MASK_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamsDownloadTest {
  @TempDir Path temp;

  @Test
  void the_last_version_of_each_assignment_counts() throws Exception {
    new Folder(temp)
        .with("Submitted files/Jane Doe/Lab 1/Version 9/MyCodec.java", MASK_SOURCE)
        .with("Submitted files/Jane Doe/Lab 1/Version 10/MyCodec.java", CODEC_SOURCE)
        .with("Submitted files/Jane Doe/Lab 2/Version 1/MyEcho.java", ECHO_SOURCE)
        .with("Submitted files/Jane Doe/MyMask.java", MASK_SOURCE)
        .with("Submitted files/김민수/Lab 1/버전 1/MyCodec.java", CODEC_SOURCE)
        .with("Working files/Jane Doe/Lab 1/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("Jane Doe", "김민수");
    assertThat(run.of("Jane Doe").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(run.of("Jane Doe").of("lab01")).containsOnlyKeys(CODEC, MASK);
    assertThat(run.of("Jane Doe").of("lab02")).containsOnlyKeys(ECHO);
    assertThat(run.of("Jane Doe").arrival().from()).isEqualTo("Microsoft Teams");
    assertThat(run.output())
        .containsExactly(
            temp + " is read as a Microsoft Teams download of 2 submissions",
            "Working files is left out: it was not handed in",
            "Jane Doe: there are 2 submissions; the newest counts: Lab 1/Version 10; left out: Lab"
                + " 1/Version 9");
  }

  @Test
  void the_folder_of_submitted_files_itself_can_be_given() throws Exception {
    new Folder(temp)
        .with("Jane Doe/Lab 1/Version 1/MyCodec.java", CODEC_SOURCE)
        .with("Lee/Lab 1/Version 1/MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).output())
        .containsExactly(temp + " is read as a Microsoft Teams download of 2 submissions");
  }

  @Test
  void folders_of_labs_are_no_versions() throws Exception {
    new Folder(temp)
        .with("kim/work/lab 1/MyCodec.java", CODEC_SOURCE)
        .with("kim/work/lab 2/MyEcho.java", ECHO_SOURCE)
        .with("lee/work/lab 1/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.output()).containsExactly(temp + " is read as 2 submissions, one folder each");
    assertThat(run.of("kim").sources()).containsOnlyKeys("lab01", "lab02");
  }
}
