package firsthop.grader.examiner;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.TimeLimit;
import firsthop.kit.Exercise;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Constants;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** The hidden tests on the class path, as JUnit discovers them. */
final class Exams {
  private static final Comparator<ExamPlan.Exercise> BY_NUMBERS =
      Comparator.comparing(ExamPlan.Exercise::lab)
          .thenComparing(exercise -> Integer.valueOf(exercise.id().replaceFirst("\\d+\\.", "")));

  /** How many tests run in parallel; more would overload a machine with two cores. */
  private static final int PARALLEL_TESTS = 16;

  /** The pool does not replace blocked threads, so {@link #PARALLEL_TESTS} is a firm limit. */
  private static final Map<String, String> PARALLEL =
      Map.of(
          Constants.PARALLEL_EXECUTION_ENABLED_PROPERTY_NAME, "true",
          Constants.DEFAULT_EXECUTION_MODE_PROPERTY_NAME, "concurrent",
          Constants.DEFAULT_CLASSES_EXECUTION_MODE_PROPERTY_NAME, "concurrent",
          Constants.PARALLEL_CONFIG_EXECUTOR_SERVICE_PROPERTY_NAME, "WORKER_THREAD_POOL",
          Constants.PARALLEL_CONFIG_STRATEGY_PROPERTY_NAME, "fixed",
          Constants.PARALLEL_CONFIG_FIXED_PARALLELISM_PROPERTY_NAME,
              String.valueOf(PARALLEL_TESTS));

  private final Map<TestKey, Method> methods = new HashMap<>();
  private final Map<Method, ExamPlan.Test> tests = new HashMap<>();
  private final ExamPlan plan;

  /** Discovers every test below the package. */
  Exams(Launcher launcher, String rootPackage) {
    TestPlan found =
        launcher.discover(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(rootPackage))
                .filters(ClassNameFilter.includeClassNamePatterns(".*Exam"))
                .build());
    Map<Class<?>, List<ExamPlan.Test>> byContract = new HashMap<>();
    for (TestIdentifier root : found.getRoots()) {
      for (TestIdentifier below : found.getDescendants(root)) {
        Method method = methodOf(below);
        if (method != null) {
          Class<?> contract = contractOf(method);
          ExamPlan.Test test = describe(method, contract);
          methods.put(test.key(), method);
          tests.put(method, test);
          byContract.computeIfAbsent(contract, first -> new ArrayList<>()).add(test);
        }
      }
    }
    List<ExamPlan.Exercise> exercises = new ArrayList<>();
    byContract.forEach((contract, ofIt) -> exercises.add(describe(contract, ofIt)));
    exercises.sort(BY_NUMBERS);
    plan = new ExamPlan(List.copyOf(exercises));
  }

  ExamPlan plan() {
    return plan;
  }

  /** Returns whether a test may run in parallel with others. */
  boolean runsInParallel(TestKey key) {
    return method(key).isAnnotationPresent(RunsInParallel.class);
  }

  /** Returns the request that runs only these tests, one after the other. */
  LauncherDiscoveryRequest request(List<TestKey> keys) {
    return select(keys).build();
  }

  /** Returns the request that runs only these tests, in parallel. */
  LauncherDiscoveryRequest parallelRequest(List<TestKey> keys) {
    return select(keys).configurationParameters(PARALLEL).build();
  }

  private LauncherDiscoveryRequestBuilder select(List<TestKey> keys) {
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    for (TestKey key : keys) {
      Method method = method(key);
      request.selectors(selectMethod(method.getDeclaringClass(), method));
    }
    return request;
  }

  private Method method(TestKey key) {
    Method method = methods.get(key);
    if (method == null) {
      throw new IllegalArgumentException("there is no test " + key);
    }
    return method;
  }

  /** Returns the test of a JUnit identifier; null for a class or an engine. */
  ExamPlan.@Nullable Test find(TestIdentifier identifier) {
    Method method = methodOf(identifier);
    return method == null ? null : tests.get(method);
  }

  private static @Nullable Method methodOf(TestIdentifier identifier) {
    return identifier
        .getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> ((MethodSource) source).getJavaMethod())
        .orElse(null);
  }

  private static Class<?> contractOf(Method method) {
    Exam exam = method.getDeclaringClass().getAnnotation(Exam.class);
    if (exam == null) {
      throw new IllegalStateException(
          method.getDeclaringClass().getName() + " needs @Exam with its contract");
    }
    return exam.value();
  }

  private static ExamPlan.Exercise describe(Class<?> contract, List<ExamPlan.Test> tests) {
    Exercise exercise = exerciseOf(contract);
    tests.sort(Comparator.comparing(test -> test.key().name()));
    return new ExamPlan.Exercise(
        exercise.id(), exercise.title(), exercise.rfc(), contract.getName(), List.copyOf(tests));
  }

  private static ExamPlan.Test describe(Method method, Class<?> contract) {
    Points points = method.getAnnotation(Points.class);
    if (points == null) {
      throw new IllegalStateException(method + " needs @Points");
    }
    Hint hint = method.getAnnotation(Hint.class);
    TimeLimit limit = method.getAnnotation(TimeLimit.class);
    return new ExamPlan.Test(
        new TestKey(exerciseOf(contract).id(), method.getName()),
        points.value(),
        hint == null ? "" : hint.value(),
        limit == null ? TimeLimit.DEFAULT_MILLIS : limit.value());
  }

  private static Exercise exerciseOf(Class<?> contract) {
    Exercise exercise = contract.getAnnotation(Exercise.class);
    if (exercise == null) {
      throw new IllegalStateException(contract.getName() + " needs @Exercise");
    }
    return exercise;
  }
}
