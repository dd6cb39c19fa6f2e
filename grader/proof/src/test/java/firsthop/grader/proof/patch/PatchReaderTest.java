package firsthop.grader.proof.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a patch may be, and right beside it what is refused. */
class PatchReaderTest {
  private static final PatchFile FILE = new PatchFile(Path.of("wrong/1.1/swaps.patch"));
  private static final Map<String, String> BASE =
      Map.of(
          "MyA.java", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "MyB.java", "one\ntwo\n", "MyZ.java", "z\n");

  private static final String RIGHT =
      """
      Says 20 for 2.

      --- base/MyA.java
      +++ swaps/MyA.java
      @@ -1,4 +1,5 @@
       1
      -2
      +20
      +21
       3
       4
      @@ -5,5 +6,4 @@
       5
       6
       7
      -8
       9
      --- base/MyB.java
      +++ swaps/MyB.java
      @@ -1,2 +1,2 @@
       one
      -two
      +three
      --- /dev/null
      +++ swaps/MyC.java
      @@ -0,0 +1,2 @@
      +new
      +
      """;

  @Test
  void a_patch_changes_and_adds_files() throws Exception {
    MistakePatch patch = PatchReader.read(FILE, RIGHT);
    assertThat(patch.sentence()).isEqualTo("Says 20 for 2.");
    assertThat(patch.removedLines()).isEqualTo(3);
    assertThat(patch.applyTo(BASE))
        .isEqualTo(
            Map.of(
                "MyA.java", "1\n20\n21\n3\n4\n5\n6\n7\n9\n",
                "MyB.java", "one\nthree\n",
                "MyC.java", "new\n\n",
                "MyZ.java", "z\n"));
  }

  @Test
  void a_sentence_may_take_two_lines() throws Exception {
    String text = RIGHT.replace("for 2.", "for 2,\nand 9 for 8.");
    assertThat(PatchReader.read(FILE, text).sentence()).isEqualTo("Says 20 for 2, and 9 for 8.");
  }

  @Test
  void a_file_may_lose_all_its_lines() throws Exception {
    String text =
        """
        Is empty.

        --- base/MyB.java
        +++ swaps/MyB.java
        @@ -1,2 +0,0 @@
        -one
        -two
        """;
    assertThat(PatchReader.read(FILE, text).applyTo(BASE)).containsEntry("MyB.java", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | 1: expected a line feed at the end, but came the end of the file
          Says 20 for 2. | 1: expected a line feed at the end
          $ | 1: expected the mistake in one sentence
          Says 20 for 2.$ | 2: expected an empty line
          Says 20 for 2.$$ | 3: expected a file that changes, such as "--- base/MyX.java", but came the end
          Says 20 for 2.$$--- base/MyA.java$+++ swaps/MyA.java$ | 5: expected a hunk
          """)
  void a_patch_that_says_nothing_is_refused(String text, String said) {
    assertThatThrownBy(() -> PatchReader.read(FILE, text.replace('$', '\n')))
        .isInstanceOf(BadPatchException.class)
        .hasMessageStartingWith("1.1/swaps.patch:" + said);
  }

  @Test
  void a_path_that_leaves_the_folder_is_refused() {
    String text = RIGHT.replace("base/MyB", "base/../MyB").replace("swaps/MyB", "swaps/../MyB");
    assertThatThrownBy(() -> PatchReader.read(FILE, text))
        .isInstanceOf(BadPatchException.class)
        .hasMessageStartingWith(
            "1.1/swaps.patch:19: expected the name of a Java file, without a folder, below swaps/");
  }

  /** Each replaces a part of the right patch. "$" stands for the end of a line. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no sentence | Says 20 for 2.$$ | '' | 1: expected the mistake in one sentence
          no full stop | for 2. | for 2 | 1: expected the mistake in one sentence
          no empty line | for 2.$$ | for 2.$ | 2: expected an empty line
          a second empty line | for 2.$$ | for 2.$$$ | 3: expected a file that changes
          the header that git writes | for 2.$$ | for 2.$$diff --git a b$ | 3: expected a file that changes
          an old file elsewhere | base/MyA | old/MyA | 3: expected a file that changes
          a time behind the old file | base/MyA.java | base/MyA.java 2026 | 4: expected "+++ swaps/MyA.java 2026"
          a time behind the new file | swaps/MyA.java | swaps/MyA.java 2026 | 4: expected "+++ swaps/MyA.java"
          a file of another mistake | swaps/MyA | other/MyA | 4: expected "+++ swaps/MyA.java"
          another file | swaps/MyA | swaps/MyX | 4: expected "+++ swaps/MyA.java"
          a file that goes away | swaps/MyA.java | /dev/null | 4: expected "+++ swaps/MyA.java"
          a new file elsewhere | swaps/MyC.java | swaps/../MyC.java | 25: expected the name of a Java file
          a new file below | swaps/MyC.java | swaps/a/MyC.java | 25: expected the name of a Java file
          a new file of no name | swaps/MyC.java | swaps/.java | 25: expected the name of a Java file
          a new file of another kind | swaps/MyC.java | swaps/MyC.txt | 25: expected the name of a Java file
          a new file of another mistake | swaps/MyC | base/MyC | 25: expected "+++ swaps/MyX.java"
          no counts | -1,4 +1,5 | -1 +1 | 5: expected a hunk
          text behind a header | +1,5 @@ | +1,5 @@ class A | 5: expected a hunk
          counts one line of the base less | -1,4 | -1,3 | 11: expected 0 more lines of the base and 1 of the result
          counts one line of the base more | -1,4 | -1,5 | 12: expected 1 more lines of the base and 0 of the result
          counts one line of the result less | +1,5 | +1,4 | 11: expected 1 more lines of the base and 0 of the result
          counts one line of the result more | +1,5 | +1,6 | 12: expected 0 more lines of the base and 1 of the result
          counts one line of both less | -1,4 +1,5 | -1,3 +1,4 | 11: expected another hunk or file
          counts one line of both more | -1,4 +1,5 | -1,5 +1,6 | 12: expected 1 more lines of the base and 1 of the result
          counts one line at the end more | -0,0 +1,2 | -0,0 +1,3 | 29: expected 0 more lines of the base and 1 of the result, as the hunk's header counts, but came the end of the file
          counts one line at the end less | -0,0 +1,2 | -0,0 +1,1 | 28: expected another hunk or file
          a result one line before | +6,4 | +5,4 | 12: expected a hunk at "+6,4"
          a result one line after | +6,4 | +7,4 | 12: expected a hunk at "+6,4"
          overlaps by one line | -5,5 +6,4 | -4,5 +5,4 | 12: expected a hunk at line 5 of the base or after it
          no line of the base | -1,2 +1,2 | -1,0 +1,2 | 20: expected a hunk with lines of the base
          lines of the base in a new file | -0,0 | -0,1 | 26: expected "@@ -0,0 +1,"
          a new file that begins at 1 | -0,0 | -1,0 | 26: expected "@@ -0,0 +1,"
          context only | -1,2 +1,2 @@$ one$-two$+three | -1,2 +1,2 @@$ one$ two | 20: expected a hunk that removes or adds a line
          no line feed | two$+three | two$\\ No newline at end of file$+three | 23: expected 0 more lines
          text between | +21$ | +21$text$ | 10: expected 2 more lines
          text behind | +$ | +$text$ | 29: expected another hunk or file
          the order of names | MyB | My0 | 18: expected each file once, in the order of their names
          a file twice | MyB | MyA | 18: expected each file once, in the order of their names
          """)
  void text_that_is_no_patch_is_refused(String what, String part, String instead, String said) {
    String text = RIGHT.replace(part.replace('$', '\n'), instead.replace('$', '\n'));
    assertThat(text).isNotEqualTo(RIGHT);
    assertThatThrownBy(() -> PatchReader.read(FILE, text))
        .isInstanceOf(BadPatchException.class)
        .hasMessageStartingWith("1.1/swaps.patch:" + said)
        .hasMessageContaining(", but came ")
        .hasMessageEndingWith(
            "; to make it again, run ./firsthop patch write 1.1 base DIR, make the mistake in DIR,"
                + " and run ./firsthop patch make 1.1 swaps DIR --overwrite --sentence"
                + " \"What is wrong.\"");
  }

  /** The text is a patch, but not against this base. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a line of context differs | $ 3$ | $ 33$ | 10: expected line 3 of base/MyA.java, which is "3", but came "33"
          a removed line differs | $-2$ | $-22$ | 7: expected line 2 of base/MyA.java, which is "2", but came "22"
          only spaces differ | $ 3$ | $ 3 $ | 10: expected line 3 of base/MyA.java, which is "3", but came "3 "
          one line too low | -5,5 +6,4 | -6,5 +7,4 | 13: expected line 6 of base/MyA.java, which is "6", but came "5"
          one line too high | -5,5 +6,4 | -4,5 +5,4 | 12: expected a hunk at line 5 of the base or after it
          ends one line behind the base | -1,2 +1,2 @@$ one$-two | -1,3 +1,3 @@$ one$-two$ x | 23: expected line 3 of base/MyB.java, which is the end of the file, but came "x"
          begins behind the base | -5,5 +6,4 | -10,5 +11,4 | 13: expected line 10 of base/MyA.java, which is the end of the file, but came "5"
          changes nothing | +three | +two | 18: expected a change of MyB.java, but came the very text of base/
          a file that is not in the base | MyB | MyBc | 18: expected a file of base/, but came MyBc.java, which is not there
          a new file that is in the base | MyC | MyZ | 24: expected a file that base/ does not have, but came MyZ.java, which is in base/
          """)
  void a_patch_against_another_base_is_refused(
      String what, String part, String instead, String said) {
    String text = RIGHT.replace(part.replace('$', '\n'), instead.replace('$', '\n'));
    assertThat(text).isNotEqualTo(RIGHT);
    assertThatThrownBy(() -> PatchReader.read(FILE, text).applyTo(BASE))
        .isInstanceOf(BadPatchException.class)
        .hasMessageStartingWith("1.1/swaps.patch:" + said);
  }
}
