package firsthop.grader.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Ends a process that we started, and what came of it. */
final class ProcessTree {
  private static final Path PROC = Path.of("/proc");

  private ProcessTree() {}

  /** Kill it and its descendants, and wait until they are gone. */
  static void kill(Process process) {
    List<ProcessHandle> below = process.descendants().toList();
    process.destroyForcibly();
    process.onExit().join();
    end(below);
  }

  /**
   * Kill the processes that carry this text in their environment, children of an ended process
   * among them, where the system shows environments (Linux). A process that cleared its environment
   * is not found: only a container is a boundary.
   */
  static void killMarked(String mark) {
    if (!Files.isDirectory(PROC)) {
      return;
    }
    List<ProcessHandle> marked = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (carries(process.resolve("environ"), mark)) {
          handle(process).ifPresent(marked::add);
        }
      }
    } catch (IOException hidden) {
      // The system shows no processes; those that we know are ended.
    }
    end(marked);
  }

  private static void end(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
        .join();
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
