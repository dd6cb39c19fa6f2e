package firsthop.grader.cli;

import static firsthop.grader.course.SampleCourse.COURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.common.BadInputException;
import firsthop.grader.course.SampleCourse;
import firsthop.grader.store.MarkingPolicy;
import firsthop.grader.store.RunSpec;
import firsthop.grader.submission.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GradeCommandTest {
  @TempDir private Path folder;

  @Test
  void a_run_is_asked_for_again_from_any_folder() throws Exception {
    Path kim = Files.createDirectories(folder.resolve("autumn/kim"));
    Files.writeString(kim.resolve("MyCodec.java"), "package firsthop.addresses;");
    GradeCommand again = GradeCommand.asked(asked("autumn", "--lab", "lab01", "--seed=7"));
    assertThat(again.submissions(COURSE, folder.resolve("grades"), said -> {}))
        .extracting(Submission::id)
        .containsExactly("kim");
    assertThat(again.labs(COURSE)).containsExactly(SampleCourse.LAB01);
  }

  @Test
  void options_that_are_gone_are_one_clear_line() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> GradeCommand.asked(asked("autumn", "--gone")))
        .withMessageStartingWith("the results come from \"grade autumn --gone\", which cannot be")
        .withMessageContaining("run grade again");
  }

  private RunSpec asked(String... arguments) {
    return new RunSpec(folder, List.of(arguments), "", ZoneOffset.UTC, MarkingPolicy.USUAL);
  }
}
