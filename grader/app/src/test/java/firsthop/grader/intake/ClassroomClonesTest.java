package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassroomClonesTest {
  @TempDir Path temp;

  @Test
  void folders_with_a_repository_in_each_are_clones_and_git_is_not_read() throws Exception {
    new Folder(temp)
        .with("lab1-octocat/.git/config", "[remote]")
        .with("lab1-octocat/.git/MyMask.java", CODEC_SOURCE)
        .with("lab1-octocat/src/MyCodec.java", CODEC_SOURCE)
        .with("lab1-kim-a/.git/config", "")
        .with("README.md", "");
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.output())
        .startsWith(temp + " is read as 2 git clones, as from GitHub Classroom");
    assertThat(run.ids()).containsExactly("lab1-kim-a", "lab1-octocat");
    assertThat(run.of("lab1-octocat").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.of("lab1-octocat").arrival().from()).isEqualTo("GitHub Classroom");
    assertThat(run.of("lab1-octocat").arrival().account())
        .as("it is unknown where the name of the assignment ends")
        .isEmpty();
  }

  @Test
  void a_folder_without_a_repository_makes_all_of_them_plain_folders() throws Exception {
    new Folder(temp)
        .with("lab1-octocat/.git/config", "")
        .with("lab1-kim/MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).output().get(0)).contains("2 submissions, one folder each");
  }

  @Test
  void a_clone_in_an_archive_has_the_name_of_the_archive() throws Exception {
    Path zip =
        Files.write(
            temp.resolve("kim.zip"),
            new Packed()
                .with("firsthop-main/.git/config", "")
                .with("firsthop-main/lab01-addresses/MyCodec.java", CODEC_SOURCE)
                .zip());
    assertThat(IntakeRun.from(zip).ids()).containsExactly("kim");
  }

  @Test
  void a_single_clone_is_one_submission() throws Exception {
    new Folder(temp)
        .with(".git/config", "")
        .with("lab01-addresses/src/main/java/firsthop/addresses/MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).submissions())
        .singleElement()
        .satisfies(only -> assertThat(only.of("lab01")).containsOnlyKeys(CODEC));
  }
}
