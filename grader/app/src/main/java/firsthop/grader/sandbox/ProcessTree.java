package firsthop.grader.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Ends a process and its descendants. */
final class ProcessTree {
  private static final Path PROC = Path.of("/proc");
  private static final char ZOMBIE = 'Z';

  /**
   * A killed process is gone at once, unless the kernel blocks it; then a longer wait is useless.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ProcessTree() {}

  /** Kills a process and its descendants, and waits until they are gone. */
  static void kill(Process process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    process.destroyForcibly();
    end(all);
    process.onExit().completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /**
   * Kills all processes with this text in their environment, including children of an ended
   * process, if the system shows environments (Linux). A process that cleared its environment is
   * not found; only a container is a secure boundary.
   */
  static void killMarked(String mark) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<ProcessHandle> marked = marked(mark);
    while (!marked.isEmpty() && System.nanoTime() - deadline < 0) {
      end(marked);
      marked = marked(mark);
    }
  }

  private static List<ProcessHandle> marked(String mark) {
    List<ProcessHandle> marked = new ArrayList<>();
    if (Files.isDirectory(PROC)) {
      try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
        for (Path process : processes) {
          if (carries(process.resolve("environ"), mark)) {
            handle(process).ifPresent(marked::add);
          }
        }
      } catch (IOException | DirectoryIteratorException hidden) {
        // The system shows no processes; the known ones have been ended.
      }
    }
    return marked;
  }

  private static void end(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean interrupted = false;
    while (processes.stream().anyMatch(ProcessTree::runs) && System.nanoTime() - deadline < 0) {
      try {
        TimeUnit.MILLISECONDS.sleep(1);
      } catch (InterruptedException stopped) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether a process runs. A zombie, which was killed but not waited for, does not. */
  private static boolean runs(ProcessHandle process) {
    if (!process.isAlive() || !Files.isDirectory(PROC)) {
      return process.isAlive();
    }
    try {
      String stat =
          Files.readString(PROC.resolve(process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
      return stat.charAt(stat.lastIndexOf(')') + 2) != ZOMBIE;
    } catch (IOException gone) {
      return false;
    }
  }

  private static Optional<ProcessHandle> handle(Path process) {
    return ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
  }

  private static boolean carries(Path environment, String mark) {
    try {
      return new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1)
          .contains(mark);
    } catch (IOException goneOrForeign) {
      return false;
    }
  }
}
