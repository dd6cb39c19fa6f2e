package firsthop.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageNameTest {

  @Test
  void what_can_be_read_of_an_id_is() {
    assertThat(PageName.of("Kim, Min_4711")).matches("kim_min_4711-[0-9a-f]{16}\\.html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../../x",
        "CON",
        "a/b",
        "a\\b",
        "%2e%2e",
        "김민",
        "<script>",
        "a\nb",
        " ",
        "#"
      })
  void any_id_gives_a_name_that_every_file_system_and_link_takes(String id) {
    assertThat(PageName.of(id)).matches("[a-z0-9_-]{1,40}-[0-9a-f]{16}\\.html");
    assertThat(PageName.isOwn(PageName.of(id))).isTrue();
  }

  @Test
  void the_longest_id_gives_a_short_name() {
    assertThat(PageName.of("a".repeat(40))).startsWith("a".repeat(40) + "-");
    assertThat(PageName.of("a".repeat(255))).hasSameSizeAs(PageName.of("a".repeat(40)));
  }

  @Test
  void no_two_ids_share_a_page() {
    assertThat(
            List.of("kim", "Kim", "KIM", "kim ", "k/im", "k.im", "k:im").stream().map(PageName::of))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.html", "kim.html", "kim-0123.html", "x-0123456789abcdef.html.bak"})
  void other_files_are_not_taken_for_pages(String name) {
    assertThat(PageName.isOwn(name)).isFalse();
  }
}
