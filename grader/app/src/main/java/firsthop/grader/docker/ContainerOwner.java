package firsthop.grader.docker;

import java.time.Instant;
import java.util.UUID;

/**
 * The name of a container's owner: a process and a sandbox in it. A later process can then check
 * whether the owner still runs.
 */
final class ContainerOwner {
  private static final String SEPARATOR = "#";

  private ContainerOwner() {}

  /** Returns a new name for a sandbox of this process. */
  static String fresh() {
    return process(ProcessHandle.current()) + SEPARATOR + UUID.randomUUID();
  }

  /** Returns whether the process in a name still runs. */
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

  /** Returns the process number and the start time, because process numbers are reused. */
  private static String process(ProcessHandle process) {
    return process.pid()
        + "@"
        + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
