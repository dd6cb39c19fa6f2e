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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @TempDir private Path home;
  @TempDir private Path work;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path wrong;
  private Path source;

  @BeforeEach
  void writeBase() throws IOException {
    wrong = home.resolve("grader/exams/wrong");
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
    for (String name : new String[] {"SaysThree", "../says-three", "says--three", "base"}) {
      assertThat(run("make", "1.1", name, work, "--sentence", "Says 3.")).as(name).isEqualTo(2);
    }
    fail("there is no " + wrong.resolve("1.1/says-four.patch"), "write", "1.1", "says-four", work);
    fail("no exercise 1.2", "write", "1.2", "base", work);
    fail("no exercise ../1.1", "write", "../1.1", "base", work);
    fail("is no folder", "make", "1.1", "says-three", work.resolve("none"), "--sentence", "Is.");
    assertThat(wrong.resolve("1.1")).isDirectoryNotContaining("glob:**.patch");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Says 3 for 2 | the sentence needs a full stop; give --sentence \"Says 3 for 2.\"",
        ". | \".\" does not say what the mistake is; give one such as --sentence",
        "TODO. | \"TODO.\" does not say what the mistake is",
        "TODO: say it. | does not say what the mistake is",
        "Says 3 for 2. It is odd. | is more than one sentence; say the one mistake",
        "Says 3! It is odd. | is more than one sentence",
      })
  void a_sentence_says_one_mistake(String sentence, String why) throws IOException {
    assertSentenceRefused(sentence, why);
  }

  @Test
  void a_sentence_has_words_that_fit_into_a_line() throws IOException {
    assertSentenceRefused("Says " + "3".repeat(101) + " for 2.", "a word of more than 100 letters");
    assertSentenceRefused("Says \u001b for 2.", "a control character");
    succeed(
        "make", "1.1", "says-three", work, "--sentence", "Says " + "3".repeat(100) + " for 2.0.");
  }

  private void assertSentenceRefused(String sentence, String why) throws IOException {
    succeed("write", "1.1", "base", work, "--overwrite");
    Files.writeString(source, BASE.replace("two = 2", "two = 3"));
    fail(why, "make", "1.1", "says-three", work, "--sentence", sentence);
    assertThat(err.toString()).doesNotContain("DIR").hasLineCount(1);
    assertThat(wrong.resolve("1.1/says-three.patch")).doesNotExist();
  }

  @Test
  void a_folder_with_other_java_files_is_refused_even_to_overwrite() throws IOException {
    succeed("write", "1.1", "base", work);
    Files.writeString(work.resolve("firsthop/a/Other.java"), "class Other {}\n");
    Files.writeString(work.resolve("notes.txt"), "mine\n");
    fail(
        work + " has Java files that are not the program's: firsthop/a/Other.java; name another",
        "write",
        "1.1",
        "base",
        work,
        "--overwrite");
    Files.delete(work.resolve("firsthop/a/Other.java"));
    succeed("write", "1.1", "base", work, "--overwrite");
  }

  @Test
  void a_folder_of_the_checkout_is_used_only_when_it_is_new_or_empty() throws IOException {
    Path lab = Files.createDirectories(home.resolve("lab01-a/src"));
    Files.writeString(lab.resolve("notes.txt"), "mine\n");
    fail(
        lab + " is a folder of the checkout and is not empty; name a new folder",
        "write",
        "1.1",
        "base",
        lab,
        "--overwrite");
    assertThat(lab.resolve("firsthop")).doesNotExist();
    succeed("write", "1.1", "base", Files.createDirectory(home.resolve("work")));
    succeed("write", "1.1", "base", home.resolve("new"));
  }

  /** It need not be there, and then no folder above it is in the path. */
  @Test
  void a_folder_may_be_named_without_the_folders_above_it() {
    assertThat(new ProgramFolder(home, Path.of("work")).folder())
        .isEqualTo(Path.of("").toAbsolutePath().resolve("work"));
  }

  @Test
  void symbolic_links_are_neither_read_nor_written_through(@TempDir Path elsewhere)
      throws IOException {
    Path theirs =
        Files.writeString(elsewhere.resolve("MyA.java"), BASE.replace("two = 2", "two = 3"));
    Path link = Files.createSymbolicLink(work.resolve("MyA.java"), theirs);
    Object[] make = {"make", "1.1", "says-three", work, "--sentence", "Says 3 for 2."};
    fail(link + " is a symbolic link", make);
    fail(link + " is a symbolic link", "write", "1.1", "base", work, "--overwrite");
    Files.delete(link);
    Files.createSymbolicLink(work.resolve("firsthop"), elsewhere);
    fail("firsthop is a symbolic link", "write", "1.1", "base", work, "--overwrite");
    assertThat(elsewhere).isDirectoryNotContaining("glob:**/a");
  }

  @Test
  void a_patch_is_not_written_through_a_link_that_leads_out(@TempDir Path elsewhere)
      throws IOException {
    succeed("write", "1.1", "base", work);
    Files.writeString(source, BASE.replace("two = 2", "two = 3"));
    Path theirs = Files.writeString(elsewhere.resolve("theirs"), "theirs");
    Files.createSymbolicLink(wrong.resolve("1.1/says-three.patch"), theirs);
    Object[] make = {
      "make", "1.1", "says-three", work, "--sentence", "Says 3 for 2.", "--overwrite"
    };
    fail("a symbolic link leads out of the checkout, to ", make);
    assertThat(theirs).hasContent("theirs");
  }

  @Test
  void a_file_that_stands_in_the_way_has_one_line_and_nothing_is_half_written() throws IOException {
    Path file = Files.writeString(work.resolve("firsthop"), "mine");
    fail("MyA.java: it cannot be written: ", "write", "1.1", "base", work);
    assertThat(err.toString()).hasLineCount(1);
    assertThat(file).hasContent("mine");
  }

  @Test
  void a_damaged_patch_says_how_it_is_made_again_and_that_works() throws IOException {
    a_patch();
    Path patch = wrong.resolve("1.1/says-three.patch");
    String right = Files.readString(patch);
    Files.writeString(patch, right.replace("-  int two = 2;\n", ""));
    fail(
        "run ./firsthop patch write 1.1 base DIR, make the mistake in DIR, and run"
            + " ./firsthop patch make 1.1 says-three DIR --overwrite --sentence \"What is wrong.\"",
        "write",
        "1.1",
        "says-three",
        work.resolve("again"));
    Path again = work.resolve("again");
    succeed("write", "1.1", "base", again);
    Files.writeString(again.resolve("firsthop/a/MyA.java"), BASE.replace("two = 2", "two = 3"));
    succeed("make", "1.1", "says-three", again, "--overwrite", "--sentence", "Says 3 for 2.");
    assertThat(patch).hasContent(right);
  }

  @Test
  void a_patch_with_the_line_ends_of_windows_is_told_so() throws IOException {
    a_patch();
    Path patch = wrong.resolve("1.1/says-three.patch");
    Files.writeString(patch, Files.readString(patch).replace("\n", "\r\n"));
    fail(
        "1.1/says-three.patch: its lines end with CR LF; save it with LF alone",
        "write",
        "1.1",
        "says-three",
        work.resolve("again"));
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
    return new CommandLine(new PatchCommand(home))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }
}
