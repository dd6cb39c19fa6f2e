package firsthop.grader.intake;

import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The classes that the labs ask for, and the packages in which students may add others. */
final class ExpectedClasses {
  /** Packages of the JDK, of the grader and of libraries, with those below them. */
  private static final List<String> RESERVED =
      List.of(
          "java",
          "javax",
          "jdk",
          "sun",
          "com.sun",
          "firsthop.grader",
          "firsthop.kit",
          "org.junit",
          "org.jspecify",
          "org.opentest4j",
          "org.apiguardian",
          "netscape.javascript",
          "org.ietf.jgss",
          "org.w3c.dom",
          "org.xml.sax");

  /** What people add to the name of a contract when they write a class for it. */
  private static final String ADDED = "(impl|implementation|solution|final|answer|\\d{1,4})?";

  private final Course course;

  ExpectedClasses(Course course) {
    this.course = course;
  }

  /** Returns the lab that a package belongs to, as a path. */
  Optional<Lab> labOf(String folder) {
    return course.labs().stream().filter(each -> each.packages().contains(folder)).findFirst();
  }

  /** Returns the lab whose folder contains a file, or whose package contains the file's package. */
  Optional<Lab> labAround(SubmittedSource source) {
    List<String> folders = FileNames.folders(source.displayPath());
    return course.labs().stream()
        .filter(lab -> folders.contains(lab.folder()))
        .findFirst()
        .or(
            () ->
                course.labs().stream()
                    .filter(
                        lab ->
                            lab.packages().stream()
                                .anyMatch(each -> source.path().startsWith(each + "/")))
                    .findFirst());
  }

  /** Returns the path of the only class with this file name that the labs ask for. */
  Optional<String> pathOf(String name) {
    List<String> paths = all().filter(path -> path.endsWith("/" + name)).toList();
    return paths.size() == 1 ? Optional.of(paths.get(0)) : Optional.empty();
  }

  /** Returns whether a lab asks for the class with this path. */
  boolean contains(String path) {
    return all().anyMatch(path::equals);
  }

  /** Returns the skeleton of a class; empty if no lab asks for it. */
  String skeleton(String path) {
    return course.labs().stream()
        .flatMap(lab -> Stream.ofNullable(lab.skeletons().get(path)))
        .findFirst()
        .orElse("");
  }

  /** Returns whether students must not add classes to a package. */
  static boolean isReserved(String packageName) {
    return RESERVED.stream()
        .anyMatch(each -> packageName.equals(each) || packageName.startsWith(each + "."));
  }

  /**
   * Returns the path of a class that a source was probably meant to be: its file, or one of its
   * types, has almost the name of the class, or a type implements the contract.
   *
   * @param found the paths of the classes that were found, which are not missing
   */
  Optional<String> meant(SubmittedSource source, Set<String> found) {
    return all()
        .filter(path -> !found.contains(path))
        .filter(path -> isMeant(source, path))
        .findFirst();
  }

  private static boolean isMeant(SubmittedSource source, String path) {
    String expected = className(path);
    String contract = expected.substring(Lab.STUDENTS.length());
    String file = FileNames.last(source.displayPath());
    int ending = file.indexOf('.');
    return isLike(ending < 0 ? file : file.substring(0, ending), contract)
        || source.types().types().stream()
            .anyMatch(
                type -> isLike(type.name(), contract) || type.supertypes().contains(contract));
  }

  /** Returns whether a name is a contract's, apart from its case, {@code My} and usual endings. */
  private static boolean isLike(String name, String contract) {
    String letters = name.replaceAll("[^\\p{L}\\d]", "").toLowerCase(Locale.ROOT);
    return letters.matches("(my)?" + contract.toLowerCase(Locale.ROOT) + ADDED);
  }

  /** Returns the name of the class with this path. */
  static String className(String path) {
    String file = FileNames.last(path);
    return file.substring(0, file.length() - SubmittedSource.JAVA.length());
  }

  private Stream<String> all() {
    return course.labs().stream().flatMap(lab -> lab.skeletons().keySet().stream()).sorted();
  }
}
