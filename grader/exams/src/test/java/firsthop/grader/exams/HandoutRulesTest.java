package firsthop.grader.exams;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exam.Exam;
import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a lab's handout and hints say of each exercise, whoever writes it. */
class HandoutRulesTest {
  private static final int RUNGS = 3;

  static List<Class<?>> contracts() {
    return ExamRulesTest.exams().stream()
        .<Class<?>>map(exam -> exam.getAnnotation(Exam.class).value())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void the_handout_lists_the_exercise_with_its_file_and_points_and_teaches_it(Class<?> contract)
      throws IOException {
    Exercise exercise = contract.getAnnotation(Exercise.class);
    assertThat(Files.readAllLines(lab(contract).resolve("README.md")))
        .as("README.md of the lab: a row of the table, and a section")
        .anyMatch(
            line ->
                line.matches(
                    "\\| %s %s \\|.*\\| `My%s\\.java` \\| %d \\|.*"
                        .formatted(
                            Pattern.quote(exercise.id()),
                            Pattern.quote(exercise.title()),
                            contract.getSimpleName(),
                            contract.getAnnotation(Points.class).value())))
        .contains("## " + exercise.id() + " " + exercise.title());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void the_hints_have_three_rungs_for_the_exercise(Class<?> contract) throws IOException {
    Exercise exercise = contract.getAnnotation(Exercise.class);
    List<String> lines = Files.readAllLines(lab(contract).resolve("hints.md"));
    int start = lines.indexOf("## " + exercise.id() + " " + exercise.title());
    assertThat(start).as("a section for %s in hints.md", exercise.id()).isNotNegative();
    long entries =
        lines.stream()
            .skip(start + 1L)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("### "))
            .count();
    assertThat(entries)
        .as("entries for %s, each with a ### heading", exercise.id())
        .isEqualTo(RUNGS);
  }

  private static Path lab(Class<?> contract) throws IOException {
    return Checkout.contract(contract)
        .resolve("../".repeat(contract.getName().split("\\.").length + 3))
        .normalize();
  }
}
