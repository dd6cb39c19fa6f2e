package firsthop.grader.submission;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.LAB01;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmissionTest {
  private static final Map<String, String> ADDRESSES =
      Map.of("a/MyA.java", "1\n2\n", "a/B.java", "x");
  private static final Map<String, String> LAB02 = Map.of("u/MyU.java", "1", "u/B.java", "1\r\n2");

  @Test
  void the_digest_depends_only_on_names_and_contents() {
    String digest = digest(Map.of("lab01", ADDRESSES, "lab02", LAB02));
    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(digest(Map.of("lab01", ADDRESSES))).isNotEqualTo(digest);
    assertThat(digest(Map.of("lab01", with(ADDRESSES, "a/B.java", "y"), "lab02", LAB02)))
        .isNotEqualTo(digest);
    assertThat(digest(Map.of("lab01", with(ADDRESSES, "a/C.java", ""), "lab02", LAB02)))
        .isNotEqualTo(digest);

    Map<String, Map<String, String>> reordered = new LinkedHashMap<>();
    reordered.put("lab02", with(LAB02, "u/B.java", LAB02.get("u/B.java")));
    reordered.put("lab01", ADDRESSES);
    assertThat(digest(reordered)).isEqualTo(digest);
    assertThat(new Submission("lee", reordered, List.of("a notice")).digest()).isEqualTo(digest);
  }

  @Test
  void the_digest_separates_names_from_contents() {
    assertThat(digest(Map.of("lab01", Map.of("ab", "c"))))
        .isNotEqualTo(digest(Map.of("lab01", Map.of("a", "bc"))));
    assertThat(digest(Map.of("lab01", Map.of("a", "", "b", ""))))
        .isNotEqualTo(digest(Map.of("lab01", Map.of("a", "b"))));
  }

  @Test
  void lines_are_counted_by_file_name_without_folders() {
    Submission both = new Submission("kim", Map.of("lab01", ADDRESSES, "lab02", LAB02), List.of());
    assertThat(both.lines()).isEqualTo(Map.of("MyA.java", 2, "B.java", 2, "MyU.java", 1));
  }

  @Test
  void only_a_class_that_the_lab_asks_for_is_work() {
    assertThat(of(Map.of("a/B.java", "x")).hasWorkFor(LAB01)).isFalse();
    assertThat(of(Map.of("firsthop/addresses/MyHelper.java", "x")).hasWorkFor(LAB01)).isFalse();
    assertThat(of(Map.of(CODEC, "x")).hasWorkFor(LAB01)).isTrue();
  }

  private static Submission of(Map<String, String> lab01) {
    return new Submission("kim", Map.of("lab01", lab01), List.of());
  }

  private static Map<String, String> with(Map<String, String> files, String path, String text) {
    Map<String, String> changed = new LinkedHashMap<>(files);
    changed.put(path, text);
    return changed;
  }

  private static String digest(Map<String, Map<String, String>> sources) {
    return new Submission("kim", sources, List.of()).digest();
  }
}
