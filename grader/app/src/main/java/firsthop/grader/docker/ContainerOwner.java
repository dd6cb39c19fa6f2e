package firsthop.grader.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/**
 * The name of a container's owner: a process and a sandbox in it. A later process can then check
 * whether the owner has ended.
 *
 * <p>One engine can serve graders on several machines, and in containers that have process numbers
 * of their own. So a name says on which start of which kernel, and in which namespace, its process
 * number counts, and only a process of the same ones judges it. The start of the process is counted
 * in clock ticks since the start of the kernel, because the clock on the wall can be set.
 */
final class ContainerOwner {
  private static final String SEPARATOR = "#";

  /** The name of the command in it may contain spaces and brackets. */
  private static final String AFTER_COMMAND = ") ";

  /** The place of the start among the fields after the command, see proc_pid_stat(5). */
  private static final int START_FIELD = 22 - 3;

  private static final int PARTS = 5;

  private final Path proc;

  /**
   * Makes a judge of owners.
   *
   * @param proc the process file system, {@code /proc}
   */
  ContainerOwner(Path proc) {
    this.proc = proc;
  }

  /** Makes a judge of owners on this machine. */
  ContainerOwner() {
    this(Path.of("/proc"));
  }

  /** Returns a new name for a sandbox of this process. */
  String fresh() {
    long own = ProcessHandle.current().pid();
    return String.join(
        SEPARATOR,
        kernel(),
        namespace(),
        String.valueOf(own),
        start(own),
        UUID.randomUUID().toString());
  }

  /** Returns whether the process in a name has certainly ended; a foreign name is never judged. */
  boolean hasEnded(String name) {
    String[] parts = name.split(SEPARATOR);
    if (parts.length != PARTS || !parts[0].equals(kernel()) || !parts[1].equals(namespace())) {
      return false;
    }
    try {
      return !start(Long.parseLong(parts[2])).equals(parts[3]);
    } catch (NumberFormatException foreign) {
      return false;
    }
  }

  /** Returns what tells one start of one kernel from all others. */
  private String kernel() {
    try {
      return Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
    } catch (IOException notLinux) {
      return "this machine";
    }
  }

  private String namespace() {
    try {
      return Files.readSymbolicLink(proc.resolve("self/ns/pid")).toString();
    } catch (IOException notLinux) {
      return "all processes";
    }
  }

  /** Returns when a process started; empty if there is none. */
  private String start(long pid) {
    try {
      String stat = Files.readString(proc.resolve(pid + "/stat"));
      String[] fields =
          stat.substring(stat.lastIndexOf(AFTER_COMMAND) + AFTER_COMMAND.length()).split(" ");
      return fields.length > START_FIELD ? fields[START_FIELD] : "";
    } catch (IOException noneOrNotLinux) {
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().startInstant())
          .map(Instant::toString)
          .orElse("");
    }
  }
}
