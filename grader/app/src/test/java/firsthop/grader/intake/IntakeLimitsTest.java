package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.COURSE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.archives.Notices;
import firsthop.grader.submission.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeLimitsTest {
  private static final String SOURCE = "package firsthop.udp;";
  private static final int SIZE = SOURCE.length();

  @TempDir Path temp;
  private Folder handedIn;

  @BeforeEach
  void empty() {
    handedIn = new Folder(temp);
  }

  @Test
  void a_file_may_be_as_large_as_the_limit_and_no_larger() throws Exception {
    handedIn.with("MyA.java", SOURCE).with("MyB.java", SOURCE + " ");
    Submission read = read(new IntakeLimits(10, 10, 10, SIZE, 100));
    assertThat(read.of("lab02")).containsOnlyKeys("firsthop/udp/MyA.java");
    assertThat(read.notices())
        .containsExactly("MyB.java is left out: it is larger than " + SIZE + " bytes");
  }

  @Test
  void all_files_together_may_be_as_large_as_the_limit_and_no_larger() throws Exception {
    handedIn.with("MyA.java", SOURCE).with("MyB.java", SOURCE).with("MyC.java", SOURCE);
    assertThat(notices(new IntakeLimits(10, 10, 10, SIZE, 3 * SIZE))).isEmpty();
    Submission read = read(new IntakeLimits(10, 10, 10, SIZE, 3 * SIZE - 1));
    assertThat(read.of("lab02")).hasSize(2);
    assertThat(read.notices())
        .containsExactly(
            "MyC.java is left out: all sources together may have at most "
                + (3 * SIZE - 1)
                + " bytes");
  }

  @Test
  void there_may_be_as_many_java_files_as_the_limit_and_no_more() throws Exception {
    handedIn.with("MyA.java", SOURCE).with("MyB.java", SOURCE);
    assertThat(notices(new IntakeLimits(10, 10, 2, 100, 100))).isEmpty();
    handedIn.with("MyC.java", SOURCE);
    Submission read = read(new IntakeLimits(10, 10, 2, 100, 100));
    assertThat(read.of("lab02")).containsOnlyKeys("firsthop/udp/MyA.java", "firsthop/udp/MyB.java");
    assertThat(read.notices()).containsExactly("only the first 2 Java files are read");
  }

  @Test
  void folders_count_as_entries_too() throws Exception {
    handedIn.with("a/MyA.java", SOURCE).with("b/MyB.java", SOURCE);
    assertThat(notices(new IntakeLimits(4, 10, 10, 100, 100))).isEmpty();
    Submission read = read(new IntakeLimits(3, 10, 10, 100, 100));
    assertThat(read.of("lab02")).containsOnlyKeys("firsthop/udp/MyA.java");
    assertThat(read.notices()).containsExactly("only the first 3 files and folders are read");
  }

  @Test
  void a_file_may_be_as_deep_as_the_limit_and_no_deeper() throws Exception {
    handedIn.with("1/2/MyA.java", SOURCE).with("1/2/3/MyB.java", SOURCE);
    Submission read = read(new IntakeLimits(10, 3, 10, 100, 100));
    assertThat(read.of("lab02")).containsOnlyKeys("firsthop/udp/MyA.java");
    assertThat(read.notices())
        .containsExactly("1/2/3 is left out: files may be at most 3 levels deep");
  }

  @Test
  void the_number_of_notices_is_limited() throws Exception {
    for (int i = 0; i <= Notices.MAX; i++) {
      handedIn.withLink("link" + i, Path.of("nowhere"));
    }
    assertThat(read(IntakeLimits.STANDARD).notices())
        .hasSize(Notices.MAX + 1)
        .endsWith("and 1 more notices");
  }

  @Test
  void the_standard_limits_hold_the_whole_course_many_times() throws Exception {
    for (int i : IntStream.range(0, 200).toArray()) {
      handedIn.with("lab02-udp/src/main/java/firsthop/udp/My" + i + ".java", SOURCE);
    }
    assertThat(read(IntakeLimits.STANDARD).of("lab02")).hasSize(200);
    assertThat(notices(IntakeLimits.STANDARD)).isEmpty();
  }

  /** Returns the notices without the one that none of these classes is a lab's. */
  private List<String> notices(IntakeLimits limits) {
    return read(limits).notices().stream()
        .filter(notice -> !notice.startsWith("no class that a lab asks for was found in "))
        .toList();
  }

  private Submission read(IntakeLimits limits) {
    return new SourceFinder(COURSE, limits, temp).read("kim");
  }
}
