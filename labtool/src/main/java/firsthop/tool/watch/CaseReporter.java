package firsthop.tool.watch;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Sends the result of each test as soon as it is there. */
final class CaseReporter implements TestExecutionListener {
  private final DataOutputStream out;
  private @Nullable TestPlan plan;

  CaseReporter(DataOutputStream out) {
    this.out = out;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    send(test, CaseResult.State.OPEN, "");
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
      if (test.isTest()) {
        send(test, CaseResult.State.PASSED, "");
      }
    } else if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      send(test, CaseResult.State.OPEN, "");
    } else {
      String message = result.getThrowable().map(CaseReporter::message).orElse("the test failed");
      send(test, CaseResult.State.FAILED, message);
    }
    if (test.getSource().filter(ClassSource.class::isInstance).isPresent()) {
      sendEnd(((ClassSource) test.getSource().get()).getClassName());
    }
  }

  private void sendEnd(String testClass) {
    try {
      out.writeByte(TestRunMain.CLASS_END);
      out.writeUTF(testClass);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String message(Throwable thrown) {
    // The kit writes whole messages for students; other exceptions need their names.
    return thrown.getClass().getName().startsWith("firsthop.kit.")
        ? String.valueOf(thrown.getMessage())
        : thrown.toString();
  }

  private void send(TestIdentifier test, CaseResult.State state, String message) {
    Optional<String> testClass = testClass(test);
    if (testClass.isEmpty()) {
      return;
    }
    try {
      out.writeByte(TestRunMain.CASE);
      new CaseResult(testClass.get(), name(test), state, message).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the outermost class; tests may be in classes inside it. */
  private static Optional<String> testClass(TestIdentifier test) {
    return test.getSource()
        .map(
            source ->
                source instanceof MethodSource method
                    ? method.getClassName()
                    : source instanceof ClassSource type ? type.getClassName() : "")
        .filter(name -> !name.isEmpty())
        .map(name -> name.replaceAll("\\$.*", ""));
  }

  private String name(TestIdentifier test) {
    Deque<String> names = new ArrayDeque<>();
    Optional<TestIdentifier> at = Optional.of(test);
    while (at.isPresent()
        && at.get().getSource().filter(MethodSource.class::isInstance).isPresent()) {
      names.addFirst(at.get().getDisplayName());
      TestPlan known = plan;
      at = known == null ? Optional.empty() : known.getParent(at.get());
    }
    return names.isEmpty() ? test.getDisplayName() : String.join(" ", names);
  }
}
