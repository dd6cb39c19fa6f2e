package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.COURSE;
import static firsthop.grader.course.SampleCourse.ECHO;
import static firsthop.grader.course.SampleCourse.MASK;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.ECHO_SOURCE;
import static firsthop.grader.intake.IntakeRun.MASK_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.common.BadInputException;
import firsthop.grader.submission.SubmissionOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanvasDownloadTest {
  @TempDir Path temp;
  private Folder download;

  @BeforeEach
  void empty() {
    download = new Folder(temp);
  }

  @Test
  void files_of_one_user_are_one_submission_with_an_account() throws Exception {
    download
        .with("doejane_12345_900_MyCodec.java", CODEC_SOURCE)
        .with("doejane_12345_901_MyEcho.java", ECHO_SOURCE)
        .with(
            "kimminsu_LATE_777_902_homework.zip", new Packed().with("a/b.java", MASK_SOURCE).zip());
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.output())
        .containsExactly(
            temp + " is read as a Canvas download of 2 submissions",
            "1 student handed in more than one file; if two files have the same class, the newest"
                + " counts");
    assertThat(run.ids()).containsExactly("doejane_12345", "kimminsu_777");
    assertThat(run.of("doejane_12345").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.of("doejane_12345").of("lab02")).containsOnlyKeys(ECHO);
    assertThat(run.of("doejane_12345").arrival())
        .isEqualTo(new SubmissionOrigin("Canvas", "doejane", "12345", Optional.empty(), false));
    assertThat(run.of("kimminsu_777").of("lab01")).containsOnlyKeys(MASK);
    assertThat(run.of("kimminsu_777").arrival())
        .isEqualTo(new SubmissionOrigin("Canvas", "kimminsu", "777", Optional.empty(), true));
  }

  @Test
  void a_zip_of_the_download_is_recognized() throws Exception {
    Path zip =
        Files.write(
            temp.resolve("submissions.zip"),
            new Packed()
                .with("doejane_12345_900_MyCodec.java", CODEC_SOURCE)
                .with("kim_7_901_work.tar.gz", new Packed().with("x/y.java", ECHO_SOURCE).tarGz())
                .zip());
    IntakeRun run = IntakeRun.from(zip);
    assertThat(run.output())
        .containsExactly(zip + " is read as a Canvas download of 2 submissions, in a zip");
    assertThat(run.of("doejane_12345").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(run.of("kim_7").of("lab02")).containsEntry(ECHO, ECHO_SOURCE);
  }

  @Test
  void names_may_be_anonymous_or_contain_underscores_and_numbers() throws Exception {
    download
        .with("anon_Ab3xY_900_MyCodec.java", CODEC_SOURCE)
        .with("LATE_anon_zzzzz_901_MyCodec.java", CODEC_SOURCE)
        .with("van_der_2_berg_31_902_MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("anon_Ab3xY", "anon_zzzzz", "van_der_2_berg_31");
    assertThat(run.of("anon_Ab3xY").arrival().person()).isEmpty();
    assertThat(run.of("anon_zzzzz").arrival().late()).isTrue();
  }

  @Test
  void a_file_that_canvas_renamed_is_identified_by_its_class_and_the_newest_counts()
      throws Exception {
    String older = CODEC_SOURCE + "// older\n";
    download
        .with("kim_7_900_MyCodec.java", older)
        .with("kim_7_901_MyCodec-1.java", CODEC_SOURCE)
        .with("lee_8_911_MyCodec.java", CODEC_SOURCE)
        .with("lee_8_910_MyCodec-1.java", older);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim_7").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(run.notices("kim_7"))
        .containsExactly(
            "there are different copies of MyCodec: MyCodec-1.java is graded, because it was handed in"
                + " later; left out: MyCodec.java",
            "MyCodec-1.java is read as MyCodec.java, the name of its class");
    assertThat(run.of("lee_8").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(run.notices("lee_8"))
        .containsExactly(
            "there are different copies of MyCodec: MyCodec.java is graded, because it was handed in"
                + " later; left out: MyCodec-1.java");
  }

  @Test
  void a_late_attempt_replaces_an_earlier_one_in_time() throws Exception {
    download
        .with("kim_7_900_MyCodec.java", CODEC_SOURCE)
        .with("kim_LATE_7_901_MyEcho.java", ECHO_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim_7").sources()).containsOnlyKeys("lab02");
    assertThat(run.of("kim_7").arrival().late()).isTrue();
    assertThat(run.notices("kim_7"))
        .containsExactly(
            "kim_7_900_MyCodec.java is left out: kim_LATE_7_901_MyEcho.java was handed in later");
  }

  @Test
  void a_typed_text_keeps_its_row_and_gets_a_notice() throws Exception {
    download
        .with("kim_7_900_MyCodec.java", CODEC_SOURCE)
        .with("lee_8_text.html", "<p>see my mail</p>")
        .with("grades.csv", "");
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("kim_7", "lee_8");
    assertThat(run.notices("lee_8"))
        .containsExactly(
            "lee_8_text.html is left out: a text was typed in, and it is not the code of a lab's"
                + " class");
    assertThat(run.of("lee_8").isUnreadable(COURSE.labs())).isTrue();
    assertThat(run.output())
        .contains(
            "left out, because they are no folders, archives or Java files: grades.csv",
            "lee_8: " + run.notices("lee_8").get(0));
  }

  @Test
  void code_that_is_typed_in_is_graded_and_a_link_is_not_followed() throws Exception {
    download
        .with(
            "kim_7_text.html",
            "<h1>Lab 1: Kim</h1><p>my code:</p><p>package firsthop.addresses;</p><p>public class"
                + " MyCodec {<br>&nbsp; boolean a = 1 &lt; 2;</p><p>}</p><p>bye</p>")
        .with(
            "lee_LATE_8_link.html",
            "<meta http-equiv='refresh' content='0; url=https://github.com/lee/lab'>");
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim_7").of("lab01").get(CODEC).lines().map(String::strip))
        .filteredOn(line -> !line.isEmpty())
        .containsExactly(
            "package firsthop.addresses;", "public class MyCodec {", "boolean a = 1 < 2;", "}");
    assertThat(run.notices("kim_7"))
        .containsExactly("kim_7_text.java is read as MyCodec.java, the name of its class");
    assertThat(run.of("lee_8").isUnreadable(COURSE.labs())).isTrue();
    assertThat(run.output())
        .contains(
            "lee_8: lee_LATE_8_link.html is left out: a link was handed in, which is not followed"
                + " (https://github.com/lee/lab)");
  }

  @Test
  void work_beside_the_download_has_rows_of_its_own_and_everything_else_is_named()
      throws Exception {
    download
        .with("doejane_1_10_MyCodec.java", CODEC_SOURCE)
        .with("park_2_11_MyCodec.java", CODEC_SOURCE)
        .with("lim_3_12_MyCodec.java", CODEC_SOURCE)
        .with("min_4_13_MyCodec.java", CODEC_SOURCE)
        .with("noh_5_14_MyCodec.java", CODEC_SOURCE)
        .with("oh_6_15_MyCodec.java", CODEC_SOURCE)
        .with("kim-late-MyCodec.java", CODEC_SOURCE)
        .with("kim-late-MyMask.java", MASK_SOURCE)
        .with("lee/MyCodec.java", CODEC_SOURCE)
        .with("choi.zip", new Packed().with("a.java", CODEC_SOURCE).zip())
        .with("doejane_1/MyCodec.java", CODEC_SOURCE)
        .with("MyCodec.java", CODEC_SOURCE)
        .with("notes.pdf", "");
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids())
        .containsExactly(
            "choi", "doejane_1", "kim-late", "lee", "lim_3", "min_4", "noh_5", "oh_6", "park_2");
    assertThat(run.of("kim-late").of("lab01")).containsOnlyKeys(CODEC, MASK);
    assertThat(run.output())
        .containsExactly(
            temp + " is read as a Canvas download of 6 submissions",
            "not named by the platform, so each of these has a row of its own: choi.zip, kim-late"
                + " (2 files), lee",
            "left out, because the platform has a submission of this name: doejane_1",
            "left out, because their names do not say whose they are: MyCodec.java",
            "left out, because they are no folders, archives or Java files: notes.pdf");
  }

  @Test
  void file_names_of_one_student_cannot_make_it_a_moodle_download() throws Exception {
    download.with("doejane_1_10_MyCodec.java", CODEC_SOURCE);
    for (int i = 0; i < 5; i++) {
      download.with("evil_2_2" + i + "_a_assignsubmission_file_" + i + ".java", MASK_SOURCE);
    }
    assertThat(IntakeRun.from(temp).ids()).containsExactly("doejane_1", "evil_2");
  }

  @Test
  void submissions_of_another_platform_are_refused_and_not_left_out() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(
            () ->
                IntakeRun.from(
                    download
                        .with("doejane_1_10_MyCodec.java", CODEC_SOURCE)
                        .with("Kim_2_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
                        .with("Lee_3_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
                        .path()))
        .withMessageEndingWith(
            " contains submissions of Moodle and of Canvas (doejane_1_10_MyCodec.java); put the files"
                + " of each platform into a separate folder");
  }

  @Test
  void an_ambiguous_name_cannot_hand_in_for_another_student() throws Exception {
    String evil = CODEC_SOURCE + "// evil\n";
    download
        .with("doejane_9999_88123456_MyCodec.java", CODEC_SOURCE)
        .with("x_9999_99999999999_4711_88123460_MyCodec.java", evil)
        .with("doejane_9999_99999999998_4712_88123461_MyCodec.java", evil);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids())
        .containsExactly(
            "doejane_9999", "doejane_9999_99999999998_4712", "x_9999_99999999999_4711");
    assertThat(run.of("doejane_9999").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(run.of("doejane_9999").arrival().account()).isEqualTo("9999");
    assertThat(run.of("x_9999_99999999999_4711").arrival().account()).isEmpty();
    assertThat(run.output())
        .contains(
            "x_9999_99999999999_4711_88123460_MyCodec.java may belong to Canvas user 9999 or to"
                + " another user; it has its own row, x_9999_99999999999_4711, without that number");
  }

  @Test
  void files_of_one_user_with_two_names_have_two_rows() throws Exception {
    download.with("kim_7_900_MyCodec.java", CODEC_SOURCE).with("lee_7_901_b.java", MASK_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("kim_7", "lee_7");
    assertThat(run.submissions())
        .allSatisfy(each -> assertThat(each.arrival().account()).isEmpty());
    assertThat(run.output())
        .anyMatch(line -> line.contains("have the same Canvas user 7 but different names"));
  }

  @Test
  void a_file_name_that_begins_with_a_number_belongs_to_its_user_with_a_remark() throws Exception {
    download
        .with("kim_7_900_20231234_lab.zip", new Packed().with("a.java", CODEC_SOURCE).zip())
        .with("lee_8_901_MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim_7").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.of("kim_7").arrival().account()).isEqualTo("7");
    assertThat(run.output())
        .contains(
            "1 name can be read in more than one way, for example kim_7_900_20231234_lab.zip: it is"
                + " read as user 7, but may be user 900; check it");
  }

  @Test
  void a_name_without_a_person_is_not_one_of_canvas_unless_it_is_anonymous() throws Exception {
    download
        .with("kim_7_900_MyCodec.java", CODEC_SOURCE)
        .with("9999_901_MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).output())
        .contains(
            "not named by the platform, so each of these has a row of its own:"
                + " 9999_901_MyCodec.java");
  }

  @Test
  void folders_that_end_in_numbers_are_not_a_canvas_download() throws Exception {
    download.with("kim_7/MyCodec.java", CODEC_SOURCE).with("lee_8/MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).output())
        .containsExactly(temp + " is read as 2 submissions, one folder each");
  }
}
