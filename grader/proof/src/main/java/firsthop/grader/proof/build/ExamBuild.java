package firsthop.grader.proof.build;

import firsthop.grader.course.Course;
import firsthop.grader.proof.source.AuthorFile;
import firsthop.grader.proof.source.BadSourceException;
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
  private static final String EXAMS_JAR = "grader-exams.jar";

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
    refuseUnreadableSolutions();
    Path lib = Files.createDirectories(folder.resolve("lib"));
    List<Path> labs = Course.labFolders(built.home());
    // A course finds the jar of a lab by the name of its folder.
    List<Path> labJars =
        labs.stream().map(lab -> lib.resolve(lab.getFileName() + "-check.jar")).toList();
    List<Path> given = copyGiven(labs, lib);
    List<Path> classPath = new ArrayList<>(given);
    classPath.addAll(labJars);
    removeAllBut(classPath, lib);
    for (int i = 0; i < labs.size(); i++) {
      new SourceModule(labs.get(i), Javac.LENIENT, labJars.get(i)).build(given);
    }
    Path exams = built.home().resolve("grader/exams");
    new SourceModule(exams, Javac.STRICT, folder.resolve(EXAMS_JAR)).build(classPath);
    return new Installation(built.home(), folder);
  }

  /** A course reads the solutions of all labs, which are in none of these jars. */
  private void refuseUnreadableSolutions() throws IOException, CompileErrorsException {
    List<CompileError> errors = new ArrayList<>();
    for (Path lab : Course.labFolders(built.home())) {
      for (Path file : SourceModule.files(lab.resolve(PublicTests.SOLUTION))) {
        try {
          AuthorFile.read(file);
        } catch (BadSourceException bad) {
          errors.add(new CompileError(bad.where(), bad.complaint()));
        }
      }
    }
    if (!errors.isEmpty()) {
      throw new CompileErrorsException(errors);
    }
  }

  /** Copies what neither labs nor hidden tests are compiled to. */
  private List<Path> copyGiven(List<Path> labs, Path lib) throws IOException {
    List<Path> given = new ArrayList<>();
    for (Path jar : built.workerJars()) {
      String name = jar.getFileName().toString();
      if (!name.equals(EXAMS_JAR)
          && labs.stream().noneMatch(lab -> name.startsWith(lab.getFileName() + "-"))) {
        given.add(upToDate(jar, lib.resolve(name)));
      }
    }
    return given;
  }

  /** What an earlier build has left must not be found. */
  private static void removeAllBut(List<Path> jars, Path lib) throws IOException {
    try (Stream<Path> there = Files.list(lib)) {
      for (Path file : there.toList()) {
        if (file.toString().endsWith(".jar") && !jars.contains(file)) {
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
