package firsthop.grader.proof.author;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.proof.rules.SmallCheckout;
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

class SourceChecksTest {
  private final StringWriter out = new StringWriter();
  @TempDir private Path folder;
  private SmallCheckout checkout;

  @BeforeEach
  void copy() throws IOException {
    checkout = SmallCheckout.in(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "files, lab01-numbers/README.md",
    "files, lab01-numbers/hints.md",
    "files, lab01-numbers/src/solution/java/firsthop/numbers/MyDoubler.java",
    "files, lab01-numbers/src/test/java/firsthop/numbers/DoublerTest.java",
    "files, grader/exams/src/main/java/firsthop/grader/exams/numbers/DoublerExam.java",
    "files, grader/exams/wrong/1.1/base/MyDoubler.java",
    "files, grader/exams/right/1.1/shifts/MyDoubler.java",
    "patches, grader/exams/wrong/1.1/squares.patch",
    "totals, examples/README.md",
  })
  void a_file_that_is_not_utf_8_has_a_line(String check, String file) throws IOException {
    checkout.addLatin1(checkout.home().resolve(file));
    run();
    assertThat(missing(check)).contains(file + ":", "not in UTF-8");
    assertThat(out.toString()).doesNotContain("Exception");
  }

  @Test
  void a_reference_that_is_not_there_has_a_line() throws IOException {
    Path reference = checkout.exercise().reference();
    Files.delete(reference);
    assertThat(run()).isFalse();
    assertThat(missing("files")).contains("MyDoubler.java: expected a file, came none");
  }

  @Test
  void one_hint_is_spoken_of_as_one() throws IOException {
    new CommandLine(new NewExerciseCommand(checkout.home()))
        .setOut(new PrintWriter(new StringWriter()))
        .execute("1.2", "UnitConverter");
    new SourceChecks(new CheckReport(new PrintWriter(out, true), false))
        .run(checkout.course().exercises().get(1));
    assertThat(lines())
        .contains(
            "ok       hints      1 hint that shows no input",
            "ok       patches    there is none yet");
  }

  private boolean run() throws IOException {
    return new SourceChecks(new CheckReport(new PrintWriter(out, true), false))
        .run(checkout.course().exercises().get(0));
  }

  private String missing(String check) {
    return lines()
        .filter(line -> line.startsWith("MISSING") && line.contains(" " + check + " "))
        .findFirst()
        .orElse("no line of " + check + " in\n" + out);
  }

  private Stream<String> lines() {
    return out.toString().lines();
  }
}
