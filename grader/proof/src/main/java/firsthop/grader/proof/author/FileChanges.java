package firsthop.grader.proof.author;

import firsthop.grader.files.WholeFile;
import firsthop.grader.proof.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files to write, all or none. */
final class FileChanges {
  private final Map<Path, String> created = new LinkedHashMap<>();
  private final Map<Path, String> replaced = new LinkedHashMap<>();

  /** Plans a file that is not there yet. */
  void create(Path file, String text) {
    created.put(file, text);
  }

  /** Plans another text for a file that is there. */
  void replace(Path file, String text) {
    replaced.put(file, text);
  }

  /** Returns the files to create, in the order in which they were planned. */
  List<Path> created() {
    return List.copyOf(created.keySet());
  }

  /** Returns the files that get another text. */
  List<Path> replaced() {
    return List.copyOf(replaced.keySet());
  }

  /** Writes all; when one cannot be written, the others are as before. */
  void apply() throws IOException {
    Deque<Path> made = new ArrayDeque<>();
    Map<Path, String> before = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, String> file : created.entrySet()) {
        createFolders(file.getKey().getParent(), made);
        Files.createFile(file.getKey());
        made.push(file.getKey());
        Files.writeString(file.getKey(), file.getValue());
      }
      for (Map.Entry<Path, String> file : replaced.entrySet()) {
        before.put(file.getKey(), SourceFile.read(file.getKey()));
        WholeFile.write(file.getKey(), file.getValue());
      }
    } catch (IOException failed) {
      undo(made, before, failed);
      throw failed;
    }
  }

  private static void createFolders(Path folder, Deque<Path> made) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path at = folder; !Files.isDirectory(at); at = at.getParent()) {
      missing.add(0, at);
    }
    for (Path each : missing) {
      Files.createDirectory(each);
      made.push(each);
    }
  }

  private static void undo(Deque<Path> made, Map<Path, String> before, IOException why) {
    for (Path each : made) {
      try {
        Files.deleteIfExists(each);
      } catch (IOException stays) {
        why.addSuppressed(stays);
      }
    }
    before.forEach(
        (file, text) -> {
          try {
            WholeFile.write(file, text);
          } catch (IOException stays) {
            why.addSuppressed(stays);
          }
        });
  }
}
