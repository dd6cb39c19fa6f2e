package firsthop.grader.proof.source;

import firsthop.grader.common.IoReason;
import firsthop.grader.files.WholeFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files to write, all or none. */
public final class FileChanges {
  private final Map<Path, String> created = new LinkedHashMap<>();
  private final Map<Path, String> replaced = new LinkedHashMap<>();

  /** Plans a file that is not there yet. */
  public void create(Path file, String text) {
    created.put(file, text);
  }

  /** Plans another text for a file that is there. */
  public void replace(Path file, String text) {
    replaced.put(file, text);
  }

  /** Returns the files to create, in the order in which they were planned. */
  public List<Path> created() {
    return List.copyOf(created.keySet());
  }

  /** Returns the files that get another text. */
  public List<Path> replaced() {
    return List.copyOf(replaced.keySet());
  }

  /**
   * Writes all, and follows no symbolic link that leads out of a checkout.
   *
   * @param home the checkout
   * @throws BadSourceException when one cannot be written, or would be outside the checkout; the
   *     others are as before
   */
  public void applyIn(Path home) throws IOException {
    for (Map<Path, String> files : List.of(created, replaced)) {
      for (Path file : files.keySet()) {
        refuseLinkOut(home, file);
      }
    }
    apply();
  }

  /**
   * Writes all.
   *
   * @throws BadSourceException when one cannot be written; the others are as before
   */
  public void apply() throws BadSourceException {
    Deque<Path> made = new ArrayDeque<>();
    Map<Path, String> before = new LinkedHashMap<>();
    for (Map.Entry<Path, String> file : created.entrySet()) {
      try {
        createFolders(file.getKey().getParent(), made);
        Files.createFile(file.getKey());
        made.push(file.getKey());
        Files.writeString(file.getKey(), file.getValue());
      } catch (IOException failed) {
        throw undone(file.getKey(), made, before, failed);
      }
    }
    for (Map.Entry<Path, String> file : replaced.entrySet()) {
      try {
        before.put(file.getKey(), AuthorFile.read(file.getKey()));
        WholeFile.write(file.getKey(), file.getValue());
      } catch (IOException failed) {
        throw undone(file.getKey(), made, before, failed);
      }
    }
  }

  private static void refuseLinkOut(Path home, Path file) throws IOException {
    Path there = file;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    if (!Files.exists(there)) {
      throw new BadSourceException(
          there.toString(), "it is a symbolic link that leads to nothing; delete it");
    }
    if (!there.toRealPath().startsWith(home.toRealPath())) {
      throw new BadSourceException(
          file.toString(),
          "a symbolic link leads out of the checkout, to "
              + there.toRealPath()
              + "; put the folder itself there");
    }
  }

  private static void createFolders(Path folder, Deque<Path> made) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path at = folder; !Files.isDirectory(at); at = at.getParent()) {
      if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(folder.toString(), null, at + " is no folder");
      }
      missing.add(0, at);
    }
    for (Path each : missing) {
      Files.createDirectory(each);
      made.push(each);
    }
  }

  /** Takes back what was written, and says why. */
  private static BadSourceException undone(
      Path file, Deque<Path> made, Map<Path, String> before, IOException why) {
    String left = "nothing was changed";
    for (Path each : made) {
      try {
        Files.deleteIfExists(each);
      } catch (IOException stays) {
        left = each + " stays, delete it";
      }
    }
    for (Map.Entry<Path, String> each : before.entrySet()) {
      try {
        WholeFile.write(each.getKey(), each.getValue());
      } catch (IOException stays) {
        left = each.getKey() + " is changed, restore it";
      }
    }
    BadSourceException said =
        new BadSourceException(
            file.toString(), "it cannot be written: %s; %s".formatted(IoReason.of(why), left));
    said.initCause(why);
    return said;
  }
}
