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
 * The content of a role's image.
 *
 * @param role the role; it is part of the image's name
 * @param modules the Java modules that the runtime must have
 * @param jars the role's jars, in class path order; their file names must differ
 * @param baseImage an image with Java to build on, instead of a runtime linked from the JDK that
 *     runs the grader
 */
public record ImageRecipe(
    String role, Set<String> modules, List<Path> jars, Optional<String> baseImage) {

  /**
   * The modules for a student's class: all of Java SE and the others that {@code javac --release
   * 17} lets it use. It gets no compiler, and no DNS provider of JNDI, which would solve a lab.
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

  /** The same modules and the compiler. */
  private static final Set<String> WORKER_MODULES = with(CANDIDATE_MODULES, "jdk.compiler");

  private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]*");

  /**
   * Checks the parts against each other.
   *
   * @throws IllegalArgumentException if the role is not a valid name, or two jars have the same
   *     name
   */
  public ImageRecipe {
    if (!ROLE.matcher(role).matches()) {
      throw new IllegalArgumentException(
          "A role has only lower-case letters, digits and hyphens; this one is: " + role);
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

  /** Returns the recipe of the image for students' code: only the agent and a runtime. */
  public static ImageRecipe candidate(List<Path> jars) {
    return new ImageRecipe("candidate", CANDIDATE_MODULES, jars, Optional.empty());
  }

  /** Returns the recipe of the image for the trusted workers: examiner and compiler. */
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
