package firsthop.tool.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.tool.MadeUpHandout;
import firsthop.tool.project.LabProject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole session, as a student has it: saves, keys, and what is written. */
@Timeout(120)
class WatchSessionTest {
  private static final String KEYS = "q quit";
  private static final long POLL_NANOS = 5_000_000;

  @TempDir Path temp;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private MadeUpHandout handout;
  private WatchSession session;
  private Thread watching;
  private int saves;

  @BeforeEach
  void watch() throws Exception {
    handout = new MadeUpHandout(temp);
    handout.with(
        "lab09-sums/hints.md",
        "# Hints\n\n## 9.1 Adding\n\n### A nudge\n\nplus\n\n### More\n\na+b\n");
    session = new WatchSession(LabProject.named("9"), new PrintStream(written, true, UTF_8));
    watching =
        new Thread(
            () -> {
              try {
                session.watch();
              } catch (IOException | InterruptedException e) {
                written.writeBytes(e.toString().getBytes(UTF_8));
              }
            });
    watching.start();
    assertThat(next()).contains("9.1  Adding", "done", "all exercises of this lab are done");
  }

  @AfterEach
  void quit() throws Exception {
    session.press('q');
    watching.join();
    session.close();
    handout.close();
  }

  @Test
  void a_save_runs_what_it_touches_and_shows_the_first_failure_and_the_next_step()
      throws Exception {
    save("return a - b;");
    assertThat(next())
        .containsSubsequence("9.1  Adding", "wrong", "ms after the save", "one and two")
        .containsSubsequence("9.2  Doubling", "wrong", "Next: correct 9.1 in MyAdder.java");
    save("return a + b;");
    assertThat(next()).containsSubsequence("9.1  Adding", "done", "9.2  Doubling", "done");
    handout.with(
        "lab09-sums/src/main/java/firsthop/sums/MyDoubler.java",
        """
        package firsthop.sums;
        public class MyDoubler implements Doubler {
          public int of(int a, int b) { return 2 * a; }
        }
        """);
    assertThat(next()).contains("9.2  Doubling").doesNotContain("9.1  Adding");
  }

  @Test
  void code_that_does_not_compile_is_one_line_and_the_session_goes_on() throws Exception {
    save("return a +;");
    assertThat(next()).contains("Does not compile:", "MyAdder.java:3: illegal start of expression");
    save("return b + a;");
    assertThat(next()).contains("9.1  Adding", "done");
  }

  @Test
  void code_that_ends_its_process_is_found_and_the_session_goes_on() throws Exception {
    save("System.exit(0); return 1;");
    assertThat(next()).contains("Did it call System.exit?", "Next: correct 9.1");
    save("return b + a;");
    assertThat(next()).contains("9.1  Adding", "done");
  }

  @Test
  void a_save_ends_an_endless_loop() throws Exception {
    Path started = temp.resolve("started");
    save(
        "try { new java.io.File(\"%s\").createNewFile(); } catch (java.io.IOException e) {}"
                .formatted(started)
            + " while (true) {}");
    while (!Files.exists(started)) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    save("return b + a;");
    assertThat(next()).contains("9.1  Adding", "done");
  }

  @Test
  void each_hint_says_more_and_the_language_can_be_changed() throws Exception {
    save("return a - b;");
    next();
    session.press('h');
    assertThat(next()).contains("[9.1, 1/2] A nudge", "plus").doesNotContain("a+b");
    session.press('h');
    assertThat(next()).contains("[9.1, 2/2] More", "a+b");
    session.press('h');
    assertThat(next()).contains("There are no more hints for 9.1.");
    session.press('g');
    waitFor("q 종료");
  }

  /** Saves an adder, at a time of its own: a file system may count in seconds. */
  private void save(String body) throws IOException {
    Path file = handout.source("MyAdder.java");
    Files.writeString(file, MadeUpHandout.adder(body));
    saves++;
    Files.setLastModifiedTime(
        file, FileTime.fromMillis(System.currentTimeMillis() - 1_000L * saves));
  }

  /** Waits until the session waits again, and returns what it has written since the last time. */
  private String next() {
    return waitFor(KEYS);
  }

  private String waitFor(String end) {
    while (!written.toString(UTF_8).contains(end)) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    String text = written.toString(UTF_8);
    written.reset();
    return text;
  }
}
