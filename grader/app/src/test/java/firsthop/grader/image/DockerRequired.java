package firsthop.grader.image;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testcontainers.DockerClientFactory;

/**
 * A test class that needs a Docker engine. Where none answers it is skipped; with the environment
 * variable {@code CI} set it fails instead, so that a build server without an engine is noticed.
 * Such classes run one after the other: some count what the engine holds.
 */
@ResourceLock("Docker engine")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DockerRequired.Gate.class)
public @interface DockerRequired {

  /** Skips or fails the class. */
  final class Gate
      implements ExecutionCondition, BeforeAllCallback, TestInstancePreConstructCallback {

    private static final String NO_ENGINE =
        "no Docker engine answers; start one ('.ci/run' does it on Debian as root)";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (isCi() || isEngineThere()) {
        return ConditionEvaluationResult.enabled("a Docker engine answers, or CI demands one");
      }
      return ConditionEvaluationResult.disabled(NO_ENGINE);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
      demandEngine();
    }

    /** A class with one instance for all its tests is made before {@code beforeAll}. */
    @Override
    public void preConstructTestInstance(
        TestInstanceFactoryContext factory, ExtensionContext context) {
      demandEngine();
    }

    private static void demandEngine() {
      if (!isEngineThere()) {
        throw new AssertionError("CI is set, and " + NO_ENGINE);
      }
    }

    private static boolean isCi() {
      String ci = System.getenv("CI");
      return ci != null && !ci.isEmpty() && !ci.equals("false");
    }

    /** Testcontainers remembers the answer. */
    private static boolean isEngineThere() {
      return DockerClientFactory.instance().isDockerAvailable();
    }
  }
}
