package firsthop.grader.intake;

import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one submission's sources. A file is known by its package and name, wherever it lies; what
 * the instructor gave is put back, so a student's copy of it does not count.
 */
final class SourceFinder {
  private static final Pattern PACKAGE =
      Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);
  private static final String JAVA = ".java";

  /** Some editors begin a file with it; javac takes it for an illegal character. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final Set<String> NO_CLASS = Set.of("module-info.java", "package-info.java");

  private final Course course;
  private final IntakeLimits limits;

  SourceFinder(Course course, IntakeLimits limits) {
    this.course = course;
    this.limits = limits;
  }

  /** Read what lies below a folder; links are not followed. */
  Submission read(String id, Path root) throws IOException {
    Map<String, Map<String, String>> sources = new TreeMap<>();
    List<String> notices = new ArrayList<>();
    for (Path file : javaFiles(root, notices)) {
      String shown = root.relativize(file).toString();
      Optional<String> text = text(file, shown, notices);
      if (text.isPresent()) {
        place(file.getFileName().toString(), shown, text.get(), sources, notices);
      }
    }
    return new Submission(id, sources, List.copyOf(notices));
  }

  private void place(
      String name,
      String shown,
      String text,
      Map<String, Map<String, String>> sources,
      List<String> notices) {
    Matcher declared = PACKAGE.matcher(text);
    String folder = declared.find() ? declared.group(1).replace('.', '/') : "";
    Optional<Lab> lab =
        course.labs().stream().filter(each -> each.packages().contains(folder)).findFirst();
    String path = folder + "/" + name;
    if (lab.isEmpty()) {
      notices.add(
          shown
              + " is left out: "
              + (folder.isEmpty() ? "it declares no package" : "its package belongs to no lab"));
    } else if (lab.get().given().containsKey(path)) {
      if (!sameLines(lab.get().given().get(path), text)) {
        notices.add(shown + " was changed; it is put back from the instructor's copy");
      }
    } else if (NO_CLASS.contains(name)) {
      notices.add(shown + " is left out: it declares no class");
    } else {
      String before =
          sources.computeIfAbsent(lab.get().id(), first -> new TreeMap<>()).putIfAbsent(path, text);
      if (before != null && !before.equals(text)) {
        notices.add(shown + " is left out: another " + path + " was found before it");
      }
    }
  }

  private List<Path> javaFiles(Path root, List<String> notices) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        limits.depth(),
        new SimpleFileVisitor<>() {
          private int entries;

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (++entries > limits.entries() || found.size() > limits.sources()) {
              notices.add(
                  "only the first "
                      + limits.entries()
                      + " files and "
                      + limits.sources()
                      + " Java files are looked at");
              return FileVisitResult.TERMINATE;
            }
            if (file.toString().endsWith(JAVA)) {
              if (attributes.isRegularFile()) {
                found.add(file);
              } else {
                notices.add(root.relativize(file) + " is left out: it is no regular file");
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) {
            notices.add(root.relativize(file) + " cannot be read: " + failed.getMessage());
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  private Optional<String> text(Path file, String shown, List<String> notices) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(limits.sourceBytes() + 1);
    }
    if (bytes.length > limits.sourceBytes()) {
      notices.add(shown + " is left out: it is larger than " + limits.sourceBytes() + " bytes");
      return Optional.empty();
    }
    try {
      String decoded =
          StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
      return Optional.of(
          decoded.startsWith(BYTE_ORDER_MARK)
              ? decoded.substring(BYTE_ORDER_MARK.length())
              : decoded);
    } catch (CharacterCodingException other) {
      notices.add(shown + " is no UTF-8; it is read as ISO 8859-1");
      return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  private static boolean sameLines(String one, String other) {
    return one.strip().lines().toList().equals(other.strip().lines().toList());
  }
}
