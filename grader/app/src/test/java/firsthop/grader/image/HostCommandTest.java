package firsthop.grader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostCommandTest {

  private static final Duration PLENTY = Duration.ofSeconds(60);
  private static final String JAVA = Jdk.running().tool("java").toString();

  @Test
  void output_and_exit_code_are_kept() {
    HostCommand.Outcome outcome = new HostCommand(List.of(JAVA, "-version"), PLENTY).run();

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output()).contains("version \"" + Runtime.version().feature());
  }

  @Test
  void a_failure_says_what_was_run_what_came_and_what_to_do() {
    HostCommand wrong = new HostCommand(List.of(JAVA, "-no-such-option"), PLENTY);

    assertThatThrownBy(() -> wrong.runOrThrow("read the manual"))
        .isInstanceOf(ImageException.class)
        .hasMessageContainingAll(
            "Ran " + JAVA + " -no-such-option",
            "expected: exit code 0",
            "exit code 1",
            "Unrecognized option",
            "next:     read the manual");
  }

  @Test
  void a_program_that_is_not_there_says_so() {
    HostCommand absent = new HostCommand(List.of("no-such-program-anywhere"), PLENTY);

    assertThatThrownBy(absent::run)
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("no-such-program-anywhere");
  }

  @Test
  void a_program_that_does_not_end_is_killed() {
    HostCommand endless = new HostCommand(List.of(JAVA, "-version"), Duration.ZERO);

    assertThatThrownBy(endless::run)
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("no end; it was killed");
  }
}
