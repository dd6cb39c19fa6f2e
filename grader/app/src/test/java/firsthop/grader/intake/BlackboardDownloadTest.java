package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.COURSE;
import static firsthop.grader.course.SampleCourse.ECHO;
import static firsthop.grader.course.SampleCourse.MASK;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.ECHO_SOURCE;
import static firsthop.grader.intake.IntakeRun.MASK_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.roster.RosterFile;
import firsthop.grader.submission.SubmissionOrigin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlackboardDownloadTest {
  private static final String OLD = "_attempt_2026-10-01-13-45-12";
  private static final String NEW = "_attempt_2026-10-02-09-00-00";
  private static final String NOTHING =
      "There is no student submission text data for this assignment.";

  @TempDir Path temp;
  private Folder download;

  @BeforeEach
  void empty() {
    download = new Folder(temp);
  }

  @Test
  void the_newest_attempt_counts_and_the_others_are_named() throws Exception {
    download
        .with("Lab 01_jdoe1" + OLD + ".txt", receipt("Jane Doe", "jdoe1", NOTHING))
        .with("Lab 01_jdoe1" + OLD + "_MyCodec.java", CODEC_SOURCE + "// old\n")
        .with("Lab 01_jdoe1" + OLD + "_MyMask.java", MASK_SOURCE)
        .with("Lab 01_jdoe1" + NEW + ".txt", receipt("Jane Doe", "jdoe1", NOTHING))
        .with("Lab 01_jdoe1" + NEW + "_MyCodec.java", CODEC_SOURCE)
        .with("Lab 01_mkim2" + OLD + ".txt", "x")
        .with(
            "Lab 01_mkim2" + OLD + "_lab01.zip", new Packed().with("a/b.java", MASK_SOURCE).zip());
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("jdoe1", "mkim2");
    assertThat(run.of("jdoe1").of("lab01")).isEqualTo(Map.of(CODEC, CODEC_SOURCE));
    assertThat(run.of("jdoe1").arrival())
        .isEqualTo(
            new SubmissionOrigin("Blackboard", "Jane Doe", "jdoe1", Optional.empty(), false));
    assertThat(run.of("mkim2").of("lab01")).containsOnlyKeys(MASK);
    assertThat(run.of("jdoe1").fileNotices())
        .as("what the student sees")
        .contains(
            "there are 2 submissions; the newest counts: Lab 01_jdoe1"
                + NEW
                + "; left out: Lab 01_jdoe1"
                + OLD);
    assertThat(run.output())
        .containsExactly(
            temp + " is read as a Blackboard download of 2 submissions",
            "jdoe1: there are 2 submissions; the newest counts: Lab 01_jdoe1"
                + NEW
                + "; left out: Lab 01_jdoe1"
                + OLD);
  }

  @Test
  void assignment_user_and_file_may_contain_underscores() throws Exception {
    download
        .with("Lab_01_x_j_doe" + OLD + ".txt", receipt("Jane (JD) Doe", "j_doe", NOTHING))
        .with("Lab_01_x_j_doe" + OLD + "_my_attempt_2026-01-01-00-00-00_a.java", CODEC_SOURCE)
        .with("Lab_01_x_j_kim" + OLD + "_b.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("j_doe", "j_kim");
    assertThat(run.of("j_doe").arrival().person()).isEqualTo("Jane (JD) Doe");
  }

  @Test
  void without_receipts_the_assignment_is_what_all_names_have_in_common() throws Exception {
    download
        .with("Lab_01_jdoe1" + OLD + "_a.java", CODEC_SOURCE)
        .with("Lab_01_kim_2" + OLD + "_a.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).ids()).containsExactly("jdoe1", "kim_2");
  }

  @Test
  void a_receipt_in_the_language_and_encoding_of_the_teacher_names_the_person() throws Exception {
    download
        .with(
            "실습 1_mkim2" + OLD + ".txt",
            "\uFEFF이름: 김민수 (mkim2)\r\n과제: 실습 1\r\n".getBytes(StandardCharsets.UTF_16LE))
        .with("실습 1_mkim2" + OLD + "_a.java", CODEC_SOURCE)
        .with("실습 1_lee" + OLD + "_a.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).of("mkim2").arrival().person()).isEqualTo("김민수");
  }

  @Test
  void a_receipt_that_names_somebody_else_is_said_and_the_name_of_the_file_counts()
      throws Exception {
    download
        .with("Lab 01_jdoe1" + OLD + ".txt", receipt("Jane Doe", "jdoe1", NOTHING))
        .with("Lab 01_jdoe1" + OLD + "_a.java", CODEC_SOURCE)
        .with("Lab 01_mkim2" + OLD + ".txt", receipt("Jane Doe", "jdoe1", NOTHING))
        .with("Lab 01_mkim2" + OLD + "_a.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("mkim2").arrival().person()).isEmpty();
    assertThat(run.output())
        .contains(
            "Lab 01_mkim2"
                + OLD
                + ".txt names Jane Doe (jdoe1), but its own name does not; the files are those of"
                + " mkim2");
  }

  @Test
  void typed_code_is_graded_and_an_attempt_with_nothing_readable_is_no_zero() throws Exception {
    download
        .with("L_a1" + OLD + ".txt", receipt("A", "a1", "<p>" + CODEC_SOURCE + "</p>"))
        .with("L_b2" + OLD + ".txt", receipt("B", "b2", CODEC_SOURCE))
        .with("L_c3" + OLD + ".txt", receipt("C", "c3", "I will send it"))
        .with("L_d4" + OLD + ".txt", receipt("D", "d4", NOTHING));
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("a1").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.of("b2").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(run.of("c3").isUnreadable(COURSE.labs())).isTrue();
    assertThat(run.of("d4").isUnreadable(COURSE.labs())).isTrue();
    assertThat(run.output())
        .contains("d4: L_d4" + OLD + ".txt is left out: the attempt has no file and no text")
        .anyMatch(line -> line.startsWith("c3: text is left out: a text was typed in"));
  }

  @Test
  void files_of_two_assignments_are_one_submission() throws Exception {
    Path zip =
        Files.write(
            temp.resolve("gradebook.zip"),
            new Packed()
                .with("Lab 1_kim" + OLD + "_MyCodec.java", CODEC_SOURCE)
                .with("Lab 2_kim" + NEW + "_MyEcho.java", ECHO_SOURCE)
                .with("Lab 2_lee" + NEW + "_MyEcho.java", ECHO_SOURCE)
                .zip());
    IntakeRun run = IntakeRun.from(zip);
    assertThat(run.ids()).containsExactly("kim", "lee");
    assertThat(run.of("kim").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.of("kim").of("lab02")).containsOnlyKeys(ECHO);
  }

  @Test
  void a_gradebook_of_blackboard_is_a_roster_by_user() throws Exception {
    download
        .with("Lab 1_kim_2" + OLD + ".txt", receipt("Min Kim", "kim_2", NOTHING))
        .with("Lab 1_kim_2" + OLD + "_MyCodec.java", CODEC_SOURCE)
        .with("Lab 1_kim_3" + OLD + "_MyCodec.java", CODEC_SOURCE);
    Path roster =
        Files.writeString(
            temp.resolveSibling("roster-of-" + temp.getFileName()),
            "Last Name\tFirst Name\tUsername\nKim\tMin\tkim_2\nLee\tBo\tlee\nKim\tMin\tkim_3\n");
    IntakeRun run = IntakeRun.from(temp, RosterFile.read(roster));
    Files.delete(roster);
    assertThat(run.ids()).containsExactly("kim_2", "kim_3", "lee");
    assertThat(run.of("kim_2").arrival().person()).isEqualTo("Min Kim");
    assertThat(run.output()).contains("1 handed in nothing: Bo Lee");
  }

  private static String receipt(String person, String user, String text) {
    return """
        Name: %s (%s)
        Assignment: Lab 01
        Date Submitted: Thursday, October 1, 2026 1:45:12 PM KST
        Current Grade: Needs Grading

        Submission Field:
        %s

        Comments:
        There are no student comments for this assignment.

        Files:
        \tOriginal filename: MyCodec.java
        """
        .formatted(person, user, text);
  }
}
