package firsthop.grader.proof.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PatchCommandTest {
  private static final String BASE =
      """
      package firsthop.a;

      class MyA {
        int one = 1;
        int two = 2;
      }
      """;

  @TempDir private Path wrong;
  @TempDir private Path work;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path source;

  @BeforeEach
  void writeBase() throws IOException {
    Files.createDirectories(wrong.resolve("1.1/base"));
    Files.writeString(wrong.resolve("1.1/base/MyA.java"), BASE);
    source = work.resolve("firsthop/a/MyA.java");
  }

  @Test
  void the_base_is_written_out_and_a_mistake_in_it_made_a_patch() throws IOException {
    succeed("write", "1.1", "base", work);
    assertThat(source).hasContent(BASE);

    Files.writeString(source, BASE.replace("two = 2", "two = 3"));
    succeed("make", "1.1", "says-three", work, "--sentence", "Says 3 for 2.");
    assertThat(wrong.resolve("1.1/says-three.patch"))
        .hasContent(
            """
            Says 3 for 2.

            --- base/MyA.java
            +++ says-three/MyA.java
            @@ -2,5 +2,5 @@

             class MyA {
               int one = 1;
            -  int two = 2;
            +  int two = 3;
             }
            """
                .replace("@@\n\n", "@@\n \n"));
  }

  @Test
  void a_mistake_is_written_out_and_changed_and_keeps_its_sentence() throws IOException {
    a_patch();
    Files.delete(source);
    succeed("write", "1.1", "says-three", work);
    assertThat(source).hasContent(BASE.replace("two = 2", "two = 3"));

    Files.writeString(source, BASE.replace("two = 2", "two = 4").replace("\n", "\r\n"));
    succeed("make", "1.1", "says-three", work, "--overwrite");
    assertThat(wrong.resolve("1.1/says-three.patch"))
        .content()
        .startsWith("Says 3 for 2.\n\n")
        .contains("+  int two = 4;\n")
        .doesNotContain("\r");
  }

  @Test
  void a_whole_program_is_written_out_too() throws IOException {
    Path folder = Files.createDirectory(wrong.resolve("1.1/says-nothing"));
    Files.writeString(folder.resolve("MyA.java"), "// Says nothing.\npackage firsthop.a;\n");
    succeed("write", "1.1", "says-nothing", work);
    assertThat(source).hasContent("// Says nothing.\npackage firsthop.a;\n");
    fail("is a whole program; edit it there", "make", "1.1", "says-nothing", work);
  }

  @Test
  void nothing_is_overwritten_unless_told() throws IOException {
    a_patch();
    Files.writeString(source, "mine\n");
    fail(source + " is there already", "write", "1.1", "base", work);
    assertThat(source).hasContent("mine\n");
    succeed("write", "1.1", "base", work, "--overwrite");
    assertThat(source).hasContent(BASE);

    Files.writeString(source, BASE.replace("two = 2", "two = 4"));
    String before = Files.readString(wrong.resolve("1.1/says-three.patch"));
    fail("says-three.patch is there already", "make", "1.1", "says-three", work);
    assertThat(wrong.resolve("1.1/says-three.patch")).hasContent(before);
  }

  @Test
  void a_program_that_is_no_mistake_is_refused() throws IOException {
    String[] make = {"make", "1.1", "says-three", work.toString(), "--sentence", "Says 3."};
    fail("the program has no MyA.java, as base/ has", (Object[]) make);
    succeed("write", "1.1", "base", work);
    fail("the program is the one of base/", (Object[]) make);
    Files.writeString(source, BASE.replace("two = 2", "two = 3").strip());
    fail("MyA.java must end with a line feed", (Object[]) make);
    Files.writeString(source, BASE.replace("two = 2", "two = 3"));
    Files.writeString(work.resolve("MyA.java"), BASE);
    fail("there are two files MyA.java", (Object[]) make);
    assertThat(wrong.resolve("1.1/says-three.patch")).doesNotExist();
    Files.delete(work.resolve("MyA.java"));
    succeed((Object[]) make);
  }

  @Test
  void a_mistake_that_leaves_less_than_half_of_the_base_stays_a_folder() throws IOException {
    String[] make = {"make", "1.1", "is-other", work.toString(), "--sentence", "Is another one."};
    Files.createDirectories(source.getParent());
    Files.writeString(source, "package firsthop.a;\n\n");
    fail(
        "leaves less than half of the 6 lines of base/; keep it whole in "
            + wrong.resolve("1.1/is-other"),
        (Object[]) make);
    Files.writeString(source, "package firsthop.a;\n\nclass MyA {\n");
    succeed((Object[]) make);
  }

  @Test
  void a_sentence_and_good_names_are_needed() throws IOException {
    succeed("write", "1.1", "base", work);
    Files.writeString(source, BASE.replace("two = 2", "two = 3"));
    fail("say the mistake with --sentence", "make", "1.1", "says-three", work);
    fail("full stop", "make", "1.1", "says-three", work, "--sentence", "Says 3");
    for (String name : new String[] {"SaysThree", "../says-three", "says--three", "base"}) {
      assertThat(run("make", "1.1", name, work, "--sentence", "Says 3.")).as(name).isEqualTo(2);
    }
    fail("there is no " + wrong.resolve("1.1/says-four.patch"), "write", "1.1", "says-four", work);
    fail("no exercise 1.2", "write", "1.2", "base", work);
    fail("no exercise ../1.1", "write", "../1.1", "base", work);
    fail("is no folder", "make", "1.1", "says-three", work.resolve("none"), "--sentence", "Is.");
    assertThat(wrong.resolve("1.1")).isDirectoryNotContaining("glob:**.patch");
  }

  private void a_patch() throws IOException {
    succeed("write", "1.1", "base", work);
    Files.writeString(source, BASE.replace("two = 2", "two = 3"));
    succeed("make", "1.1", "says-three", work, "--sentence", "Says 3 for 2.");
  }

  private void succeed(Object... arguments) {
    assertThat(run(arguments)).as(err.toString()).isZero();
    assertThat(out.toString()).startsWith("Written to ");
  }

  private void fail(String why, Object... arguments) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err.toString()).startsWith("firsthop: ").contains(why);
  }

  private int run(Object... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    return new CommandLine(new PatchCommand(wrong))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }
}
