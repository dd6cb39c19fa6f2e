package firsthop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class OpenExercisesTest {
  private static final String SETTING = "firsthop.open";

  static Stream<Class<?>> ways() {
    return Stream.of(WaysInATest.class, WaysAroundATest.class)
        .flatMap(ways -> Stream.of(ways.getDeclaredClasses()))
        .filter(way -> way.isAnnotationPresent(ExerciseTest.class))
        .filter(way -> way != WaysAroundATest.InAfterAll.class);
  }

  @Test
  void there_are_many_ways_to_meet_an_open_exercise() {
    assertThat(ways()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whichever_way_a_test_meets_an_open_exercise_it_is_skipped(Class<?> way) {
    assertThat(outcomes(way))
        .isNotEmpty()
        .allSatisfy(outcome -> assertThat(outcome.getStatus()).isEqualTo(Status.ABORTED))
        .allSatisfy(
            outcome ->
                assertThat(outcome.getThrowable().orElseThrow())
                    .hasMessage("exercise 9.1 is open: fill in MyAdder"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void where_open_exercises_fail_it_fails(Class<?> way) {
    System.setProperty(SETTING, "fails");
    try {
      assertThat(outcomes(way))
          .isNotEmpty()
          .allSatisfy(outcome -> assertThat(outcome.getStatus()).isEqualTo(Status.FAILED))
          .allSatisfy(
              outcome ->
                  assertThat(outcome.getThrowable().orElseThrow())
                      .hasMessageContaining("exercise 9.1 is open: fill in MyAdder"));
    } finally {
      System.clearProperty(SETTING);
    }
  }

  @Test
  void a_todo_after_all_tests_skips_the_class_only() {
    EngineExecutionResults all = run(WaysAroundATest.InAfterAll.class);
    assertThat(all.allEvents().failed().count()).isZero();
    assertThat(all.allEvents().aborted().count()).isEqualTo(1);
    assertThat(all.testEvents().succeeded().count()).isEqualTo(1);
  }

  @Test
  void an_open_test_does_not_make_the_next_one_open() {
    run(SampleTests.Mixed.class)
        .testEvents()
        .assertStatistics(stats -> stats.started(3).succeeded(1).aborted(1).failed(1));
  }

  @Test
  void an_assumption_stays_what_it_was() {
    assertThat(run(SampleTests.Assuming.class).testEvents().aborted().count()).isEqualTo(1);
  }

  @Test
  void a_test_of_something_that_is_no_contract_says_so() {
    assertThat(outcomes(SampleTests.OfNoContract.class))
        .singleElement()
        .extracting(outcome -> outcome.getThrowable().orElseThrow().getMessage())
        .isEqualTo("java.lang.Runnable has no @Exercise; @ExerciseTest must name a contract");
  }

  /** Returns the results of all tests, and of the containers that did not succeed. */
  private static Stream<TestExecutionResult> outcomes(Class<?> testClass) {
    EngineExecutionResults all = run(testClass);
    return Stream.concat(
        all.testEvents()
            .executions()
            .finished()
            .map(e -> e.getTerminationInfo().getExecutionResult()),
        all.containerEvents()
            .executions()
            .finished()
            .map(e -> e.getTerminationInfo().getExecutionResult())
            .filter(result -> result.getStatus() != Status.SUCCESSFUL));
  }

  private static EngineExecutionResults run(Class<?> testClass) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute();
  }
}
