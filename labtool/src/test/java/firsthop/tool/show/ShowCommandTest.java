package firsthop.tool.show;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.tool.MadeUpHandout;
import firsthop.tool.ToolException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
  private static final String RESULTS = "lab09-sums/target/firsthop/";

  @TempDir Path temp;
  private MadeUpHandout handout;

  @BeforeEach
  void makeUp() throws Exception {
    handout = new MadeUpHandout(temp);
  }

  @AfterEach
  void close() {
    handout.close();
  }

  @Test
  void all_failing_cases_of_the_last_run_are_listed_as_plain_text() throws Exception {
    handout.with(RESULTS + "board.txt", "lab09\n 9.1  Adding  wrong\n 9.2  Doubling  done\n");
    handout.with(RESULTS + "9.1.txt", "9.1 Adding, wrong\n  got: \u001b[2J\n");
    Files.setLastModifiedTime(temp.resolve(RESULTS + "9.1.txt"), FileTime.fromMillis(1L << 42));
    assertThat(show("9.1").lines()).containsExactly("9.1 Adding, wrong", "  got: .[2J");
    assertThat(show("9.2")).startsWith("No test of 9.2 failed in the last run.");
  }

  @Test
  void a_source_that_was_saved_after_the_run_is_said() throws Exception {
    handout.with(RESULTS + "board.txt", "lab09\n 9.1  Adding  done\n");
    Files.setLastModifiedTime(temp.resolve(RESULTS + "board.txt"), FileTime.fromMillis(1));
    assertThat(show("9.1")).contains("A source was saved after this run. Run mvn test again.");
  }

  @Test
  void without_a_run_or_an_exercise_it_says_what_to_do() throws Exception {
    assertRefused("the tests of lab09-sums have not run yet; run mvn test", "9.1");
    assertRefused("show needs the id of an exercise", "../9");
    assertRefused("there is no lab 8", "8.1");
    handout.with(RESULTS + "board.txt", "lab09\n 9.1  Adding  done\n");
    assertRefused("the last run of lab09-sums had no tests of 9.7", "9.7");
  }

  private void assertRefused(String why, String... words) {
    assertThatExceptionOfType(ToolException.class)
        .isThrownBy(() -> show(words))
        .withMessageContaining(why);
  }

  private String show(String... words) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ShowCommand().run(List.of(words), new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8);
  }
}
