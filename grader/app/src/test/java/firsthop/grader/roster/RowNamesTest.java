package firsthop.grader.roster;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import firsthop.grader.intake.Folder;
import firsthop.grader.intake.IntakeRun;
import firsthop.grader.intake.Packed;
import firsthop.grader.platforms.ReceivedSubmission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowNamesTest {
  @TempDir Path temp;

  @Test
  void a_row_keeps_its_name_when_another_needs_a_number() throws Exception {
    for (String id : new String[] {"Kim", "kim", "kim-2"}) {
      new Folder(temp).with(id + "/MyCodec.java", CODEC_SOURCE + "// " + id + "\n");
    }
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("Kim", "kim-2", "kim-3");
    assertThat(run.of("kim-2").of("lab01").get(CODEC)).contains("// kim-2");
  }

  @Test
  void names_that_some_systems_treat_as_the_same_have_two_rows() throws Exception {
    assertThat(named("Jos\u00e9", "Jose\u0301", "lee", "lee.", "lee "))
        .containsExactly("Jos\u00e9", "Jose\u0301-2", "lee", "lee.-2", "lee -2");
  }

  @Test
  void a_replaced_character_does_not_affect_other_rows() throws Exception {
    Path zip =
        Files.write(
            temp.resolve("class.zip"),
            new Packed()
                .with("J\uFFFDn_2_assignsubmission_file_/MyCodec.java", CODEC_SOURCE)
                .with("Lee_3_assignsubmission_file_/MyCodec.java", CODEC_SOURCE)
                .zip());
    IntakeRun run = IntakeRun.from(zip);
    assertThat(run.ids()).containsExactly("Jufffdn_2", "Lee_3");
    assertThat(run.notices("Jufffdn_2"))
        .containsExactly(
            "its row is named Jufffdn_2: this system cannot create a folder named J\uFFFDn_2");
  }

  @Test
  void a_name_that_is_not_valid_for_a_folder_is_replaced() throws Exception {
    assertThat(named("", ".", "..", "a/b", "a\0b"))
        .containsExactly("unnamed", "unnamed-2", "unnamed-3", "au002fb", "au0000b");
  }

  @Test
  void a_name_of_a_megabyte_is_cut_at_once() throws Exception {
    assertThat(named("김".repeat(1 << 20))).containsExactly("김".repeat(80));
  }

  private static List<String> named(String... ids) throws BadInputException {
    List<ReceivedSubmission> all =
        java.util.Arrays.stream(ids)
            .map(id -> ReceivedSubmission.plain(id, new Item.Unreadable(id, "", true), 0))
            .toList();
    return new RowNames(all, false).rows().stream().map(ReceivedSubmission::id).toList();
  }
}
