package firsthop.grader.roster;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.Taken.CODEC_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import firsthop.grader.intake.Folder;
import firsthop.grader.intake.Packed;
import firsthop.grader.intake.Taken;
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
    Taken taken = Taken.from(temp);
    assertThat(taken.ids()).containsExactly("Kim", "kim-2", "kim-3");
    assertThat(taken.of("kim-2").of("lab01").get(CODEC)).contains("// kim-2");
  }

  @Test
  void names_that_some_system_takes_for_one_have_two_rows() throws Exception {
    assertThat(named("Jos\u00e9", "Jose\u0301", "lee", "lee.", "lee "))
        .containsExactly("Jos\u00e9", "Jose\u0301-2", "lee", "lee.-2", "lee -2");
  }

  @Test
  void a_letter_that_was_lost_costs_no_other_row() throws Exception {
    Path zip =
        Files.write(
            temp.resolve("class.zip"),
            new Packed()
                .with("J\uFFFDn_2_assignsubmission_file_/MyCodec.java", CODEC_SOURCE)
                .with("Lee_3_assignsubmission_file_/MyCodec.java", CODEC_SOURCE)
                .zip());
    Taken taken = Taken.from(zip);
    assertThat(taken.ids()).containsExactly("Jufffdn_2", "Lee_3");
    assertThat(taken.notices("Jufffdn_2"))
        .containsExactly("its row is Jufffdn_2: this system cannot make a folder J\uFFFDn_2");
  }

  @Test
  void what_no_folder_can_be_called_is_called_otherwise() throws Exception {
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
            .map(id -> ReceivedSubmission.plain(id, new Item.Oddity(id, "", true), 0))
            .toList();
    return new RowNames(all, false).rows().stream().map(ReceivedSubmission::id).toList();
  }
}
