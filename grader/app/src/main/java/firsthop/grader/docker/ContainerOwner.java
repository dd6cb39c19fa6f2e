package firsthop.grader.docker;

import java.time.Instant;
import java.util.UUID;

/**
 * Names the process, and the sandbox in it, that a container belongs to, so that a later process
 * can tell when it is gone.
 */
final class ContainerOwner {
  private static final String SEPARATOR = "#";

  private ContainerOwner() {}

  /** Returns a new name that begins with this process. */
  static String fresh() {
    return process(ProcessHandle.current()) + SEPARATOR + UUID.randomUUID();
  }

  /** Tells whether the process in a name still runs. */
  static boolean lives(String name) {
    String process = name.split(SEPARATOR, 2)[0];
    try {
      return ProcessHandle.of(Long.parseLong(process.split("@", 2)[0]))
          .map(found -> process(found).equals(process))
          .orElse(false);
    } catch (NumberFormatException foreign) {
      return false;
    }
  }

  /** Process numbers come again: the moment when it began tells two apart. */
  private static String process(ProcessHandle process) {
    return process.pid()
        + "@"
        + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
