package firsthop.grader.handout;

import firsthop.grader.common.BadInputException;
import firsthop.grader.course.Lab;
import firsthop.grader.files.FileTree;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The handout for students. It contains only the files of a checkout that match an allow-list, so a
 * new file in the checkout is not handed out until the list names it; and the files of {@link
 * HandoutBuild}.
 */
public final class Handout {
  /** Patterns of paths relative to the checkout's root. */
  private static final List<String> ALLOWED =
      List.of(
          "mvnw",
          "mvnw.cmd",
          ".mvn/wrapper/maven-wrapper.properties",
          "LICENSE",
          ".editorconfig",
          ".gitignore",
          "lab",
          "lab.cmd",
          "labtool/pom.xml",
          "labtool/src/main/java/**.java",
          "lab[0-9][0-9]-*/{pom.xml,README.md,README.ko.md,hints.md,hints.ko.md}",
          "lab[0-9][0-9]-*/src/{main,test}/java/**.java",
          "lab[0-9][0-9]-*/src/test/resources/firsthop/hints.*.properties");

  /** The README for students, which becomes the handout's first page. */
  private static final String FIRST_PAGE = "labkit/README.md";

  /**
   * The list of the sources of the labs, by which the tool of the students knows what is theirs.
   */
  private static final String GIVEN_FILES = "labtool/given-files.txt";

  private static final Pattern LAB_SOURCE = Pattern.compile("lab\\d\\d-[^/]*/src/main/java/.*");

  private static final Pattern LAB_FOLDER = Pattern.compile("lab\\d\\d-.*");

  private static final Set<String> NEVER_LOOKED_INTO = Set.of("target", ".git", "solution");
  private static final String SKELETONS_SAY = "Todo.exercise(";

  private final Path home;
  private final List<PathMatcher> allowed =
      ALLOWED.stream()
          .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
          .toList();

  /** Creates the handout of a checkout. */
  public Handout(Path home) {
    this.home = home;
  }

  /**
   * Writes the handout to a new or empty folder, completely or not at all.
   *
   * @return the number of files
   */
  public int write(Path folder) throws IOException, BadInputException {
    Path target = folder.toAbsolutePath().normalize();
    refuseUnlessEmpty(target);
    List<Path> files = files();
    refuseSolved(files);
    Map<String, byte[]> build = new HandoutBuild(home).files(labs(files));
    Path firstPage = home.resolve(FIRST_PAGE);
    if (!Files.isRegularFile(firstPage)) {
      throw new BadInputException(firstPage + " is missing; students read it first");
    }
    Files.createDirectories(target.getParent());
    Path unfinished = target.resolveSibling(".handout-" + ProcessHandle.current().pid());
    try {
      for (Path file : files) {
        copy(file, unfinished.resolve(home.relativize(file)));
      }
      for (Map.Entry<String, byte[]> file : build.entrySet()) {
        Path to = unfinished.resolve(file.getKey());
        Files.createDirectories(to.getParent());
        Files.write(to, file.getValue());
      }
      copy(firstPage, unfinished.resolve("README.md"));
      Path given = unfinished.resolve(GIVEN_FILES);
      Files.createDirectories(given.getParent());
      Files.write(given, labSources(files));
      Files.deleteIfExists(target);
      Files.move(unfinished, target);
    } finally {
      FileTree.delete(unfinished);
    }
    return files.size() + build.size() + 2;
  }

  private List<String> labSources(List<Path> files) {
    return files.stream()
        .map(file -> home.relativize(file).toString().replace('\\', '/'))
        .filter(name -> LAB_SOURCE.matcher(name).matches())
        .toList();
  }

  /** Returns the folders of the labs that can be built. */
  private List<String> labs(List<Path> files) {
    return files.stream()
        .filter(file -> file.getFileName().toString().equals("pom.xml"))
        .map(file -> home.relativize(file).getName(0).toString())
        .filter(folder -> LAB_FOLDER.matcher(folder).matches())
        .toList();
  }

  private List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skip = NEVER_LOOKED_INTO.contains(String.valueOf(folder.getFileName()));
            return skip && !folder.equals(home)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path path = home.relativize(file);
            if (attributes.isRegularFile()
                && allowed.stream().anyMatch(matcher -> matcher.matches(path))) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }

  /** Throws an exception if a skeleton was filled in, so that it is not handed out. */
  private static void refuseSolved(List<Path> files) throws IOException, BadInputException {
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.startsWith(Lab.STUDENTS)
          && name.endsWith(".java")
          && !Files.readString(file).contains(SKELETONS_SAY)) {
        throw new BadInputException(
            file
                + " is not a skeleton: it does not contain "
                + SKELETONS_SAY
                + "…); restore it first");
      }
    }
  }

  private static void refuseUnlessEmpty(Path folder) throws IOException, BadInputException {
    if (Files.exists(folder)) {
      if (!Files.isDirectory(folder)) {
        throw new BadInputException(folder + " is a file; name a folder");
      }
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new BadInputException(folder + " is not empty; name a new folder");
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }
}
