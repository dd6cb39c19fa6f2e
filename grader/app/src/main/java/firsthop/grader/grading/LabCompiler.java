package firsthop.grader.grading;

import firsthop.grader.control.Compilation;
import firsthop.grader.course.Lab;
import firsthop.grader.sandbox.MachineFaultException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compiles a submission in one lab so that a broken file does not affect the others. A file in
 * which javac reports errors is replaced by its skeleton (a helper class is left out), until the
 * other files compile.
 */
public final class LabCompiler {
  private final Compiler compiler;
  private final Duration patience;

  /**
   * Creates a lab compiler that uses the compiler of all benches.
   *
   * @param patience the time limit for a submission; the remaining files then count as not compiled
   */
  public LabCompiler(Compiler compiler, Duration patience) {
    this.compiler = compiler;
    this.patience = patience;
  }

  /**
   * The result of a compilation.
   *
   * @param classes the classes of the student's files that compiled, and of skeletons for the
   *     others
   * @param problems the errors of each file that did not compile, by its path
   */
  public record Compiled(Map<String, byte[]> classes, Map<String, String> problems) {}

  /** Compiles the student's files over the lab's skeletons. */
  public Compiled compile(Lab lab, Map<String, String> handedIn) throws MachineFaultException {
    long deadline = System.nanoTime() + patience.toNanos();
    Map<String, String> kept = new TreeMap<>(handedIn);
    Map<String, String> problems = new TreeMap<>();
    Compilation.Result result = compileOver(lab, kept);
    while (!result.compiled()) {
      if (kept.isEmpty()) {
        throw skeletonsDoNot(lab, result.problems());
      }
      Map<String, String> blamed = blamed(result.problems(), kept.keySet());
      if (over(deadline)) {
        blamed = all(kept, "javac did not finish all files within " + patience.toSeconds() + " s");
      } else if (blamed.isEmpty()) {
        blamed = blamedAlone(lab, kept, deadline);
      }
      if (blamed.isEmpty()) {
        blamed = all(kept, describe(result.problems()));
      }
      Map<String, String> helpers = helpersAtFault(lab, kept, blamed);
      blamed = helpers.isEmpty() ? blamed : helpers;
      problems.putAll(blamed);
      kept.keySet().removeAll(blamed.keySet());
      result = compileOver(lab, kept);
    }
    return new Compiled(result.classes(), problems);
  }

  private Compilation.Result compileOver(Lab lab, Map<String, String> sources)
      throws MachineFaultException {
    return compiler.compile(new Compilation.Request(lab.overlaid(sources), lab.classes()));
  }

  private static Map<String, String> blamed(
      List<Compilation.Problem> problems, Set<String> candidates) {
    Map<String, List<Compilation.Problem>> byPath =
        problems.stream()
            .filter(problem -> candidates.contains(problem.path()))
            .collect(Collectors.groupingBy(Compilation.Problem::path));
    Map<String, String> blamed = new HashMap<>();
    byPath.forEach((path, ofIt) -> blamed.put(path, describe(ofIt)));
    return blamed;
  }

  /** Finds the files that alone make javac fail without an error in a student's file. */
  private Map<String, String> blamedAlone(Lab lab, Map<String, String> kept, long deadline)
      throws MachineFaultException {
    Map<String, String> blamed = new HashMap<>();
    if (kept.size() > 1) {
      for (Map.Entry<String, String> file : kept.entrySet()) {
        if (over(deadline)) {
          break;
        }
        Compilation.Result alone = compileOver(lab, Map.of(file.getKey(), file.getValue()));
        if (!alone.compiled() && blamed(alone.problems(), kept.keySet()).isEmpty()) {
          blamed.put(file.getKey(), describe(alone.problems()));
        }
      }
    }
    return blamed;
  }

  /**
   * If two files declare the same class, javac reports the second, which may be the right one. So
   * if the exercises' files compile without the helper classes, the helper classes are at fault.
   */
  private Map<String, String> helpersAtFault(
      Lab lab, Map<String, String> kept, Map<String, String> blamed) throws MachineFaultException {
    Map<String, String> students = new TreeMap<>(kept);
    students.keySet().removeIf(path -> !Lab.isStudents(path));
    if (students.size() == kept.size()
        || blamed.keySet().stream().noneMatch(Lab::isStudents)
        || !compileOver(lab, students).compiled()) {
      return Map.of();
    }
    Map<String, String> helpers = new TreeMap<>(kept);
    helpers.keySet().removeAll(students.keySet());
    return all(
        helpers, "with this file, these did not compile: " + String.join(", ", blamed.keySet()));
  }

  private static Map<String, String> all(Map<String, String> kept, String why) {
    return kept.keySet().stream().collect(Collectors.toMap(path -> path, path -> why));
  }

  private static boolean over(long deadline) {
    return System.nanoTime() - deadline > 0;
  }

  private MachineFaultException skeletonsDoNot(Lab lab, List<Compilation.Problem> problems) {
    boolean gaveUp = problems.stream().allMatch(problem -> problem.path().isEmpty());
    return new MachineFaultException(
        lab.folder()
            + ": the skeletons do not compile: "
            + describe(problems)
            + (gaveUp ? compiler.exitDetails() : ""));
  }

  private static String describe(List<Compilation.Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                problem.line() > 0
                    ? "line " + problem.line() + ": " + problem.message()
                    : problem.message())
        .collect(Collectors.joining("\n"));
  }
}
