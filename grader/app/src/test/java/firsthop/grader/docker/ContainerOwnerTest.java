package firsthop.grader.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a process file system of its own, in which this process is the only one. */
class ContainerOwnerTest {
  private static final long PID = ProcessHandle.current().pid();

  @TempDir Path proc;
  private ContainerOwner judge;
  private String owner;

  @BeforeEach
  void oneProcess() throws IOException {
    kernel("4f2a");
    Files.createDirectories(proc.resolve("self/ns"));
    namespace("pid:[4026531836]");
    process(PID, "1234");
    judge = new ContainerOwner(proc);
    owner = judge.fresh();
  }

  @Test
  void a_process_that_runs_has_not_ended_and_one_that_is_gone_has() throws IOException {
    assertThat(judge.hasEnded(owner)).isFalse();
    assertThat(judge.hasEnded(owner.replace("#" + PID + "#", "#0#"))).isTrue();
  }

  @Test
  void a_process_that_got_the_same_number_later_is_another_one() throws IOException {
    process(PID, "1235");
    assertThat(judge.hasEnded(owner)).isTrue();
  }

  @Test
  void nobody_judges_a_process_of_another_kernel_or_of_another_namespace() throws IOException {
    process(PID, "1235");
    kernel("77b1");
    assertThat(judge.hasEnded(owner)).isFalse();
    kernel("4f2a");
    namespace("pid:[4026532200]");
    assertThat(judge.hasEnded(owner)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1@2#3", "a#b#c#d#e", "#####"})
  void a_name_of_another_form_is_not_judged(String name) {
    assertThat(judge.hasEnded(name)).isFalse();
  }

  @Test
  void two_sandboxes_of_a_process_have_two_names() {
    assertThat(judge.fresh()).isNotEqualTo(owner);
  }

  @Test
  void this_process_runs() {
    ContainerOwner here = new ContainerOwner();
    assertThat(here.hasEnded(here.fresh())).isFalse();
  }

  private void kernel(String id) throws IOException {
    Files.createDirectories(proc.resolve("sys/kernel/random"));
    Files.writeString(proc.resolve("sys/kernel/random/boot_id"), id + "\n");
  }

  private void namespace(String id) throws IOException {
    Files.deleteIfExists(proc.resolve("self/ns/pid"));
    Files.createSymbolicLink(proc.resolve("self/ns/pid"), Path.of(id));
  }

  private void process(long pid, String start) throws IOException {
    Files.createDirectories(proc.resolve(String.valueOf(pid)));
    Files.writeString(
        proc.resolve(pid + "/stat"),
        pid + " (a name) S) S 1 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 " + start + " 99 1\n");
  }
}
