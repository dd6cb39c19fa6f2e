package firsthop.tool.run;

import firsthop.tool.ToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that the student's TFTP server and web server serve. */
public final class ServedFiles {
  private static final int MAX_FILES = 1_000;
  private static final long MAX_OCTETS = 32L << 20;
  private static final String NOTES = "These are the notes that your server serves.\n";

  private ServedFiles() {}

  /**
   * Returns the files of a folder by name; without a folder, a few that are made up.
   *
   * @throws ToolException if the folder is missing, or too large to be kept in memory
   */
  public static Map<String, byte[]> of(Optional<String> folder) throws ToolException, IOException {
    Map<String, byte[]> files = new TreeMap<>();
    if (folder.isEmpty()) {
      files.put("notes", NOTES.repeat(30).getBytes(StandardCharsets.UTF_8));
      files.put(
          "index.html",
          "<!doctype html><title>firsthop</title><p>Your server works.\n"
              .getBytes(StandardCharsets.UTF_8));
      return files;
    }
    Path root = Path.of(folder.get());
    if (!Files.isDirectory(root)) {
      throw new ToolException("--files " + root + " is not a folder; name one that exists");
    }
    long octets = 0;
    try (Stream<Path> inside = Files.walk(root)) {
      List<Path> found = inside.filter(Files::isRegularFile).limit(MAX_FILES + 1).toList();
      for (Path file : found) {
        octets += Files.size(file);
        if (found.size() > MAX_FILES || octets > MAX_OCTETS) {
          throw new ToolException(
              root + " has more than 1000 files or 32 MiB; name a folder with less in it");
        }
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** Returns the files by the path in a URL; {@code index.html} is the page {@code /}, too. */
  static Map<String, byte[]> asPages(Map<String, byte[]> files) {
    Map<String, byte[]> pages = new TreeMap<>();
    files.forEach((name, octets) -> pages.put("/" + name, octets));
    if (files.containsKey("index.html")) {
      pages.put("/", files.get("index.html"));
    }
    return pages;
  }
}
