package firsthop.kit;

import firsthop.kit.ExerciseProgress.Outcome;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints a student's progress, and what to do next, when the tests have ended.
 *
 * <p>JUnit finds it through {@code META-INF/services}. It prints nothing when no {@link
 * ExerciseTest} has run, and when the reference solution runs.
 */
public final class ProgressBoard implements TestExecutionListener {
  private final @Nullable PrintStream out;
  private final Map<Class<?>, ExerciseProgress> exercises = new LinkedHashMap<>();
  private final Set<String> ended = new HashSet<>();
  private final Set<String> classesRun = new HashSet<>();
  private final Set<Class<?>> exerciseTests = new HashSet<>();
  private @Nullable TestPlan plan;

  /** Creates the board that prints to standard output. JUnit calls it. */
  public ProgressBoard() {
    this.out = null;
  }

  ProgressBoard(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void testPlanExecutionStarted(TestPlan plan) {
    this.plan = plan;
    exercises.clear();
    ended.clear();
    classesRun.clear();
    exerciseTests.clear();
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier identifier, String reason) {
    end(identifier, Outcome.OPEN, reason);
  }

  @Override
  public synchronized void executionFinished(
      TestIdentifier identifier, TestExecutionResult result) {
    String reason = result.getThrowable().map(Throwable::getMessage).orElse("");
    switch (result.getStatus()) {
      case SUCCESSFUL -> end(identifier, Outcome.GREEN, reason);
      case ABORTED -> end(identifier, Outcome.OPEN, reason);
      case FAILED -> end(identifier, Outcome.RED, reason);
    }
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    if (exercises.isEmpty() || OpenExercises.openFails()) {
      return;
    }
    boolean everything =
        exerciseTests.stream().map(LabFolder::testClassesBeside).allMatch(classesRun::containsAll);
    PrintStream console = out != null ? out : System.out;
    console.print(new BoardText(List.copyOf(exercises.values()), everything));
    console.flush();
  }

  private void end(TestIdentifier identifier, Outcome outcome, String reason) {
    identifier
        .getSource()
        .filter(ClassSource.class::isInstance)
        .ifPresent(source -> classesRun.add(((ClassSource) source).getClassName()));
    if (identifier.isTest()) {
      count(identifier, outcome, reason);
    } else if (outcome != Outcome.GREEN) {
      for (TestIdentifier unrun : unrunIn(identifier)) {
        count(unrun, outcome, reason);
      }
    }
  }

  /** Returns the tests that did not run because of a container; the container itself if none. */
  private List<TestIdentifier> unrunIn(TestIdentifier container) {
    List<TestIdentifier> unrun =
        plan().getDescendants(container).stream()
            .filter(child -> plan().getChildren(child).isEmpty())
            .filter(child -> !ended.contains(child.getUniqueId()))
            .toList();
    return unrun.isEmpty() ? List.of(container) : unrun;
  }

  private void count(TestIdentifier test, Outcome outcome, String reason) {
    LinkedList<TestName.Step> steps = new LinkedList<>();
    String method = "";
    Optional<TestIdentifier> at = Optional.of(test);
    while (at.isPresent() && exerciseTest(at.get()).isEmpty()) {
      Optional<String> id = methodId(at.get());
      steps.addFirst(new TestName.Step(at.get().getDisplayName(), id.isPresent()));
      method = id.orElse(method);
      at = plan().getParent(at.get());
    }
    Optional<Class<?>> testClass = at.flatMap(ProgressBoard::exerciseTest);
    if (testClass.isEmpty()) {
      return;
    }
    ended.add(test.getUniqueId());
    exerciseTests.add(testClass.get());
    Class<?> contract = contract(testClass.get()).orElseThrow();
    ExerciseProgress exercise = exercises.computeIfAbsent(contract, ExerciseProgress::new);
    exercise.add(testClass.get(), outcome, TestName.of(steps).toString(), reason);
    if (!method.isEmpty()) {
      exercise.ran(method);
    }
  }

  private static Optional<Class<?>> exerciseTest(TestIdentifier identifier) {
    return identifier
        .getSource()
        .filter(ClassSource.class::isInstance)
        .<Class<?>>map(source -> ((ClassSource) source).getJavaClass())
        .filter(type -> contract(type).isPresent());
  }

  private static Optional<Class<?>> contract(Class<?> testClass) {
    return ExerciseCase.exerciseTest(testClass)
        .<Class<?>>map(ExerciseTest::value)
        .filter(contract -> contract.isAnnotationPresent(Exercise.class));
  }

  private static Optional<String> methodId(TestIdentifier identifier) {
    return identifier
        .getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> (MethodSource) source)
        .map(m -> m.getClassName() + "#" + m.getMethodName() + m.getMethodParameterTypes());
  }

  private TestPlan plan() {
    if (plan == null) {
      throw new IllegalStateException("no test plan has been started");
    }
    return plan;
  }
}
