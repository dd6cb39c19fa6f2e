package firsthop.grader.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test class that needs Chromium and its driver. Where they are not installed it is skipped; with
 * the environment variable {@code CI} set it fails instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ChromiumRequired.Gate.class)
@interface ChromiumRequired {

  /** Skips or fails the class. */
  final class Gate implements ExecutionCondition, BeforeAllCallback {
    private static final String NONE =
        "there is no Chromium with its driver; on Debian: apt-get install chromium chromium-driver";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      return isThere() || isCi()
          ? ConditionEvaluationResult.enabled("Chromium is there, or CI demands it")
          : ConditionEvaluationResult.disabled(NONE);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
      if (!isThere()) {
        throw new AssertionError("CI is set, and " + NONE);
      }
    }

    private static boolean isThere() {
      return Browser.program().isPresent() && Browser.driverProgram().isPresent();
    }

    private static boolean isCi() {
      String ci = System.getenv("CI");
      return ci != null && !ci.isEmpty() && !ci.equals("false");
    }
  }
}
