package firsthop.grader.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Writes what students get. */
@Command(
    name = "handout",
    description = "Write what students get: poms, labs without solutions, labkit, handouts.",
    mixinStandardHelpOptions = true)
final class HandoutCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UnsupportedOperationException();
  }
}
