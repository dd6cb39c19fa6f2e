package firsthop.tcp;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds threads that still run code of this lab. */
final class TcpServerThreads {

  private TcpServerThreads() {}

  /** Lists the threads that are not in {@code before}, with their lines in this lab, or "none". */
  static String startedSince(Set<Thread> before) {
    String running =
        Thread.getAllStackTraces().entrySet().stream()
            .filter(thread -> thread.getKey() != Thread.currentThread())
            .filter(thread -> !before.contains(thread.getKey()))
            .flatMap(thread -> describe(thread).stream())
            .collect(Collectors.joining(", "));
    return running.isEmpty() ? "none" : running;
  }

  private static Optional<String> describe(Map.Entry<Thread, StackTraceElement[]> thread) {
    return Stream.of(thread.getValue())
        .filter(frame -> frame.getClassName().startsWith("firsthop.tcp."))
        .findFirst()
        .map(f -> thread.getKey().getName() + " at " + f.getFileName() + ":" + f.getLineNumber());
  }
}
