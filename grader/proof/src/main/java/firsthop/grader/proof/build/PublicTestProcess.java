package firsthop.grader.proof.build;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs one test class, and writes a line for each test: its name, a tab, and why it failed. */
final class PublicTestProcess {
  private PublicTestProcess() {}

  /** Runs the class that the first argument names, and writes to the file of the second. */
  public static void main(String[] args) throws IOException {
    Outcomes outcomes = new Outcomes();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(args[0])).build(),
            outcomes);
    Files.write(Path.of(args[1]), outcomes.lines);
    // Threads that a test has left must not keep the process.
    System.exit(0);
  }

  private static final class Outcomes implements TestExecutionListener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
        lines.add(test.getDisplayName() + "\t" + failure(result));
      }
    }

    private static String failure(TestExecutionResult result) {
      return result
          .getThrowable()
          .map(thrown -> String.valueOf(thrown.getMessage()))
          .orElse("")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.joining(" "));
    }
  }
}
