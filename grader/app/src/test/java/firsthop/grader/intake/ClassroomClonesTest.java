package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.Taken.CODEC_SOURCE;
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
    Taken taken = Taken.from(temp);
    assertThat(taken.said())
        .startsWith(temp + " is taken for 2 clones of git repositories, as of GitHub Classroom");
    assertThat(taken.ids()).containsExactly("lab1-kim-a", "lab1-octocat");
    assertThat(taken.of("lab1-octocat").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(taken.of("lab1-octocat").arrival().from()).isEqualTo("GitHub Classroom");
    assertThat(taken.of("lab1-octocat").arrival().account())
        .as("where the assignment's name ends is not known")
        .isEmpty();
  }

  @Test
  void one_folder_without_a_repository_makes_them_plain_folders() throws Exception {
    new Folder(temp)
        .with("lab1-octocat/.git/config", "")
        .with("lab1-kim/MyCodec.java", CODEC_SOURCE);
    assertThat(Taken.from(temp).said().get(0)).contains("2 submissions, a folder each");
  }

  @Test
  void a_clone_that_a_student_packed_is_named_like_the_archive() throws Exception {
    Path zip =
        Files.write(
            temp.resolve("kim.zip"),
            new Packed()
                .with("firsthop-main/.git/config", "")
                .with("firsthop-main/lab01-addresses/MyCodec.java", CODEC_SOURCE)
                .zip());
    assertThat(Taken.from(zip).ids()).containsExactly("kim");
  }

  @Test
  void a_single_clone_is_one_submission() throws Exception {
    new Folder(temp)
        .with(".git/config", "")
        .with("lab01-addresses/src/main/java/firsthop/addresses/MyCodec.java", CODEC_SOURCE);
    assertThat(Taken.from(temp).submissions())
        .singleElement()
        .satisfies(only -> assertThat(only.of("lab01")).containsOnlyKeys(CODEC));
  }
}
