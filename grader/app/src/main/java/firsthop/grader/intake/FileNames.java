package firsthop.grader.intake;

import firsthop.grader.platforms.SourceFileName;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the name of a file or folder in a submission says about it. */
final class FileNames {
  /** Names of files that may contain a Java source: plain text, and copies that editors make. */
  private static final Pattern TEXT =
      Pattern.compile(
          "(?i).*\\.(te?xt|bak|backup|old|orig|save|jav)|.*\\.java[^/]*|.*~|[^.]+", Pattern.DOTALL);

  /** Files of the handout, and of a jar, that are not sources. */
  private static final Set<String> OF_HANDOUT =
      Set.of(
          "pom.xml",
          "readme.md",
          "readme.ko.md",
          "hints.md",
          "hints.ko.md",
          "hints.ko.properties",
          "given-files.txt",
          "lab",
          "lab.cmd",
          "mvnw",
          "mvnw.cmd",
          "maven.config",
          "maven-wrapper.properties",
          "license",
          "manifest.mf",
          "org.junit.platform.launcher.testexecutionlistener");

  /** The kit in the repository of a handout, which Maven reads. */
  private static final Pattern KIT =
      Pattern.compile("(.*/)?repo/firsthop/labkit/[^/]+/labkit-[^/]+\\.(jar|pom)", Pattern.DOTALL);

  private static final String MAVEN_FOLDER = "target";

  private static final Set<String> BUILD_FOLDERS = Set.of(MAVEN_FOLDER, "bin", "out", "build");

  /** What Maven writes into its folder beside class files: lists, reports and jars. */
  private static final Pattern OF_MAVEN =
      Pattern.compile("(?i).*\\.(jar|lst|xml|txt|properties|exec|dump|dumpstream)", Pattern.DOTALL);

  private static final String SOURCE_FOLDER = "src/main/java/";

  private static final String CLASS_FILE = ".class";

  private FileNames() {}

  /** Returns whether a file may contain a Java source although its name does not say so. */
  static boolean mayBeJava(String name) {
    return !SourceFileName.matches(name)
        && !isOfHandout(name)
        && TEXT.matcher(last(name)).matches();
  }

  /** Returns whether a file came with the handout and is not a source. */
  static boolean isOfHandout(String path) {
    return OF_HANDOUT.contains(last(path).toLowerCase(Locale.ROOT)) || KIT.matcher(path).matches();
  }

  /** Returns whether a file is the output of a build in a folder for it. */
  static boolean isBuildOutput(String path) {
    List<String> folders = folders(path);
    return folders.stream().anyMatch(BUILD_FOLDERS::contains) && !classOf(path).isEmpty()
        || folders.contains(MAVEN_FOLDER)
            && !SourceFileName.matches(path)
            && OF_MAVEN.matcher(last(path)).matches();
  }

  /** Returns whether a path leads through a folder of build output. */
  static boolean isInBuildFolder(String path) {
    return folders(path).stream().anyMatch(BUILD_FOLDERS::contains);
  }

  /** Returns whether a path leads through the folder of the sources of a Maven project. */
  static boolean isInSourceFolder(String path) {
    return path.contains(SOURCE_FOLDER);
  }

  /** Returns the names of the folders in a path, in small letters. */
  static List<String> folders(String path) {
    List<String> names = List.of(folded(path).split("/"));
    return names.subList(0, names.size() - 1);
  }

  /** Returns the name of the top-level class of a class file; empty for any other file. */
  static String classOf(String path) {
    String name = last(path);
    if (!name.toLowerCase(Locale.ROOT).endsWith(CLASS_FILE)) {
      return "";
    }
    String type = name.substring(0, name.length() - CLASS_FILE.length());
    int inner = type.indexOf('$', 1);
    return inner < 0 ? type : type.substring(0, inner);
  }

  /** Returns a name in small letters, with each letter as one character. */
  static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** Returns the last name of a path. */
  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
