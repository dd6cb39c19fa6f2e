package firsthop.tool.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The class files in a folder at one time. */
final class CompiledClasses {
  private final Map<String, byte[]> files = new HashMap<>();

  /** Reads the class files in folders. */
  static CompiledClasses in(List<Path> folders) throws IOException {
    CompiledClasses classes = new CompiledClasses();
    for (Path folder : folders) {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path file : inside.filter(f -> f.toString().endsWith(".class")).toList()) {
          String path = folder.relativize(file).toString().replace('\\', '/');
          classes.files.put(
              path.substring(0, path.length() - ".class".length()), Files.readAllBytes(file));
        }
      }
    }
    return classes;
  }

  /** Returns the classes that are new, or other than before. */
  Set<String> changedSince(CompiledClasses before) {
    Set<String> changed = new HashSet<>();
    files.forEach(
        (name, octets) -> {
          if (!Arrays.equals(octets, before.files.get(name))) {
            changed.add(name);
          }
        });
    return changed;
  }

  /** Returns everything that a class uses, directly or through others, and itself. */
  Set<String> usedBy(String name) throws IOException {
    Set<String> used = new HashSet<>();
    Deque<String> left = new ArrayDeque<>(List.of(name));
    while (!left.isEmpty()) {
      String next = left.remove();
      byte[] octets = files.get(next);
      if (octets != null && used.add(next)) {
        left.addAll(ClassReferences.of(octets));
      }
    }
    return used;
  }
}
