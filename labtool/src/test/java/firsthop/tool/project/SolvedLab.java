package firsthop.tool.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The reference solution of a lab of this checkout, compiled and loaded. */
public final class SolvedLab {
  private SolvedLab() {}

  /** Returns the classes of a lab such as {@code lab03-tcp}, with its reference solution. */
  public static ClassLoader load(String name, Path classes) throws Exception {
    LabProject lab = new LabProject(Path.of("..").toAbsolutePath().normalize().resolve(name));
    List<Path> solution = LabProject.sources(lab.folder().resolve("src/solution/java"));
    List<Path> sources = new ArrayList<>(solution);
    List<String> solved = solution.stream().map(SolvedLab::name).toList();
    try (Stream<Path> main = LabProject.sources(lab.mainSources()).stream()) {
      main.filter(file -> !solved.contains(name(file))).forEach(sources::add);
    }
    return StudentObject.load(lab, sources, classes);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
