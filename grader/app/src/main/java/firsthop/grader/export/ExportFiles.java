package firsthop.grader.export;

import firsthop.grader.files.WholeFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the files of an export. */
public final class ExportFiles {
  private static final String RESULT = "results.json";

  private ExportFiles() {}

  /**
   * Writes the files into a folder, which is created if it does not exist.
   *
   * @return the first file, or the folder inside it that contains all files
   * @throws IllegalArgumentException when a path leads out of the folder
   */
  public static Path write(Path folder, ExportResult exported) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    for (Map.Entry<String, String> file : exported.files().entrySet()) {
      Path path = root.resolve(file.getKey()).normalize();
      if (!path.startsWith(root) || !root.relativize(path).equals(Path.of(file.getKey()))) {
        throw new IllegalArgumentException("this path is not inside the folder: " + file.getKey());
      }
      Files.createDirectories(path.getParent());
      Charset encoding = exported.encodings().getOrDefault(file.getKey(), StandardCharsets.UTF_8);
      WholeFile.write(path, file.getValue().getBytes(encoding));
      if (file.getValue().startsWith("#!")) {
        path.toFile().setExecutable(true, false);
      }
    }
    String first = exported.files().keySet().iterator().next();
    int slash = first.indexOf('/');
    if (slash < 0) {
      return folder.resolve(first);
    }
    removeStale(folder.resolve(first.substring(0, slash)), exported, folder);
    return folder.resolve(first.substring(0, slash));
  }

  /** Deletes results of an earlier export, which Gradescope would use; other files are kept. */
  private static void removeStale(Path own, ExportResult exported, Path folder) throws IOException {
    Path results = own.resolve("results");
    if (!Files.isDirectory(results)) {
      return;
    }
    try (DirectoryStream<Path> submissions = Files.newDirectoryStream(results)) {
      for (Path submission : submissions) {
        Path result = submission.resolve(RESULT);
        String name = folder.relativize(result).toString().replace('\\', '/');
        if (!exported.files().containsKey(name)) {
          Files.deleteIfExists(result);
        }
      }
    }
  }
}
