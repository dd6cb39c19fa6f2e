package firsthop.grader.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What goes into the image of a role.
 *
 * @param role what the image is for; it becomes part of the image's name
 * @param modules the Java modules that the runtime must have
 * @param jars the role's jars, in class path order; their file names must differ
 * @param baseImage an image that has Java on it, to build on instead of a runtime linked from the
 *     JDK that runs the grader
 */
public record ImageRecipe(
    String role, Set<String> modules, List<Path> jars, Optional<String> baseImage) {

  /**
   * What a student's class may use on the student's own machine: javac's {@code --release 17} lets
   * them name all of Java SE and these, so they are there when it runs. No compiler, and no DNS
   * provider of JNDI, which would do a lab's work.
   */
  private static final Set<String> CANDIDATE_MODULES =
      Set.of(
          "java.se",
          "jdk.charsets",
          "jdk.httpserver",
          "jdk.localedata",
          "jdk.management",
          "jdk.net",
          "jdk.unsupported",
          "jdk.zipfs");

  /** The same, and what compiles students' sources: javac reads jars through jdk.zipfs. */
  private static final Set<String> WORKER_MODULES = with(CANDIDATE_MODULES, "jdk.compiler");

  private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]*");

  /**
   * Checks the parts against each other.
   *
   * @throws IllegalArgumentException if the role is no name for an image, or two jars share a name
   */
  public ImageRecipe {
    if (!ROLE.matcher(role).matches()) {
      throw new IllegalArgumentException(
          "A role is lower-case letters, digits and hyphens; this one is: " + role);
    }
    modules = Set.copyOf(modules);
    jars = List.copyOf(jars);
    List<String> names = jars.stream().map(ImageRecipe::nameOf).toList();
    if (Set.copyOf(names).size() != names.size()) {
      throw new IllegalArgumentException(
          "Two jars of role "
              + role
              + " have the same file name; one would hide the other: "
              + names);
    }
  }

  /** Describes the image of the students' code: the agent, a runtime, and nothing else. */
  public static ImageRecipe candidate(List<Path> jars) {
    return new ImageRecipe("candidate", CANDIDATE_MODULES, jars, Optional.empty());
  }

  /** Describes the image of the trusted workers: examiner and compiler. */
  public static ImageRecipe worker(List<Path> jars) {
    return new ImageRecipe("worker", WORKER_MODULES, jars, Optional.empty());
  }

  /** Returns the same recipe on top of another image. */
  public ImageRecipe on(String baseImageName) {
    return new ImageRecipe(role, modules, jars, Optional.of(baseImageName));
  }

  static String nameOf(Path jar) {
    Path name = jar.getFileName();
    if (name == null) {
      throw new IllegalArgumentException("A jar needs a file name; this path has none: " + jar);
    }
    return name.toString();
  }

  private static Set<String> with(Set<String> modules, String another) {
    return Stream.concat(modules.stream(), Stream.of(another))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
