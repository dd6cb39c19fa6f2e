package firsthop.grader.proof.build;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs one test class. It writes a line when a test starts and when it ends, and a last line: so
 * its file also says in which test the process has ended.
 */
final class PublicTestProcess {
  /** Begins the line of a test that starts; its name follows after a tab. */
  static final String STARTED = "started";

  /** Begins the line of a test that ends; its name and why it failed follow, each after a tab. */
  static final String ENDED = "ended";

  /** The last line. */
  static final String DONE = "done";

  private PublicTestProcess() {}

  /** Runs the class that the first argument names, and writes to the file of the second. */
  public static void main(String[] args) {
    Outcomes outcomes = new Outcomes(Path.of(args[1]));
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(args[0])).build(),
            outcomes);
    outcomes.write(DONE);
    // Threads that a test has left must not keep the process.
    System.exit(0);
  }

  private static final class Outcomes implements TestExecutionListener {
    private final Path file;

    Outcomes(Path file) {
      this.file = file;
    }

    void write(String... words) {
      try {
        Files.writeString(
            file,
            String.join("\t", words) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
      if (test.isTest()) {
        write(STARTED, test.getDisplayName());
      }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
        write(ENDED, test.getDisplayName(), failure(result));
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
