package firsthop.grader.proof.build;

import firsthop.grader.course.Course;
import firsthop.grader.sandbox.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles labs and hidden tests into jars of its own, beside those of the last whole build, from
 * which it takes all else.
 *
 * @param built the last whole build
 * @param folder of the jars
 */
public record ExamBuild(Installation built, Path folder) {
  private static final String OWN = "-check.jar";

  /** Prepares to compile the sources of a checkout. */
  public ExamBuild(Installation built) {
    this(built, built.home().resolve("grader/proof/target/check"));
  }

  /**
   * Compiles what has changed.
   *
   * @return the installation from which changed labs and hidden tests run
   * @throws CompileErrorsException when javac refuses a source
   */
  public Installation build() throws IOException, CompileErrorsException {
    Path lib = Files.createDirectories(folder.resolve("lib"));
    List<Path> labFolders = Course.labFolders(built.home());
    List<String> labs = labFolders.stream().map(lab -> lab.getFileName().toString()).toList();
    List<Path> given = new ArrayList<>();
    for (Path jar : built.workerJars()) {
      String name = jar.getFileName().toString();
      if (!name.equals("grader-exams.jar")
          && labs.stream().noneMatch(lab -> name.startsWith(lab + "-"))) {
        given.add(upToDate(jar, lib.resolve(name)));
      }
    }
    removeAllBut(given, lib);
    List<Path> classPath = new ArrayList<>(given);
    for (Path lab : labFolders) {
      // A course finds the jar of a lab by this name.
      Path jar = lib.resolve(lab.getFileName() + OWN);
      new SourceModule(lab, Javac.LENIENT, jar).build(given);
      classPath.add(jar);
    }
    new SourceModule(
            built.home().resolve("grader/exams"), Javac.STRICT, folder.resolve("grader-exams.jar"))
        .build(classPath);
    return new Installation(built.home(), folder);
  }

  /** What an earlier whole build has left must not be found. */
  private static void removeAllBut(List<Path> given, Path lib) throws IOException {
    try (Stream<Path> there = Files.list(lib)) {
      for (Path file : there.toList()) {
        if (file.toString().endsWith(".jar")
            && !file.toString().endsWith(OWN)
            && !given.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static Path upToDate(Path original, Path copy) throws IOException {
    if (!Files.exists(copy) || Files.mismatch(original, copy) >= 0) {
      Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }
}
