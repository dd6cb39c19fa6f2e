package firsthop.grader.proof.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongSubmissionsTest {
  @TempDir private Path wrong;
  private Path exercise;

  @BeforeEach
  void writeThree() throws IOException {
    exercise = wrong.resolve("9.9");
    write("base/MyA.java", "class MyA {}\n");
    write("base/Helper.java", "class Helper {}\n");
    patch("swaps", "class MyA {}", "class MyA extends Helper {}");
    patch("adds", "class MyA {}", "final class MyA {}");
    write("adds-nothing/MyA.java", "// Adds\n// nothing.\nclass MyA {}\n");
  }

  @Test
  void patches_and_folders_are_whole_programs_in_the_order_of_their_names() throws Exception {
    WrongSubmissions all = WrongSubmissions.read(exercise);
    assertThat(all.exercise()).isEqualTo("9.9");
    assertThat(all.base())
        .isEqualTo(Map.of("MyA.java", "class MyA {}\n", "Helper.java", "class Helper {}\n"));
    assertThat(all.mistakes())
        .containsExactly(
            new WrongSubmission(
                "9.9",
                "adds",
                "Makes adds.",
                Map.of("MyA.java", "final class MyA {}\n", "Helper.java", "class Helper {}\n"),
                Set.of("MyA.java")),
            new WrongSubmission(
                "9.9",
                "adds-nothing",
                "Adds nothing.",
                Map.of("MyA.java", "// Adds\n// nothing.\nclass MyA {}\n"),
                Set.of("MyA.java")),
            new WrongSubmission(
                "9.9",
                "swaps",
                "Makes swaps.",
                Map.of(
                    "MyA.java",
                    "class MyA extends Helper {}\n",
                    "Helper.java",
                    "class Helper {}\n"),
                Set.of("MyA.java")));
  }

  @Test
  void all_that_cannot_be_used_is_named_and_not_only_the_first() throws Exception {
    write("base/MyA.java", "class MyA { }\n");
    write("notes.txt", "what to do\n");
    write("Adds/MyA.java", "// Adds.\n");
    write("says-nothing/MyA.java", "class MyA {}\n");
    write("ends-early/MyA.java", "// Ends early.\nclass MyA {}");
    write("swaps/MyA.java", "// Swaps.\n");
    assertThatThrownBy(() -> WrongSubmissions.read(exercise))
        .isInstanceOf(BadPatchException.class)
        .satisfies(
            refused ->
                assertThat(refused.getMessage().lines())
                    .hasSize(6)
                    .anyMatch(
                        line ->
                            line.endsWith(
                                "Adds is neither a patch nor a folder, or has no name such as takes-999"))
                    .anyMatch(
                        line ->
                            line.startsWith(
                                "9.9/adds.patch:6: expected line 1 of base/MyA.java, which is \"class MyA { }\", but came \"class MyA {}\""))
                    .anyMatch(line -> line.contains("MyA.java must end with a line feed"))
                    .anyMatch(line -> line.contains("notes.txt is neither a patch nor a folder"))
                    .anyMatch(
                        line ->
                            line.contains(
                                "says-nothing needs a MyX.java whose first line is a comment"))
                    .anyMatch(line -> line.startsWith("9.9/swaps.patch:6:")));
  }

  @Test
  void a_mistake_is_a_patch_or_a_folder() throws Exception {
    write("swaps/MyA.java", "// Swaps.\n");
    assertThatThrownBy(() -> WrongSubmissions.read(exercise))
        .hasMessageEndingWith(
            "swaps.patch is a second mistake of this name; a mistake is a patch or a folder");
  }

  @Test
  void an_exercise_has_a_base() throws Exception {
    for (String file : List.of("MyA.java", "Helper.java")) {
      Files.delete(exercise.resolve("base").resolve(file));
    }
    Files.delete(exercise.resolve("base"));
    assertThatThrownBy(() -> WrongSubmissions.read(exercise))
        .isInstanceOf(BadPatchException.class)
        .hasMessageEndingWith("base is not there; it holds a right solution");
  }

  private void patch(String name, String before, String after) throws IOException {
    write(
        name + ".patch",
        """
        Makes %1$s.

        --- base/MyA.java
        +++ %1$s/MyA.java
        @@ -1,1 +1,1 @@
        -%2$s
        +%3$s
        """
            .formatted(name, before, after));
  }

  private void write(String file, String text) throws IOException {
    Path path = exercise.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
