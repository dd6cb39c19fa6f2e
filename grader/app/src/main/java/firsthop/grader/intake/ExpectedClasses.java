package firsthop.grader.intake;

import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The classes that the labs ask for, and the packages of the labs. */
final class ExpectedClasses {
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\d]");

  /** What people add to the name of a contract when they write a class for it. */
  private static final Pattern ADDED =
      Pattern.compile("^my|(impl|implementation|solution|final|answer|\\d{1,4})$");

  private final List<Lab> labs;

  /** The labs, each by the paths of its packages. */
  private final Map<String, Lab> byPackage = new HashMap<>();

  /** The skeletons of all labs, by path. */
  private final Map<String, String> skeletons = new TreeMap<>();

  /** The paths of the classes by the names of their contracts, as {@link #plain} writes them. */
  private final Map<String, String> byContract = new HashMap<>();

  ExpectedClasses(Course course) {
    labs = course.labs();
    for (Lab lab : labs) {
      lab.packages().forEach(each -> byPackage.putIfAbsent(each, lab));
      lab.skeletons().forEach(skeletons::putIfAbsent);
    }
    for (String path : skeletons.keySet()) {
      byContract.putIfAbsent(plain(contractOf(path)), path);
    }
  }

  /** Returns the lab that a package belongs to, as a path. */
  Optional<Lab> labOf(String folder) {
    return Optional.ofNullable(byPackage.get(folder));
  }

  /** Returns the lab whose folder contains a file, or whose package contains the file's package. */
  Optional<Lab> labAround(SubmittedSource source) {
    List<String> folders = FileNames.folders(source.displayPath());
    return labs.stream()
        .filter(lab -> folders.contains(lab.folder()))
        .findFirst()
        .or(
            () ->
                byPackage.keySet().stream()
                    .filter(each -> source.path().startsWith(each + "/"))
                    .findFirst()
                    .map(byPackage::get));
  }

  /** Returns the path of the only class with this file name that the labs ask for. */
  Optional<String> pathOf(String name) {
    List<String> paths =
        skeletons.keySet().stream().filter(path -> path.endsWith("/" + name)).toList();
    return paths.size() == 1 ? Optional.of(paths.get(0)) : Optional.empty();
  }

  /** Returns whether a lab asks for the class with this path. */
  boolean contains(String path) {
    return skeletons.containsKey(path);
  }

  /** Returns the skeleton of a class; empty if no lab asks for it. */
  String skeleton(String path) {
    return skeletons.getOrDefault(path, "");
  }

  /**
   * Returns the path of a class that a source was probably meant to be: its file, or one of its
   * types, has almost the name of the class, or a type implements the contract.
   *
   * @param found the paths of the classes that were found, which are not missing
   */
  Optional<String> meant(SubmittedSource source, Set<String> found) {
    String file = FileNames.last(source.displayPath());
    int ending = file.indexOf('.');
    return Stream.concat(
            Stream.of(ending < 0 ? file : file.substring(0, ending)),
            source.types().types().stream()
                .flatMap(type -> Stream.concat(Stream.of(type.name()), type.supertypes().stream())))
        .map(name -> byContract.get(plain(name)))
        .filter(path -> path != null && !found.contains(path))
        .min(Comparator.naturalOrder());
  }

  /** Returns the name of the class with this path. */
  static String className(String path) {
    String file = FileNames.last(path);
    return file.substring(0, file.length() - SubmittedSource.JAVA.length());
  }

  private static String contractOf(String path) {
    return className(path).substring(Lab.STUDENTS.length());
  }

  /** Returns a name in small letters, without {@code My}, signs and usual endings. */
  private static String plain(String name) {
    return ADDED
        .matcher(SIGNS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT))
        .replaceAll("");
  }
}
