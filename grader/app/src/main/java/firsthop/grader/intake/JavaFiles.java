package firsthop.grader.intake;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the Java files below a folder, within limits, and in the same order on every machine. Links
 * are not followed; what is hidden ({@code .git}, {@code ._MyX.java}) is not looked at.
 */
final class JavaFiles {
  private static final String JAVA = ".java";
  private static final Path IN_A_LAB = Path.of("src", "main", "java");

  private final Path root;
  private final IntakeLimits limits;
  private final Notices notices;
  private final List<Path> found = new ArrayList<>();
  private int entries;
  private boolean full;

  JavaFiles(Path root, IntakeLimits limits, Notices notices) {
    this.root = root;
    this.limits = limits;
    this.notices = notices;
  }

  /**
   * Return the files. Where one class lies in two places the first counts: what lies where a lab
   * has its sources comes first, then what lies higher up.
   */
  List<Path> find() {
    if (Files.isSymbolicLink(root)) {
      notices.add("it is a link; links are not followed");
      return List.of();
    }
    walk(root, 1);
    found.sort(
        Comparator.comparing((Path file) -> !file.toString().contains(IN_A_LAB.toString()))
            .thenComparing(Path::getNameCount)
            .thenComparing(Path::toString));
    return found;
  }

  private void walk(Path folder, int depth) {
    for (Path entry : list(folder)) {
      if (!full) {
        visit(entry, depth);
      }
    }
  }

  private void visit(Path entry, int depth) {
    if (++entries > limits.entries()) {
      stop(limits.entries() + " files and folders");
      return;
    }
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException unreadable) {
      notices.add(shown(entry) + " cannot be read: " + IoReason.of(unreadable));
      return;
    }
    if (attributes.isDirectory()) {
      if (depth < limits.depth()) {
        walk(entry, depth + 1);
      } else {
        notices.add(
            shown(entry) + " is left out: it lies " + limits.depth() + " folders deep already");
      }
    } else if (attributes.isSymbolicLink()) {
      notices.add(shown(entry) + " is left out: links are not followed");
    } else if (entry.toString().endsWith(JAVA)) {
      take(entry, attributes);
    }
  }

  private void take(Path file, BasicFileAttributes attributes) {
    if (!attributes.isRegularFile()) {
      notices.add(shown(file) + " is left out: it is no regular file");
    } else if (found.size() == limits.sources()) {
      stop(limits.sources() + " Java files");
    } else {
      found.add(file);
    }
  }

  private void stop(String limit) {
    full = true;
    notices.add("only the first " + limit + " are looked at");
  }

  /** List a folder in order; of one beyond the limits only as much as shows that it is. */
  private List<Path> list(Path folder) {
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        if (inside.size() > limits.entries()) {
          break;
        }
        if (!entry.getFileName().toString().startsWith(".")) {
          inside.add(entry);
        }
      }
    } catch (IOException unreadable) {
      notices.add(shown(folder) + " cannot be read: " + IoReason.of(unreadable));
    } catch (DirectoryIteratorException broken) {
      notices.add(shown(folder) + " cannot be read: " + IoReason.of(broken.getCause()));
    }
    inside.sort(Comparator.comparing(Path::toString));
    return inside;
  }

  private String shown(Path entry) {
    return entry.equals(root) ? "the folder" : root.relativize(entry).toString();
  }
}
