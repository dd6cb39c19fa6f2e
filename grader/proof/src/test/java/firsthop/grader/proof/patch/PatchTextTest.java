package firsthop.grader.proof.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatchTextTest {
  private static final PatchFile FILE = new PatchFile(Path.of("wrong/1.1/swaps.patch"));

  @Test
  void a_patch_has_a_sentence_and_each_file_that_changes_in_the_order_of_names() {
    Map<String, String> base =
        Map.of("MyB.java", "1\n2\n3\n4\n5\n", "MyA.java", "a\n", "MyC.java", "c\n");
    Map<String, String> program =
        Map.of("MyB.java", "1\n2\n3\n4\n", "MyA.java", "b\n", "MyC.java", "c\n", "MyD.java", "d\n");
    assertThat(PatchText.of("swaps", "Swaps letters.", base, program))
        .isEqualTo(
            """
            Swaps letters.

            --- base/MyA.java
            +++ swaps/MyA.java
            @@ -1,1 +1,1 @@
            -a
            +b
            --- base/MyB.java
            +++ swaps/MyB.java
            @@ -2,4 +2,3 @@
             2
             3
             4
            -5
            --- /dev/null
            +++ swaps/MyD.java
            @@ -0,0 +1,1 @@
            +d
            """);
  }

  @Test
  void a_sentence_is_broken_behind_100_letters() {
    String hundred = "x".repeat(97) + " y.";
    assertThat(sentence(hundred)).isEqualTo(hundred);
    assertThat(sentence("x" + hundred)).isEqualTo("x" + hundred.replace(' ', '\n'));
    assertThat(sentence(" Swaps \n letters. ")).isEqualTo("Swaps letters.");
  }

  @Test
  void of_equal_lines_the_one_that_makes_the_shorter_patch_is_new() {
    assertThat(oneFile("1\n0\n0\n0\n2\n", "0\n0\n0\n0\n2\n"))
        .endsWith("@@ -1,4 +1,4 @@\n-1\n+0\n 0\n 0\n 0\n");
    assertThat(oneFile("2\n0\n0\n0\n1\n", "2\n0\n0\n0\n0\n"))
        .endsWith("@@ -2,4 +2,4 @@\n 0\n 0\n 0\n-1\n+0\n");
  }

  @Test
  void any_two_programs_give_a_patch_that_makes_one_of_the_other() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      Map<String, String> base = Map.of("MyA.java", lines(random), "MyB.java", "b\n");
      Map<String, String> program = Map.of("MyA.java", lines(random), "MyB.java", "c\n");
      String text = PatchText.of("swaps", "Swaps.", base, program);
      assertThat(PatchReader.read(FILE, text).applyTo(base)).as(text).isEqualTo(program);
    }
  }

  /** Few letters, so that many lines are equal. */
  private static String lines(Random random) {
    List<String> letters = List.of("", " ", "-", "+", "@@", "--- a", "\\", "}");
    int letterCount = 1 + random.nextInt(letters.size());
    return IntStream.range(0, 1 + random.nextInt(20))
        .mapToObj(i -> letters.get(random.nextInt(letterCount)) + "\n")
        .collect(Collectors.joining());
  }

  private static String oneFile(String base, String program) {
    return PatchText.of("swaps", "Swaps.", Map.of("MyA.java", base), Map.of("MyA.java", program));
  }

  private static String sentence(String said) {
    String text = PatchText.of("swaps", said, Map.of("MyA.java", "a\n"), Map.of("MyA.java", "b\n"));
    return text.substring(0, text.indexOf("\n\n"));
  }
}
