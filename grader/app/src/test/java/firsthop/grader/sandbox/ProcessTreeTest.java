package firsthop.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProcessTreeTest {
  private final String mark = UUID.randomUUID().toString();
  private final List<ProcessHandle> known = new ArrayList<>();

  @BeforeEach
  void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs /bin/sh");
  }

  @AfterEach
  void end() {
    known.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void a_process_is_ended_with_its_descendants() throws Exception {
    Process shell = start("sleep 600 & echo $!; sh -c 'sleep 600 & echo $!; wait'; wait");
    readChildren(shell, 2);
    ProcessTree.kill(shell);
    assertThat(shell.isAlive()).isFalse();
    assertNoneLives();
  }

  @Test
  void an_orphan_is_found_by_the_mark_in_its_environment() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs /proc");
    Process shell = start("sleep 600 & echo $!");
    readChildren(shell, 1);
    assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(known.get(0).isAlive()).as("an orphan").isTrue();
    ProcessTree.killMarked(mark + "-of-another");
    assertThat(known.get(0).isAlive()).as("another mark").isTrue();
    ProcessTree.killMarked(mark);
    assertNoneLives();
  }

  @Test
  void a_killed_process_that_nobody_asks_after_holds_up_nothing() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "needs /proc");
    Process parent =
        new ProcessBuilder("/bin/sh", "-c", "M=" + mark + " sleep 600 & echo $!; exec sleep 601")
            .start();
    try {
      readChildren(parent, 1);
      awaitEnvironment(known.get(0), "M=" + mark);
      long start = System.nanoTime();
      ProcessTree.killMarked("M=" + mark);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      assertNoneLives();
      assertThat(known.get(0).isAlive()).as("its number is still taken").isTrue();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void a_candidate_that_ended_says_how_and_takes_its_orphans_along() throws Exception {
    Process shell = start("sleep 600 & echo $!; exit 3");
    readChildren(shell, 1);
    List<String> gone = new ArrayList<>();
    String how = new ProcessCandidate(shell, mark, () -> gone.add("gone")).end(true);
    assertThat(how).isEqualTo("exit status 3: out of memory, or System.exit(3)");
    assertThat(gone).containsExactly("gone");
    assertNoneLives();
  }

  @Test
  void a_candidate_that_does_not_end_is_ended() throws Exception {
    Process shell = start("trap '' TERM INT; sleep 600 & echo $!; wait");
    readChildren(shell, 1);
    assertThat(new ProcessCandidate(shell, mark, () -> {}).end(true))
        .isEqualTo("ended by the grader");
    assertThat(shell.isAlive()).isFalse();
    assertNoneLives();
  }

  @Test
  void an_interrupted_wait_ends_the_candidate_all_the_same() throws Exception {
    Process shell = start("sleep 600 & echo $!; wait");
    readChildren(shell, 1);
    Thread.currentThread().interrupt();
    MachineFaultException fault =
        catchThrowableOfType(
            MachineFaultException.class,
            () -> new ProcessCandidate(shell, mark, () -> {}).end(true));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(fault).hasMessageStartingWith("the wait for a candidate's end was interrupted");
    assertThat(shell.isAlive()).isFalse();
    assertNoneLives();
  }

  private Process start(String script) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script);
    builder.environment().put("MARK", mark);
    Process process = builder.start();
    known.add(process.toHandle());
    return process;
  }

  /** Puts the processes whose numbers a shell prints in the place of the shell. */
  private void readChildren(Process shell, int count) throws Exception {
    known.clear();
    BufferedReader lines = shell.inputReader(StandardCharsets.UTF_8);
    for (int i = 0; i < count; i++) {
      long pid = Long.parseLong(lines.readLine());
      known.add(ProcessHandle.of(pid).orElseThrow());
    }
  }

  /** Until it has become the program that the shell starts, a child has the shell's environment. */
  private static void awaitEnvironment(ProcessHandle child, String text) throws IOException {
    Path environment = Path.of("/proc/" + child.pid() + "/environ");
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!Files.readString(environment, StandardCharsets.ISO_8859_1).contains(text)) {
      assertThat(System.nanoTime()).as("the deadline for a start").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private void assertNoneLives() {
    assertThat(known).isNotEmpty().noneMatch(ProcessTreeTest::runs);
  }

  /** A zombie that nobody waits for has ended, though its number is still taken. */
  private static boolean runs(ProcessHandle process) {
    try {
      return process.isAlive()
          && !Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
    } catch (IOException gone) {
      return false;
    }
  }
}
