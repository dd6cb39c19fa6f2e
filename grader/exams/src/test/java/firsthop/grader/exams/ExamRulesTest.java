package firsthop.grader.exams;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Subject;
import firsthop.kit.Exercise;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.ReflectionSupport;

/** What holds for every exam, whoever writes it. */
class ExamRulesTest {
  /** A hint may hold shorter pieces of a test by chance. */
  private static final int TELLING_CHARS = 3;

  static List<Class<?>> exams() {
    return ReflectionSupport.findAllClassesInPackage(
        ExamRulesTest.class.getPackageName(),
        type -> type.isAnnotationPresent(Exam.class),
        name -> true);
  }

  static List<Method> tests() {
    return exams().stream().flatMap(ExamRulesTest::testsOf).toList();
  }

  @Test
  void every_exercise_has_one_exam_named_after_its_contract() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Path sources : Checkout.labSources()) {
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          if (Files.readString(file).contains("\n@" + Exercise.class.getSimpleName() + "(")) {
            expected.add(file.getFileName().toString().replace(".java", "Exam"));
          }
        }
      }
    }
    assertThat(exams().stream().map(Class::getSimpleName))
        .as("exams, for the contracts in the labs")
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(exams())
        .allSatisfy(
            exam ->
                assertThat(exam.getSimpleName())
                    .isEqualTo(exam.getAnnotation(Exam.class).value().getSimpleName() + "Exam"));
  }

  @ParameterizedTest
  @MethodSource("exams")
  void the_points_of_its_tests_add_up_to_the_exercise(Class<?> exam) {
    int points = testsOf(exam).mapToInt(test -> annotation(test, Points.class, exam).value()).sum();
    Class<?> contract = exam.getAnnotation(Exam.class).value();
    assertThat(points)
        .as("the points of the tests in %s", exam.getSimpleName())
        .isEqualTo(contract.getAnnotation(Points.class).value());
  }

  @ParameterizedTest
  @MethodSource("exams")
  void it_holds_nothing_but_plain_tests_and_private_helpers(Class<?> exam) {
    List<String> others = new ArrayList<>();
    for (Method method : exam.getDeclaredMethods()) {
      if (!method.isAnnotationPresent(Test.class)
          && !method.isSynthetic()
          && !Modifier.isPrivate(method.getModifiers())) {
        others.add(method.getName());
      }
    }
    assertThat(others).as("methods of %s that are neither", exam.getSimpleName()).isEmpty();
    assertThat(exam.getDeclaredClasses()).as("nested classes").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void a_test_takes_its_subject(Method test) {
    Class<?> contract = test.getDeclaringClass().getAnnotation(Exam.class).value();
    List<Class<?>> subjects =
        Arrays.stream(test.getParameters())
            .filter(parameter -> parameter.isAnnotationPresent(Subject.class))
            .<Class<?>>map(parameter -> parameter.getType())
            .toList();
    assertThat(subjects)
        .as("the subjects of %s", test.getName())
        .isNotEmpty()
        .containsOnly(contract);
  }

  @ParameterizedTest
  @MethodSource("tests")
  void a_test_quotes_its_contract(Method test) throws IOException {
    Class<?> contract = test.getDeclaringClass().getAnnotation(Exam.class).value();
    String javadoc = JavadocText.of(Files.readString(Checkout.contract(contract)));
    String[] clauses = annotation(test, Clause.class, test).value();
    assertThat(clauses).as("the clauses of %s", test.getName()).isNotEmpty();
    assertThat(clauses)
        .allSatisfy(
            clause -> {
              assertThat(clause).isNotBlank();
              assertThat(javadoc)
                  .as("the Javadoc of %s", contract.getSimpleName())
                  .contains(JavadocText.plain(clause));
            });
  }

  @ParameterizedTest
  @MethodSource("tests")
  void a_hint_tells_nothing_of_its_test(Method test) throws IOException {
    String hint = annotation(test, Hint.class, test).value();
    assertThat(hint).as("the hint of %s", test.getName()).isNotBlank();
    Set<String> literals =
        StringLiterals.byMethod(Checkout.exam(test.getDeclaringClass())).get(test.getName());
    assertThat(literals)
        .as("string literals of %s that its hint \"%s\" contains", test.getName(), hint)
        .noneMatch(literal -> literal.length() >= TELLING_CHARS && hint.contains(literal));
  }

  private static Stream<Method> testsOf(Class<?> exam) {
    return Arrays.stream(exam.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class));
  }

  private static <A extends Annotation> A annotation(
      AnnotatedElement element, Class<A> type, Object where) {
    A found = element.getAnnotation(type);
    assertThat(found).as("@%s of %s", type.getSimpleName(), where).isNotNull();
    return found;
  }
}
