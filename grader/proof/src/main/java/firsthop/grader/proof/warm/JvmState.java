package firsthop.grader.proof.warm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one submission could leave in its process for the next one to meet: threads, and what is set
 * for the whole process. The rest belongs to classes of the submission's own loader, or to closed
 * packages of the JDK, which reflection does not open.
 *
 * @param threads those that run
 * @param settings system properties, defaults, standard streams and files, by name
 */
record JvmState(Set<Thread> threads, Map<String, @Nullable Object> settings) {
  /** The threads of calls end when the examiner hangs up, unless a call is still under way. */
  private static final long THREADS_END_MILLIS = 100;

  static JvmState now() throws IOException {
    return new JvmState(running(), set());
  }

  /** Returns what has come or changed since, in words; empty when nothing has. */
  String remains() throws IOException, InterruptedException {
    List<String> remains = new ArrayList<>();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(THREADS_END_MILLIS);
    for (Thread thread : running()) {
      if (!threads.contains(thread) && !endsBefore(deadline, thread)) {
        remains.add("thread " + thread.getName());
      }
    }
    Map<String, @Nullable Object> after = set();
    Set<String> names = new TreeSet<>(settings.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      if (!Objects.equals(settings.get(name), after.get(name))) {
        remains.add(name);
      }
    }
    return String.join(", ", remains);
  }

  private static boolean endsBefore(long deadline, Thread thread) throws InterruptedException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left > 0) {
      thread.join(left);
    }
    return !thread.isAlive();
  }

  private static Set<Thread> running() {
    return Thread.getAllStackTraces().keySet();
  }

  private static Map<String, @Nullable Object> set() throws IOException {
    Map<String, @Nullable Object> set = new HashMap<>();
    System.getProperties().forEach((name, value) -> set.put("property " + name, value));
    set.put("locale", Locale.getDefault());
    for (Locale.Category category : Locale.Category.values()) {
      set.put("locale " + category, Locale.getDefault(category));
    }
    set.put("time zone", TimeZone.getDefault());
    set.put("standard input", System.in);
    set.put("standard output", System.out);
    set.put("standard error", System.err);
    set.put("handler of exceptions", Thread.getDefaultUncaughtExceptionHandler());
    set.put("files", files());
    return set;
  }

  private static Set<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(""))) {
      return files.collect(Collectors.toSet());
    }
  }
}
