package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.ECHO;
import static firsthop.grader.course.SampleCourse.MASK;
import static firsthop.grader.intake.Taken.CODEC_SOURCE;
import static firsthop.grader.intake.Taken.ECHO_SOURCE;
import static firsthop.grader.intake.Taken.MASK_SOURCE;
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
  void files_of_one_user_are_one_submission_whose_account_is_known() throws Exception {
    download
        .with("doejane_12345_900_MyCodec.java", CODEC_SOURCE)
        .with("doejane_12345_901_MyEcho.java", ECHO_SOURCE)
        .with(
            "kimminsu_LATE_777_902_homework.zip", new Packed().with("a/b.java", MASK_SOURCE).zip());
    Taken taken = Taken.from(temp);
    assertThat(taken.said())
        .containsExactly(
            temp + " is taken for a Canvas download of 2 submissions",
            "1 student handed in more than one file; of files with the same class the newest"
                + " counts");
    assertThat(taken.ids()).containsExactly("doejane_12345", "kimminsu_777");
    assertThat(taken.of("doejane_12345").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(taken.of("doejane_12345").of("lab02")).containsOnlyKeys(ECHO);
    assertThat(taken.of("doejane_12345").arrival())
        .isEqualTo(new SubmissionOrigin("Canvas", "doejane", "12345", Optional.empty(), false));
    assertThat(taken.of("kimminsu_777").of("lab01")).containsOnlyKeys(MASK);
    assertThat(taken.of("kimminsu_777").arrival())
        .isEqualTo(new SubmissionOrigin("Canvas", "kimminsu", "777", Optional.empty(), true));
  }

  @Test
  void it_comes_as_a_zip() throws Exception {
    Path zip =
        Files.write(
            temp.resolve("submissions.zip"),
            new Packed()
                .with("doejane_12345_900_MyCodec.java", CODEC_SOURCE)
                .with("kim_7_901_work.tar.gz", new Packed().with("x/y.java", ECHO_SOURCE).tarGz())
                .zip());
    Taken taken = Taken.from(zip);
    assertThat(taken.said())
        .containsExactly(zip + " is taken for a Canvas download of 2 submissions, in a zip");
    assertThat(taken.of("doejane_12345").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(taken.of("kim_7").of("lab02")).containsEntry(ECHO, ECHO_SOURCE);
  }

  @Test
  void names_may_be_anonymous_or_have_underscores_and_numbers_in_them() throws Exception {
    download
        .with("anon_Ab3xY_900_MyCodec.java", CODEC_SOURCE)
        .with("LATE_anon_zzzzz_901_MyCodec.java", CODEC_SOURCE)
        .with("van_der_2_berg_31_902_MyCodec.java", CODEC_SOURCE);
    Taken taken = Taken.from(temp);
    assertThat(taken.ids()).containsExactly("anon_Ab3xY", "anon_zzzzz", "van_der_2_berg_31");
    assertThat(taken.of("anon_Ab3xY").arrival().person()).isEmpty();
    assertThat(taken.of("anon_zzzzz").arrival().late()).isTrue();
  }

  @Test
  void a_name_that_canvas_made_unique_is_that_of_the_class_and_the_newest_counts()
      throws Exception {
    String older = CODEC_SOURCE + "// older\n";
    download
        .with("kim_7_900_MyCodec.java", older)
        .with("kim_7_901_MyCodec-1.java", CODEC_SOURCE)
        .with("lee_8_911_MyCodec.java", CODEC_SOURCE)
        .with("lee_8_910_MyCodec-1.java", older);
    Taken taken = Taken.from(temp);
    assertThat(taken.of("kim_7").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(taken.notices("kim_7"))
        .containsExactly(
            "MyCodec-1.java is taken as MyCodec.java, after its class",
            "MyCodec.java is left out: another " + CODEC + " was handed in after it");
    assertThat(taken.of("lee_8").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(taken.notices("lee_8"))
        .containsExactly(
            "MyCodec-1.java is left out: another " + CODEC + " was handed in after it");
  }

  @Test
  void of_an_attempt_in_time_and_a_late_one_the_later_counts() throws Exception {
    download
        .with("kim_7_900_MyCodec.java", CODEC_SOURCE)
        .with("kim_LATE_7_901_MyEcho.java", ECHO_SOURCE);
    Taken taken = Taken.from(temp);
    assertThat(taken.of("kim_7").sources()).containsOnlyKeys("lab02");
    assertThat(taken.of("kim_7").arrival().late()).isTrue();
    assertThat(taken.notices("kim_7"))
        .containsExactly(
            "kim_7_900_MyCodec.java is left out: kim_LATE_7_901_MyEcho.java was handed in later");
  }

  @Test
  void what_was_typed_in_keeps_its_row_and_is_told() throws Exception {
    download
        .with("kim_7_900_MyCodec.java", CODEC_SOURCE)
        .with("lee_8_text.html", "<p>see my mail</p>")
        .with("grades.csv", "");
    Taken taken = Taken.from(temp);
    assertThat(taken.ids()).containsExactly("kim_7", "lee_8");
    assertThat(taken.notices("lee_8"))
        .containsExactly(
            "a text or a link was handed in; it is not read", "no file of any lab was found");
    assertThat(taken.said())
        .contains("left out, as not named by Canvas: grades.csv")
        .contains("lee_8: a text or a link was handed in; it is not read");
  }

  @Test
  void file_names_of_one_student_do_not_turn_it_into_a_moodle_download() throws Exception {
    download.with("doejane_1_10_MyCodec.java", CODEC_SOURCE);
    for (int i = 0; i < 5; i++) {
      download.with("evil_2_2" + i + "_a_assignsubmission_file_" + i + ".java", MASK_SOURCE);
    }
    assertThat(Taken.from(temp).ids()).containsExactly("doejane_1", "evil_2");
  }

  @Test
  void submissions_of_another_platform_are_not_left_out_in_silence() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(
            () ->
                Taken.from(
                    download
                        .with("doejane_1_10_MyCodec.java", CODEC_SOURCE)
                        .with("Kim_2_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
                        .with("Lee_3_assignsubmission_file/MyCodec.java", CODEC_SOURCE)
                        .path()))
        .withMessageEndingWith(
            " holds submissions of Moodle and of Canvas (doejane_1_10_MyCodec.java); put those of"
                + " each into a folder of its own");
  }

  @Test
  void a_name_that_can_be_read_in_two_ways_hands_in_nothing_for_somebody_else() throws Exception {
    String evil = CODEC_SOURCE + "// evil\n";
    download
        .with("doejane_9999_88123456_MyCodec.java", CODEC_SOURCE)
        .with("x_9999_99999999999_4711_88123460_MyCodec.java", evil)
        .with("doejane_9999_99999999998_4712_88123461_MyCodec.java", evil);
    Taken taken = Taken.from(temp);
    assertThat(taken.ids())
        .containsExactly(
            "doejane_9999", "doejane_9999_99999999998_4712", "x_9999_99999999999_4711");
    assertThat(taken.of("doejane_9999").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(taken.of("doejane_9999").arrival().account()).isEqualTo("9999");
    assertThat(taken.of("x_9999_99999999999_4711").arrival().account()).isEmpty();
    assertThat(taken.said())
        .contains(
            "x_9999_99999999999_4711_88123460_MyCodec.java may be of Canvas's user 9999 or of"
                + " another: it has a row of its own, x_9999_99999999999_4711, and not that"
                + " number");
  }

  @Test
  void one_user_has_one_name() throws Exception {
    download.with("kim_7_900_MyCodec.java", CODEC_SOURCE).with("lee_7_901_b.java", MASK_SOURCE);
    Taken taken = Taken.from(temp);
    assertThat(taken.ids()).containsExactly("kim_7", "lee_7");
    assertThat(taken.submissions())
        .allSatisfy(each -> assertThat(each.arrival().account()).isEmpty());
    assertThat(taken.said()).anyMatch(line -> line.contains("seems to be Canvas's user 7"));
  }

  @Test
  void a_file_that_begins_with_a_number_is_its_users_and_it_is_told() throws Exception {
    download
        .with("kim_7_900_20231234_lab.zip", new Packed().with("a.java", CODEC_SOURCE).zip())
        .with("lee_8_901_MyCodec.java", CODEC_SOURCE);
    Taken taken = Taken.from(temp);
    assertThat(taken.of("kim_7").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(taken.of("kim_7").arrival().account()).isEqualTo("7");
    assertThat(taken.said())
        .contains(
            "1 name can be read in more than one way: is kim_7_900_20231234_lab.zip of user 7, as"
                + " it is taken, or of 900?");
  }

  @Test
  void nobody_but_the_anonymous_has_no_name() throws Exception {
    download
        .with("kim_7_900_MyCodec.java", CODEC_SOURCE)
        .with("9999_901_MyCodec.java", CODEC_SOURCE);
    assertThat(Taken.from(temp).said())
        .contains("left out, as not named by Canvas: 9999_901_MyCodec.java");
  }

  @Test
  void folders_that_only_end_in_numbers_are_no_download() throws Exception {
    download.with("kim_7/MyCodec.java", CODEC_SOURCE).with("lee_8/MyCodec.java", CODEC_SOURCE);
    assertThat(Taken.from(temp).said())
        .containsExactly(temp + " is taken for 2 submissions, a folder each");
  }
}
