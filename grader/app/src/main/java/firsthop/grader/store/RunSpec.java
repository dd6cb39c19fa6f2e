package firsthop.grader.store;

import firsthop.grader.marks.Overrides;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run of {@code grade}: its submissions, its benches and its rules. The command line is parsed
 * into it once. It is kept beside the results, so that later commands follow the same rules.
 *
 * @param path the folder or archive that is graded; absolute
 * @param results the folder of results; absolute
 * @param roster the file that says who is in the class; absolute
 * @param labs the ids of the graded labs, in order, at least one, without duplicates
 * @param labsAsked whether the command line named a lab; otherwise the settings decide
 * @param title the title of the course; empty for none
 * @param zone the time zone of the course, in which times are shown
 * @param marking how results become marks and feedback
 */
public record RunSpec(
    Path path,
    Path results,
    Optional<Path> roster,
    List<String> labs,
    boolean labsAsked,
    BenchSpec bench,
    SettingsSpec settings,
    String title,
    ZoneId zone,
    MarkingPolicy marking) {

  public RunSpec {
    requireAbsolute("path", path);
    requireAbsolute("results", results);
    roster.ifPresent(file -> requireAbsolute("roster", file));
    labs = List.copyOf(labs);
    if (labs.isEmpty()) {
      throw new IllegalArgumentException("labs: expected at least one");
    }
    if (labsAsked && labs.size() > 1) {
      throw new IllegalArgumentException("labs: expected the one that was asked for");
    }
    requireDistinct("labs", labs);
  }

  /** Returns the same run with other rules. */
  public RunSpec with(MarkingPolicy other) {
    return new RunSpec(path, results, roster, labs, labsAsked, bench, settings, title, zone, other);
  }

  /** Returns the same run with other overrides. */
  public RunSpec with(Overrides overrides) {
    return with(marking.with(marking.rules().with(overrides)));
  }

  /** Returns an absolute path without dots. */
  public static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  static void requireDistinct(String name, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw new IllegalArgumentException(name + ": " + id + " is there twice");
      }
    }
  }

  static void requireAbsolute(String name, Path path) {
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException(name + ": expected an absolute path, not " + path);
    }
  }
}
