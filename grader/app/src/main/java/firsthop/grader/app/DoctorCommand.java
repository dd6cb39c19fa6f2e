package firsthop.grader.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what is there and what is missing. */
@Command(
    name = "doctor",
    description = "Say what is there (JDK, Maven, Docker, image) and what mends what is missing.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UnsupportedOperationException();
  }
}
