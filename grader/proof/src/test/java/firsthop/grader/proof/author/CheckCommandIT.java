package firsthop.grader.proof.author;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.proof.rules.ExerciseFiles;
import firsthop.grader.proof.rules.SmallCheckout;
import firsthop.grader.sandbox.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import picocli.CommandLine;

/** Checks the exercises of a small checkout, with the grader of this build. */
@ResourceLock("candidate processes")
class CheckCommandIT {
  @TempDir private Path folder;
  private SmallCheckout checkout;
  private ExerciseFiles files;

  /** What a run printed, and its exit code. */
  private record Run(int code, String out, String err) {
    /** Returns the first word of the line of a check. */
    String verdict(String check) {
      return line(check).split(" ")[0];
    }

    String line(String check) {
      return out.lines()
          .filter(line -> line.matches("(ok|MISSING|later) +" + check + " .*"))
          .findFirst()
          .orElse("no line of " + check);
    }
  }

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = SmallCheckout.in(folder);
    files = checkout.exercise();
    Installation ours = Installation.current();
    for (Path jar : ours.agentJars()) {
      copy(jar, checkout.home().resolve(ours.home().relativize(jar)));
    }
    for (Path jar : ours.workerJars()) {
      if (!jar.getFileName().toString().matches("lab\\d\\d-.*")) {
        copy(jar, checkout.home().resolve(ours.home().relativize(jar)));
      }
    }
  }

  @Test
  void nothing_is_missing_in_a_whole_exercise() throws IOException {
    // The other hidden test needs a mistake that it catches, too.
    Files.writeString(
        files.wrong().resolve("doubles-all.patch"),
        """
        Doubles numbers below 0, too.

        --- base/MyDoubler.java
        +++ doubles-all/MyDoubler.java
        @@ -3,9 +3,6 @@
         public class MyDoubler implements Doubler {
           @Override
           public int twice(int number) {
        -    if (number < 0) {
        -      throw new IllegalArgumentException("below 0");
        -    }
             return 2 * number;
           }
         }
        """);
    Run run = check("1.1");
    assertThat(run.out()).doesNotContain("MISSING", "later");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSizeLessThan(30);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_test_that_catches_nothing_is_named() throws IOException {
    Run run = check("1.1");
    assertThat(run.line("tests")).contains("MISSING", "twice_refuses_what_is_below_zero");
    assertThat(run.line("tests")).contains("expected a mistake that it catches");
    assertThat(run.verdict("half-done")).isEqualTo("later");
    assertThat(run.out()).contains("1 thing is missing in 1.1.");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void a_half_made_exercise_gets_a_line_for_all_that_is_missing() throws IOException {
    new CommandLine(new NewExerciseCommand(checkout.home()))
        .setOut(new PrintWriter(new StringWriter()))
        .execute("1.2", "UnitConverter");
    Run run = check("1.2");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).doesNotContain("\tat ", "Exception:");
    assertThat(run.out().lines()).hasSizeLessThanOrEqualTo(60);
    assertThat(run.line("todo")).contains("UnitConverter.java:");
    assertThat(
            Stream.of(
                "files", "exam", "clauses", "points", "korean", "compile", "skeleton", "stubs"))
        .allSatisfy(check -> assertThat(run.verdict(check)).as(check).isEqualTo("ok"));
    assertThat(Stream.of("todo", "mistakes", "public", "reference", "right"))
        .allSatisfy(check -> assertThat(run.verdict(check)).as(check).isEqualTo("MISSING"));
    assertThat(Stream.of("wrong", "tests"))
        .allSatisfy(check -> assertThat(run.verdict(check)).as(check).isEqualTo("later"));
  }

  @Test
  void a_source_that_does_not_compile_is_named_after_the_quick_checks() throws IOException {
    checkout.edit(files.exam(), "doubler.twice(7)", "doubler.thrice(7)");
    Run run = check("1.1");
    assertThat(run.line("compile"))
        .contains(
            "MISSING",
            "compile    grader/exams/src/main/java/firsthop/grader/exams/numbers/DoublerExam.java:",
            "\"cannot find symbol, symbol: method thrice(int)\"");
    assertThat(run.verdict("clauses")).isEqualTo("ok");
    assertThat(run.verdict("tests")).isEqualTo("later");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void a_source_that_is_not_java_is_named_at_once() throws IOException {
    checkout.edit(files.contractFile(), "int twice(int number);", "int twice(int number)");
    Run run = check("1.1");
    assertThat(run.line("files")).contains("MISSING", "Doubler.java:23", "';' expected");
    assertThat(run.verdict("clauses")).isEqualTo("later");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void a_patch_that_does_not_apply_is_named_and_the_rest_is_graded_later() throws IOException {
    checkout.edit(files.base(), "return 2 * number;", "return number * 2;");
    Run run = check("1.1");
    assertThat(run.line("patches")).contains("MISSING", "1.1/squares.patch:9");
    assertThat(run.verdict("reference")).isEqualTo("later");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void a_wrong_reference_is_told_with_the_test_that_it_fails() throws IOException {
    checkout.edit(files.reference(), "return number + number;", "return number;");
    Run run = check("1.1");
    assertThat(run.line("samples")).startsWith("MISSING");
    assertThat(run.line("public")).contains("MISSING", "twice adds the number to itself");
    assertThat(run.line("reference")).contains("MISSING", "twice_doubles", "failed");
    Run updated = check("1.1", "--update-samples");
    assertThat(updated.line("samples")).startsWith("ok");
    assertThat(files.sampleReference()).hasSameTextualContentAs(files.reference());
  }

  @Test
  void all_exercises_are_checked_where_none_is_named() throws IOException {
    Files.createDirectories(files.wrong().resolveSibling("1.9"));
    new CommandLine(new NewExerciseCommand(checkout.home()))
        .setOut(new PrintWriter(new StringWriter()))
        .execute("1.2", "UnitConverter");
    Run run = check();
    assertThat(run.out()).contains("MISSING  all  strays     grader/exams/wrong/1.9:");
    assertThat(run.out()).contains("MISSING  1.1  tests ").contains("MISSING  1.2  todo ");
    assertThat(run.out()).doesNotContain("later");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void a_reference_that_ends_the_process_is_missing_in_public() throws IOException {
    checkout.edit(files.reference(), "return number + number;", "System.exit(0);\n    return 0;");
    Run run = check("1.1");
    assertThat(run.line("public"))
        .contains("MISSING", "twice adds the number to itself", "System.exit", "exit code 0");
    assertThat(run.code()).isEqualTo(1);
    checkout.edit(files.reference(), "System.exit(0);", "Runtime.getRuntime().halt(3);");
    assertThat(check("1.1").line("public")).contains("MISSING", "System.exit", "exit code 3");
  }

  @Test
  void a_type_that_cannot_travel_is_named() throws IOException {
    checkout.edit(
        files.contractFile(),
        "int twice(int number);",
        "int twice(int number);\n\n  default int sum(int[] numbers) {\n    return 0;\n  }");
    Run run = check("1.1");
    assertThat(run.line("types"))
        .contains("MISSING", "Doubler.sum: expected primitives, ", "int[]");
    assertThat(run.verdict("reference")).isEqualTo("later");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void a_contract_whose_id_was_changed_is_named() throws IOException {
    checkout.edit(files.contractFile(), "\"1.1\"", "\"1.2\"");
    Run run = check("1.1");
    assertThat(run.err())
        .contains(
            "the contract lab01-numbers/src/main/java/firsthop/numbers/Doubler.java says 1.2",
            "correct the id in @Exercise");
    assertThat(run.code()).isEqualTo(2);
    checkout.edit(files.contractFile(), "\"1.2\"", "\"1-2\"");
    assertThat(check("1.1").err())
        .contains("firsthop/numbers/Doubler.java: the id in @Exercise is \"1-2\"; write one");
  }

  @Test
  void an_exercise_that_there_is_not_is_bad_input() {
    Run run = check("1.7");
    assertThat(run.err()).contains("there is no exercise 1.7; there are 1.1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  private Run check(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        AuthorMain.run(
            new CommandLine(new CheckCommand(checkout.home())),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            args);
    return new Run(code, out.toString(), err.toString());
  }

  private static void copy(Path file, Path copy) throws IOException {
    Files.createDirectories(copy.getParent());
    Files.copy(file, copy);
  }
}
