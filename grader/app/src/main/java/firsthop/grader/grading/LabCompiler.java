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
import org.jspecify.annotations.Nullable;

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
   * @param patience the limit for javac's own time on a submission; the remaining files then count
   *     as not compiled
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
    Run run = new Run(lab);
    Map<String, String> kept = new TreeMap<>(handedIn);
    Map<String, String> problems = new TreeMap<>();
    Compilation.Result result = run.compileOver(kept);
    while (!result.compiled()) {
      if (kept.isEmpty()) {
        throw skeletonsDoNot(lab, result.problems());
      }
      Map<String, String> blamed = blamed(result.problems(), kept.keySet());
      if (run.isOver()) {
        blamed = all(kept, "javac did not finish all files within " + patience.toSeconds() + " s");
      } else if (blamed.isEmpty()) {
        blamed = blamedAlone(run, kept);
      }
      if (blamed.isEmpty()) {
        blamed = all(kept, describe(result.problems()));
      }
      Map<String, String> helpers = helpersAtFault(run, kept, blamed);
      blamed = helpers.isEmpty() ? blamed : helpers;
      problems.putAll(blamed);
      kept.keySet().removeAll(blamed.keySet());
      result = run.compileOver(kept);
    }
    return new Compiled(result.classes(), problems);
  }

  /** The compilations of one submission. Only javac's own time counts against it. */
  private final class Run {
    private final Lab lab;
    private Compilation.@Nullable Request canary;
    private Duration spent = Duration.ZERO;

    Run(Lab lab) {
      this.lab = lab;
      this.canary = request(lab.solutions());
    }

    Compilation.Result compileOver(Map<String, String> sources) throws MachineFaultException {
      Compiler.Outcome outcome = compiler.compile(request(sources), canary);
      spent = spent.plus(outcome.spent());
      if (outcome.gaveUp()) {
        // Once is enough to know that it is not the machine, and others wait for javac.
        canary = null;
      }
      return outcome.result();
    }

    boolean isOver() {
      return spent.compareTo(patience) > 0;
    }

    private Compilation.Request request(Map<String, String> sources) {
      return new Compilation.Request(lab.overlaid(sources), lab.classes());
    }
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
  private Map<String, String> blamedAlone(Run run, Map<String, String> kept)
      throws MachineFaultException {
    Map<String, String> blamed = new HashMap<>();
    if (kept.size() > 1) {
      for (Map.Entry<String, String> file : kept.entrySet()) {
        if (run.isOver()) {
          break;
        }
        Compilation.Result alone = run.compileOver(Map.of(file.getKey(), file.getValue()));
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
      Run run, Map<String, String> kept, Map<String, String> blamed) throws MachineFaultException {
    Map<String, String> students = new TreeMap<>(kept);
    students.keySet().removeIf(path -> !Lab.isStudents(path));
    if (students.size() == kept.size()
        || blamed.keySet().stream().noneMatch(Lab::isStudents)
        || !run.compileOver(students).compiled()) {
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
