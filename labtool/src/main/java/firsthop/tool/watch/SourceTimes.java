package firsthop.tool.watch;

import firsthop.tool.project.LabProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** When the sources of a lab were saved. Looking is quick, and works the same on every system. */
final class SourceTimes {
  private final LabProject lab;
  private Map<Path, Long> known = new HashMap<>();

  SourceTimes(LabProject lab) {
    this.lab = lab;
  }

  /**
   * What was saved since the last look.
   *
   * @param any whether anything was
   * @param tests whether a test was
   * @param millis when the last of them was saved, as in {@link System#currentTimeMillis}
   */
  record Saved(boolean any, boolean tests, long millis) {}

  Saved look() throws IOException {
    Map<Path, Long> now = new HashMap<>();
    try (Stream<Path> files =
        Stream.concat(
            LabProject.sources(lab.mainSources()).stream(),
            LabProject.sources(lab.testSources()).stream())) {
      for (Path file : files.toList()) {
        if (Files.exists(file)) {
          now.put(file, Files.getLastModifiedTime(file).toMillis());
        }
      }
    }
    boolean tests = false;
    long millis = 0;
    for (Map.Entry<Path, Long> file : now.entrySet()) {
      if (!file.getValue().equals(known.get(file.getKey()))) {
        tests |= file.getKey().startsWith(lab.testSources());
        millis = Math.max(millis, file.getValue());
      }
    }
    boolean any = !now.equals(known);
    known = now;
    return new Saved(any, tests, millis);
  }
}
