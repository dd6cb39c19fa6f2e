package firsthop.grader.proof.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AuthorMainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"check", "new-exercise", "patch"})
  void the_help_of_a_command_fits_a_terminal(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("firsthop " + command).contains("Example");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "make-exercise", "check --quickly", "new-exercise 1.8"})
  void one_line_says_what_cannot_be_used(String arguments) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString().lines()).singleElement().asString().startsWith("firsthop: ");
  }

  @Test
  void all_commands_are_listed() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("check", "new-exercise", "patch");
  }

  private int run(String... args) {
    return AuthorMain.run(
        new CommandLine(new AuthorMain()),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        args);
  }
}
