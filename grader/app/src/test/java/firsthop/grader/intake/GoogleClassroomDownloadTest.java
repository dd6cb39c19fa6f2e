package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.MASK;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.MASK_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleClassroomDownloadTest {
  @TempDir Path temp;

  @Test
  void files_belong_to_the_names_in_front_of_them_with_a_warning() throws Exception {
    new Folder(temp)
        .with("Jane Doe - MyCodec.java", CODEC_SOURCE)
        .with("Jane Doe - MyMask.java", MASK_SOURCE)
        .with("김민수 - MyCodec.java", CODEC_SOURCE)
        .with("notes.pdf", "");
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("Jane Doe", "김민수");
    assertThat(run.of("Jane Doe").of("lab01")).containsOnlyKeys(CODEC, MASK);
    assertThat(run.output())
        .containsExactly(
            temp + " is read as a Google Classroom download of 2 submissions",
            "Google Classroom does not check whose name is in front of a file; students can choose"
                + " it",
            "left out, because they are no folders, archives or Java files: notes.pdf");
  }

  @Test
  void a_hyphen_in_other_names_merges_nobody() throws Exception {
    new Folder(temp)
        .with("Lab 1 - Kim.java", CODEC_SOURCE)
        .with("Lab 1 - Lee.zip", new Packed().with("a.java", MASK_SOURCE).zip());
    assertThat(IntakeRun.from(temp).ids()).containsExactly("Lab 1 - Kim", "Lab 1 - Lee");
  }

  @Test
  void copies_of_one_class_may_be_those_of_a_class_of_students() throws Exception {
    new Folder(temp)
        .with("MyCodec.java", CODEC_SOURCE)
        .with("MyCodec (1).java", CODEC_SOURCE)
        .with("MyCodec(2).java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).output())
        .contains(
            "MyCodec.java is there 3 times; if this is a folder of Google Classroom, the files are"
                + " those of several students, and nothing says whose they are: put the files of"
                + " each student into a folder");
  }
}
