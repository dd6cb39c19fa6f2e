package firsthop.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {

  static Stream<String> commands() {
    return Stream.of(
        "firsthop",
        "grade",
        "regrade",
        "override",
        "replay",
        "report",
        "export",
        "handout",
        "doctor");
  }

  /** Who changes a help text changes its file in the resources, and reads it once more. */
  @ParameterizedTest
  @MethodSource("commands")
  void help_is_as_it_was_read_by_a_person(String command) throws Exception {
    Run help = command.equals("firsthop") ? Run.of("--help") : Run.of(command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).isEqualToNormalizingNewlines(snapshot(command));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_fits_a_terminal(String command) throws Exception {
    assertThat(snapshot(command).lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void without_a_command_the_help_is_shown() throws Exception {
    Run nothing = Run.of();
    assertThat(nothing.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(nothing.out()).isEqualToNormalizingNewlines(snapshot("firsthop"));
  }

  @Test
  void the_version_is_shown() {
    Run version = Run.of("--version");
    assertThat(version.code()).isZero();
    assertThat(version.out()).startsWith("firsthop ");
  }

  private static String snapshot(String command) throws Exception {
    try (InputStream in = HelpTest.class.getResourceAsStream("help-" + command + ".txt")) {
      assertThat(in).as("a snapshot of %s", command).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
