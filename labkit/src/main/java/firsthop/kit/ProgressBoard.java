package firsthop.kit;

import firsthop.kit.ExerciseProgress.Outcome;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints a student's progress, and what to do next, when the tests have ended. During the tests it
 * captures what the student's code prints.
 *
 * <p>JUnit finds it through {@code META-INF/services}. It prints nothing when no {@link
 * ExerciseTest} has run, and when the reference solution runs. In a build of a lab, the system
 * property {@code firsthop.console} is {@code kit}: surefire prints no failure, and this class
 * prints them above the board. An IDE shows the failures itself.
 */
public final class ProgressBoard implements TestExecutionListener {
  private static final PrintedText NOTHING = new PrintedText(StandardCharsets.UTF_8, null);

  private final @Nullable PrintStream out;
  private final boolean printsFailures;
  private final Map<Class<?>, ExerciseProgress> exercises = new LinkedHashMap<>();
  private final List<FailedTest> others = new ArrayList<>();
  private final Map<String, PrintedText> printed = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private final Set<String> classesRun = new HashSet<>();
  private final Set<Class<?>> exerciseTests = new HashSet<>();
  private @Nullable TestPlan plan;
  private @Nullable StudentOutput output;
  private @Nullable SystemExit systemExit;

  /** Creates the board that prints to standard output. JUnit calls it. */
  public ProgressBoard() {
    this.out = null;
    this.printsFailures = "kit".equals(System.getProperty("firsthop.console")) && isInSurefire();
  }

  ProgressBoard(PrintStream out, boolean printsFailures) {
    this.out = out;
    this.printsFailures = printsFailures;
  }

  /** An IDE may take over the system properties of the build. */
  private static boolean isInSurefire() {
    try {
      Class.forName("org.apache.maven.surefire.booter.ForkedBooter");
      return true;
    } catch (ClassNotFoundException anIde) {
      return false;
    }
  }

  @Override
  public synchronized void testPlanExecutionStarted(TestPlan plan) {
    this.plan = plan;
    exercises.clear();
    others.clear();
    printed.clear();
    ended.clear();
    classesRun.clear();
    exerciseTests.clear();
    Set<StudentCode> codes =
        plan.getRoots().stream()
            .flatMap(root -> plan.getDescendants(root).stream())
            .map(identifier -> TestPlace.of(plan, identifier))
            .filter(place -> place.contract().isPresent())
            .map(p -> new StudentCode(p.contract().orElseThrow(), p.testClass().orElseThrow()))
            .collect(Collectors.toSet());
    if (!OpenExercises.openFails() && !codes.isEmpty()) {
      output = StudentOutput.begin(!printsFailures);
      systemExit = SystemExit.watch(stack -> codes.stream().anyMatch(code -> code.isIn(stack)));
    }
  }

  @Override
  public void executionStarted(TestIdentifier identifier) {
    if (output != null && TestPlace.of(plan(), identifier).contract().isPresent()) {
      printed.put(identifier.getUniqueId(), output.next());
    }
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier identifier, String reason) {
    end(identifier, Outcome.OPEN, TestExecutionResult.aborted(new Throwable(reason)));
  }

  @Override
  public synchronized void executionFinished(
      TestIdentifier identifier, TestExecutionResult result) {
    boolean notRun = result.getThrowable().filter(TimeOuts.NotRun.class::isInstance).isPresent();
    switch (result.getStatus()) {
      case SUCCESSFUL -> end(identifier, Outcome.GREEN, result);
      case ABORTED -> end(identifier, notRun ? Outcome.NOT_RUN : Outcome.OPEN, result);
      case FAILED -> end(identifier, Outcome.RED, result);
    }
    endOutput(identifier);
  }

  @Override
  public synchronized void testPlanExecutionFinished(TestPlan plan) {
    PrintStream console = out != null ? out : output != null ? output.console() : System.out;
    if (output != null) {
      output.end();
    }
    if (!OpenExercises.openFails()) {
      print(console);
    }
    if (systemExit != null) {
      systemExit.end();
    }
  }

  private void print(PrintStream console) {
    List<ExerciseProgress> all = List.copyOf(exercises.values());
    TestRunReport report = new TestRunReport(all, others);
    if (printsFailures) {
      console.print(report);
    }
    if (!all.isEmpty()) {
      boolean everything =
          exerciseTests.stream()
              .map(LabFolder::testClassesBeside)
              .allMatch(classesRun::containsAll);
      String board = new BoardText(all, everything).toString();
      report.write(board);
      console.print(board);
    }
    console.flush();
  }

  private void endOutput(TestIdentifier identifier) {
    PrintedText text = printed.get(identifier.getUniqueId());
    if (output == null || text == null) {
      return;
    }
    text.end();
    if (!printsFailures) {
      text.rest().ifPresent(output.console()::println);
    }
    StudentOutput.resume(
        plan().getParent(identifier).map(parent -> printed.get(parent.getUniqueId())).orElse(null));
  }

  private void end(TestIdentifier identifier, Outcome outcome, TestExecutionResult result) {
    identifier
        .getSource()
        .filter(ClassSource.class::isInstance)
        .ifPresent(source -> classesRun.add(((ClassSource) source).getClassName()));
    if (identifier.isTest()) {
      count(identifier, outcome, result);
    } else if (outcome != Outcome.GREEN) {
      for (TestIdentifier unrun : unrunIn(identifier)) {
        count(unrun, outcome, result);
      }
    }
    PrintedText text = printed.get(identifier.getUniqueId());
    if (text != null) {
      exercise(TestPlace.of(plan(), identifier).contract().orElseThrow()).printed(text);
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

  private void count(TestIdentifier test, Outcome outcome, TestExecutionResult result) {
    TestPlace place = TestPlace.of(plan(), test);
    PrintedText text = printed.getOrDefault(test.getUniqueId(), NOTHING);
    Throwable thrown = result.getThrowable().orElseGet(() -> new AssertionError("no reason given"));
    if (place.contract().isEmpty()) {
      if (outcome == Outcome.RED) {
        String heading = "failed: " + place.name();
        others.add(
            new FailedTest(Object.class, heading, FailureReport.plain(heading, thrown), text));
      }
      return;
    }
    ended.add(test.getUniqueId());
    Class<?> testClass = place.testClass().orElseThrow();
    exerciseTests.add(testClass);
    ExerciseProgress exercise = exercise(place.contract().orElseThrow());
    if (outcome == Outcome.RED) {
      exercise.add(
          new FailedTest(testClass, place.name().toString(), message(place, thrown), text));
    } else {
      exercise.add(testClass, outcome, String.valueOf(thrown.getMessage()));
    }
    if (!place.method().isEmpty()) {
      exercise.ran(place.method());
    }
  }

  private static String message(TestPlace place, Throwable thrown) {
    if (thrown instanceof ExerciseFailure) {
      return String.valueOf(thrown.getMessage());
    }
    Exercise exercise = ExerciseCase.exercise(place.contract().orElseThrow());
    String heading = exercise.id() + " " + exercise.title() + ", wrong\n  test:  ";
    return FailureReport.plain(heading + place.name().sentence(), thrown);
  }

  private ExerciseProgress exercise(Class<?> contract) {
    return exercises.computeIfAbsent(contract, ExerciseProgress::new);
  }

  private TestPlan plan() {
    if (plan == null) {
      throw new IllegalStateException("no test plan has been started");
    }
    return plan;
  }
}
