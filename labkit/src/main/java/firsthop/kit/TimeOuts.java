package firsthop.kit;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/**
 * The tests of a run that did not end in time. Most tests of an exercise meet the same endless
 * loop, so the second one gets less time, and the tests after it do not run.
 */
final class TimeOuts {
  /** The number of time-outs after which the other tests of an exercise do not run. */
  static final int ENOUGH = 2;

  private static final int LATER_DIVISOR = 4;

  private final Map<Class<?>, Set<TestName>> tests = new HashMap<>();
  private final Map<Class<?>, Set<String>> methods = new HashMap<>();
  private final Set<Class<?>> stopped = new HashSet<>();

  /** Returns the time that a test has: a quarter after a first time-out in its exercise. */
  synchronized Duration limit(ExerciseCase exerciseCase) {
    return of(exerciseCase).isEmpty()
        ? Duration.ofSeconds(exerciseCase.seconds())
        : shortLimit(exerciseCase);
  }

  Duration shortLimit(ExerciseCase exerciseCase) {
    return Duration.ofSeconds(exerciseCase.seconds()).dividedBy(LATER_DIVISOR);
  }

  /**
   * Returns whether the student's code is in a method in which a test of another exercise ran out
   * of time before.
   */
  synchronized boolean isKnown(ExerciseCase exerciseCase, StackTraceElement[] stack) {
    Set<String> here = StudentCode.of(exerciseCase).methodsIn(stack);
    return methods.entrySet().stream()
        .filter(other -> other.getKey() != exerciseCase.contract())
        .anyMatch(other -> other.getValue().stream().anyMatch(here::contains));
  }

  /** Notes a test that ran out of time, with the stack of its thread. */
  synchronized void add(ExerciseCase exerciseCase, StackTraceElement[] stack) {
    of(exerciseCase).add(exerciseCase.name());
    if (of(exerciseCase).size() >= ENOUGH || isKnown(exerciseCase, stack)) {
      stopped.add(exerciseCase.contract());
    }
    methods
        .computeIfAbsent(exerciseCase.contract(), contract -> new HashSet<>())
        .addAll(StudentCode.of(exerciseCase).methodsIn(stack));
  }

  /**
   * Refuses to run a test after {@value #ENOUGH} time-outs of its exercise, or after one in a
   * method of another exercise. The cleanup of a test that ran out of time still runs.
   */
  synchronized void refuse(ExerciseCase exerciseCase) {
    if (stopped.contains(exerciseCase.contract())
        && !of(exerciseCase).contains(exerciseCase.name())) {
      throw new NotRun("it would meet what stopped the tests before it");
    }
  }

  /** Refuses the tests of an exercise from now on. */
  synchronized void stop(Class<?> contract) {
    stopped.add(contract);
  }

  private Set<TestName> of(ExerciseCase exerciseCase) {
    return tests.computeIfAbsent(exerciseCase.contract(), contract -> new HashSet<>());
  }

  /** Says that a test did not run. */
  static final class NotRun extends TestAbortedException {
    private static final long serialVersionUID = 1L;

    NotRun(String why) {
      super("not run: " + why);
    }
  }
}
