package firsthop.grader.bench;

import firsthop.grader.control.Compilation;
import firsthop.grader.course.Lab;
import firsthop.grader.sandbox.MachineFaultException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compiles a submission in one lab so that one bad file does not cost the others: what javac blames
 * is put back to the skeleton (a helper class is left out), until the rest compiles.
 */
public final class LabCompiler {
  private final Compiler compiler;

  public LabCompiler(Compiler compiler) {
    this.compiler = compiler;
  }

  /**
   * What came of it.
   *
   * @param classes of the student's files that compiled, and of skeletons for the others
   * @param problems why a file did not compile, by its path
   */
  public record Compiled(Map<String, byte[]> classes, Map<String, String> problems) {}

  /** Compile the student's files over the lab's skeletons. */
  public Compiled compile(Lab lab, Map<String, String> handedIn) throws MachineFaultException {
    Map<String, String> kept = new TreeMap<>(handedIn);
    Map<String, String> problems = new LinkedHashMap<>();
    while (true) {
      Compilation.Result result = compileOver(lab, kept);
      if (result.compiled()) {
        return new Compiled(result.classes(), problems);
      }
      if (kept.isEmpty()) {
        throw new MachineFaultException(
            lab.folder() + ": the skeletons do not compile: " + describe(result.problems()));
      }
      Map<String, String> blamed = blamed(result.problems(), kept.keySet());
      if (blamed.isEmpty()) {
        blamed = blamedAlone(lab, kept, result.problems());
      }
      problems.putAll(blamed);
      kept.keySet().removeAll(blamed.keySet());
    }
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

  /** Javac gave up without a name: try each file by itself; if none is to blame, all are. */
  private Map<String, String> blamedAlone(
      Lab lab, Map<String, String> kept, List<Compilation.Problem> problems)
      throws MachineFaultException {
    Map<String, String> blamed = new HashMap<>();
    if (kept.size() > 1) {
      for (Map.Entry<String, String> file : kept.entrySet()) {
        Compilation.Result alone = compileOver(lab, Map.of(file.getKey(), file.getValue()));
        if (!alone.compiled() && blamed(alone.problems(), kept.keySet()).isEmpty()) {
          blamed.put(file.getKey(), describe(alone.problems()));
        }
      }
    }
    if (blamed.isEmpty()) {
      kept.keySet().forEach(path -> blamed.put(path, describe(problems)));
    }
    return blamed;
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
