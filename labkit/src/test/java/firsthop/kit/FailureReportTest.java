package firsthop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

class FailureReportTest {
  private static final Map<Class<?>, List<Throwable>> FAILURES = new HashMap<>();

  @Test
  void says_which_exercise_which_test_which_input_what_was_expected_and_where_to_read() {
    assertThat(failure(SampleTests.Failing.class, "what it is given").getMessage())
        .isEqualTo(
            """
            9.1 Adding, wrong
              test:  adds what it is given
              input: "2"
                [7 + 2]
                expected: 9
                but was: 5
              hint:  A hint for all of them.
              read:  RFC 9999 section 4.2
              stuck: hints.md of the lab, section 9.1\
            """);
  }

  @Test
  void says_what_the_students_code_threw_and_on_which_line() {
    assertThat(failure(SampleTests.Failing.class, "without an exception").getMessage())
        .contains("your code threw an exception: java.lang.NumberFormatException: For input")
        .containsPattern("\n  at MyAdder\\.java:\\d+, in add\n");
  }

  @Test
  void does_not_blame_the_student_for_an_exception_of_the_test() {
    assertThat(failure(SampleTests.Failing.class, "by itself").getMessage())
        .contains(
            "the test stopped with an exception: java.lang.IllegalStateException: the test's own")
        .doesNotContain("your code");
  }

  @Test
  void says_what_ended_a_thread_of_the_student_while_the_test_waited() {
    PrintStream before = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream())); // where the JVM reports it too
    Throwable failure;
    try {
      failure = failure(SampleTests.DyingServer.class, "thread that dies");
    } finally {
      System.setErr(before);
    }
    assertThat(failure.getMessage())
        .contains("no answer")
        .contains("during the test, an exception ended one of your threads: java.lang.NumberFormat")
        .containsPattern("\n  at MyAdder\\.java:\\d+, in add\n");
  }

  @Test
  void says_where_the_students_code_was_when_time_was_up() {
    assertThat(failure(SampleTests.Endless.class, "comes back").getMessage())
        .containsPattern(
            "\n  add did not return within 1 s\n  it was at MyAdder\\.java:\\d+, in endless\n")
        .contains("  hint:  Count the rounds of each loop.\n");
  }

  @Test
  void waits_less_for_an_exercise_that_has_run_out_of_time_before_and_then_stops() {
    assertThat(failuresOf(SampleTests.EndlessAgain.class))
        .extracting(Throwable::getMessage)
        .satisfiesExactly(
            first -> assertThat(first).contains("add did not return within 1 s"),
            second -> assertThat(second).contains("add did not return within 0.25 s"));
  }

  @Test
  void says_that_start_must_return_and_shows_no_hint_about_something_else() {
    assertThat(failure(SampleTests.Servers.class, "starts and answers").getMessage())
        .contains("  start did not return within 1 s\n  it was at MyServer.java:")
        .contains("start must return at once: a thread of its own does the work of the server");
  }

  @Test
  void says_in_a_sentence_what_close_threw_after_the_failure() {
    assertThat(failure(SampleTests.Servers.class, "answers and ends").getMessage())
        .contains("expected: \"yes\"\n    but was: null\n  after that, your code threw")
        .contains("IllegalStateException: nothing to close\n  at MyServer.java:");
  }

  @Test
  void says_in_a_sentence_that_null_came_where_a_value_belongs() {
    assertThat(failure(SampleTests.Servers.class, "answers with a text").getMessage())
        .contains("  answer returned null, or null in what it returned: the contract wants a value")
        .doesNotContain("NullPointerException");
  }

  @Test
  void names_the_input_of_a_dynamic_test() {
    assertThat(failure(SampleTests.Failing.class, "adds everywhere").getMessage())
        .contains("  test:  adds everywhere\n  input: 7 and 3\n");
  }

  @Test
  void names_the_nested_class_of_a_test() {
    assertThat(failure(SampleTests.Failing.class, "adds inside").getMessage())
        .contains("  test:  With seven: adds inside\n");
  }

  @Test
  void prefers_the_hint_of_the_test() {
    assertThat(failure(SampleTests.Mixed.class, "adds to seven").getMessage())
        .contains("  hint:  Seven is a number like any other.\n");
  }

  @Test
  void keeps_what_an_ide_needs_the_values_and_the_line_of_the_test() {
    Throwable failure = failure(SampleTests.Failing.class, "what it is given");
    assertThat(failure)
        .isInstanceOfSatisfying(
            AssertionFailedError.class,
            error -> {
              assertThat(error.getExpected().getStringRepresentation()).isEqualTo("9");
              assertThat(error.getActual().getStringRepresentation()).isEqualTo("5");
            })
        .hasToString(failure.getMessage());
    assertThat(failure.getStackTrace())
        .anySatisfy(frame -> assertThat(frame.getFileName()).isEqualTo("SampleTests.java"));
  }

  private static Throwable failure(Class<?> testClass, String words) {
    List<Throwable> failures =
        FAILURES.computeIfAbsent(testClass, FailureReportTest::failuresOf).stream()
            .filter(thrown -> String.valueOf(thrown.getMessage()).contains(words))
            .toList();
    assertThat(failures).as("failed tests named %s", words).hasSize(1);
    return failures.get(0);
  }

  private static List<Throwable> failuresOf(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(testClass))
        .execute()
        .allEvents()
        .failed()
        .stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
        .toList();
  }
}
