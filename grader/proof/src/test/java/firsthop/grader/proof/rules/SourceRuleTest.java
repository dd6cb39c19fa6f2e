package firsthop.grader.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.proof.Defect;
import firsthop.grader.proof.source.BadSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule finds what is wrong, in a small checkout in which nothing else is. */
class SourceRuleTest {
  private SmallCheckout checkout;
  private ExerciseFiles files;

  @BeforeEach
  void copy(@TempDir Path folder) throws IOException {
    checkout = SmallCheckout.in(folder);
    files = checkout.exercise();
  }

  @ParameterizedTest
  @EnumSource
  void holds_in_the_small_checkout(SourceRule rule) throws IOException {
    assertThat(defects(rule)).isEmpty();
  }

  @Test
  void files_finds_one_that_is_not_there() throws IOException {
    Files.delete(files.publicTest());
    assertFinds(SourceRule.FILES, "DoublerTest.java");
  }

  @Test
  void files_finds_that_no_other_solution_is_right() throws IOException {
    Files.delete(files.right().resolve("shifts/MyDoubler.java"));
    assertFinds(SourceRule.FILES, "grader/exams/right/1.1");
  }

  @Test
  void files_finds_where_a_source_is_not_java() throws IOException {
    checkout.edit(files.contractFile(), "int twice(int number);", "int twice(int number)");
    assertFinds(
        SourceRule.FILES, "Doubler.java:23: expected a source that can be read, came ';' expected");
    assertThatExceptionOfType(BadSourceException.class)
        .isThrownBy(() -> defects(SourceRule.CLAUSES));
  }

  @Test
  void files_finds_an_id_of_another_lab() throws IOException {
    checkout.edit(files.contractFile(), "\"1.1\"", "\"2.1\"");
    assertThat(defects(SourceRule.FILES)).extracting(Defect::expected).contains("1.… in lab01");
  }

  @Test
  void files_finds_two_contracts_of_one_id() throws IOException {
    Path other = files.contractFile().resolveSibling("Tripler.java");
    Files.writeString(other, Files.readString(files.contractFile()).replace("Doubler", "Tripler"));
    assertFinds(SourceRule.FILES, "Doubler, Tripler");
  }

  @Test
  void todo_names_the_file_and_the_first_line() throws IOException {
    checkout.edit(files.exam(), "@Hint(\"Add ", "@Hint(\"TODO: Add ");
    checkout.edit(files.hints(), "Add.\n", "TODO\n");
    assertThat(defects(SourceRule.TODO))
        .extracting(Defect::what)
        .containsExactly(
            "grader/exams/src/main/java/firsthop/grader/exams/numbers/DoublerExam.java:20",
            "lab01-numbers/hints.md:7");
  }

  @Test
  void todo_looks_at_the_row_of_the_handout_too_and_at_no_other_section() throws IOException {
    checkout.edit(files.handout(), "a number, two times", "TODO");
    checkout.edit(files.handout(), "mvn test", "TODO");
    assertFinds(SourceRule.TODO, "README.md:5: expected no TODO, came one");
  }

  @Test
  void exam_finds_another_contract() throws IOException {
    checkout.edit(files.exam(), "@Exam(Doubler.class)", "@Exam(Tripler.class)");
    assertFinds(SourceRule.EXAM, "expected Doubler.class, came Tripler.class");
  }

  @Test
  void exam_finds_what_is_neither_test_nor_private() throws IOException {
    checkout.edit(files.exam(), "private static void assertDoubles", "static void assertDoubles");
    assertFinds(SourceRule.EXAM, "DoublerExam.assertDoubles");
  }

  @Test
  void exam_finds_a_class_inside_it() throws IOException {
    checkout.edit(
        files.exam(), "  private static void", "  record Pair() {}\n\n  private static void");
    assertFinds(SourceRule.EXAM, "DoublerExam.Pair");
  }

  @Test
  void exam_finds_a_test_without_subject_and_one_without_points() throws IOException {
    checkout.edit(files.exam(), "twice_doubles(@Subject Doubler", "twice_doubles(Doubler");
    checkout.edit(files.exam(), "  @Points(2)\n", "");
    assertThat(defects(SourceRule.EXAM))
        .extracting(Defect::what)
        .containsExactly(
            "DoublerExam.twice_doubles", "DoublerExam.twice_refuses_what_is_below_zero");
  }

  @Test
  void exam_finds_that_there_is_no_test() throws IOException {
    checkout.edit(files.exam(), "  @Test\n", "  @Deprecated\n");
    assertThat(defects(SourceRule.EXAM)).extracting(Defect::expected).contains("hidden tests");
  }

  @Test
  void clauses_finds_one_that_the_contract_lacks() throws IOException {
    checkout.edit(files.exam(), "The result is twice", "The result is three times");
    assertFinds(SourceRule.CLAUSES, "The result is three times the number.");
  }

  @Test
  void clauses_finds_a_test_without_any() throws IOException {
    checkout.edit(files.exam(), "  @Clause(\"The result is twice the number.\")\n", "");
    assertFinds(SourceRule.CLAUSES, "twice_doubles");
  }

  @Test
  void clauses_finds_an_empty_one() throws IOException {
    checkout.edit(files.exam(), "\"The result is twice the number.\"", "\" \"");
    assertFinds(SourceRule.CLAUSES, "twice_doubles");
  }

  @Test
  void points_finds_another_sum() throws IOException {
    checkout.edit(files.contractFile(), "@Points(5)", "@Points(6)");
    assertFinds(SourceRule.POINTS, "expected 6, the @Points of Doubler, came 5");
  }

  @Test
  void points_finds_a_test_that_is_worth_nothing() throws IOException {
    checkout.edit(files.exam(), "@Points(2)", "@Points(-2)");
    checkout.edit(files.contractFile(), "@Points(5)", "@Points(1)");
    assertFinds(SourceRule.POINTS, "came -2");
  }

  @Test
  void points_refuses_what_is_no_number() throws IOException {
    checkout.edit(files.exam(), "@Points(2)", "@Points(MANY)");
    assertFinds(
        SourceRule.FILES,
        "DoublerExam.java:27: expected a source that can be read, came needs a number");
  }

  @Test
  void hints_finds_a_test_without_one() throws IOException {
    checkout.edit(files.exam(), "  @Hint(\"Add the number to itself.\")\n", "");
    assertFinds(SourceRule.HINTS, "twice_doubles");
  }

  @Test
  void hints_finds_a_text_of_the_test_in_one() throws IOException {
    checkout.edit(files.exam(), "Add the number", "As for twice(seven), add the number");
    assertFinds(SourceRule.HINTS, "\"twice(seven)\"");
  }

  @Test
  void handout_finds_other_points_in_the_row() throws IOException {
    checkout.edit(files.handout(), "| 5 | nothing |", "| 4 | nothing |");
    assertFinds(
        SourceRule.HANDOUT, "came | 1.1 Twice | a number, two times | `MyDoubler.java` | 4");
  }

  @Test
  void handout_finds_another_title_in_row_and_section() throws IOException {
    checkout.edit(files.contractFile(), "title = \"Twice\"", "title = \"Doubling\"");
    assertThat(defects(SourceRule.HANDOUT)).hasSize(2);
  }

  @Test
  void lab_hints_finds_a_missing_section_and_a_missing_hint() throws IOException {
    checkout.edit(files.hints(), "### An idea", "#### An idea");
    assertFinds(SourceRule.LAB_HINTS, "expected 3 hints with a ### heading, came 2");
    checkout.edit(files.hints(), "## 1.1 Twice", "## 1.1 Double");
    assertFinds(SourceRule.LAB_HINTS, "expected a section \"## 1.1 Twice\"");
  }

  @Test
  void skeleton_finds_a_method_that_is_not_open() throws IOException {
    checkout.edit(files.skeleton(), "throw Todo.exercise(\"1.1\");", "return 0;");
    assertFinds(SourceRule.OPEN, "twice: expected throw Todo.exercise(\"1.1\");");
  }

  @Test
  void skeleton_finds_the_todo_of_another_exercise() throws IOException {
    checkout.edit(files.skeleton(), "Todo.exercise(\"1.1\")", "Todo.exercise(\"1.2\")");
    assertFinds(SourceRule.OPEN, "twice: expected throw Todo.exercise(\"1.1\");");
  }

  @Test
  void skeleton_finds_a_missing_method_and_a_field() throws IOException {
    checkout.edit(
        files.contractFile(),
        "int twice(int number);",
        "int twice(int number);\n\n  int half(int number);");
    checkout.edit(files.skeleton(), "  @Override", "  private int last;\n\n  @Override");
    assertThat(defects(SourceRule.OPEN))
        .extracting(Defect::expected)
        .containsExactly("methods only", "a method half");
  }

  @Test
  void patches_finds_one_that_does_not_apply() throws IOException {
    checkout.edit(files.base(), "return 2 * number;", "return number * 2;");
    assertFinds(SourceRule.PATCHES, "1.1/squares.patch:9: expected line 9 of base/MyDoubler.java");
  }

  @Test
  void mistakes_finds_that_there_is_none() throws IOException {
    Files.delete(files.wrong().resolve("squares.patch"));
    assertFinds(SourceRule.MISTAKES, "./firsthop patch write 1.1 base");
  }

  @Test
  void patches_finds_that_there_is_no_base() throws IOException {
    Files.delete(files.base());
    Files.delete(files.base().getParent());
    assertFinds(SourceRule.PATCHES, "base");
  }

  @Test
  void samples_finds_a_copy_that_differs_and_one_that_is_missing() throws IOException {
    checkout.edit(files.reference(), "number + number", "number * 2");
    Files.delete(files.sampleSkeleton());
    assertThat(defects(SourceRule.SAMPLES))
        .extracting(Defect::came)
        .containsExactly("something else", "no file");
  }

  @Test
  void totals_finds_other_points_and_another_number_of_tests() throws IOException {
    checkout.edit(files.contractFile(), "@Points(5)", "@Points(6)");
    assertFinds(SourceRule.TOTALS, "half-done, reference, skeleton");
    assertFinds(SourceRule.TOTALS, "expected half-done: 3/6 | 3/6, came 3/5 | 3/5");
  }

  @Test
  void totals_refuses_a_table_without_a_cell_for_each_lab() throws IOException {
    checkout.edit(new Samples(checkout.course()).readme(), "| half-done | 3/5 ", "| half-done ");
    assertThatExceptionOfType(BadSourceException.class)
        .isThrownBy(() -> defects(SourceRule.TOTALS))
        .withMessageContaining("half-done");
  }

  @Test
  void samples_and_totals_hold_after_an_update() throws IOException {
    checkout.edit(files.contractFile(), "@Points(5)", "@Points(6)");
    checkout.edit(files.reference(), "number + number", "number * 2");
    Files.delete(files.sampleSkeleton());
    new Samples(checkout.course()).update(files);
    assertThat(defects(SourceRule.SAMPLES)).isEmpty();
    assertThat(defects(SourceRule.TOTALS)).isEmpty();
  }

  @Test
  void strays_are_exams_and_folders_without_an_exercise() throws IOException {
    Path exam = files.exam().resolveSibling("TriplerExam.java");
    Path wrong = files.wrong().resolveSibling("1.2");
    Files.writeString(exam, "");
    Files.createDirectory(wrong);
    assertThat(new Checkout(checkout.home()).strays()).containsExactly(exam, wrong);
  }

  private void assertFinds(SourceRule rule, String words) throws IOException {
    assertThat(defects(rule)).singleElement().asString().contains(words);
  }

  private List<Defect> defects(SourceRule rule) throws IOException {
    return rule.check(checkout.course().exercises().get(0)).defects();
  }
}
