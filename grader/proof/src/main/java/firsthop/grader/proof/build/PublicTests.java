package firsthop.grader.proof.build;

import firsthop.grader.files.FileTree;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.MachineFaultException;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The tests of a lab that students get, run on its reference solution.
 *
 * @param compiled holds the contracts
 * @param lab the folder of the lab
 */
public record PublicTests(Installation compiled, Path lab) {
  /** The folder of a lab's reference solution. */
  static final String SOLUTION = "src/solution/java";

  /** Each public test has a limit of its own; this is for all of a class. */
  private static final Duration MOST = Duration.ofMinutes(3);

  /** The exit codes after SIGKILL and SIGTERM. */
  private static final Set<Integer> KILLED = Set.of(137, 143);

  /**
   * What came of one test.
   *
   * @param failure empty where it passed
   */
  public record Outcome(String test, String failure) {}

  /**
   * Compiles solution and tests of the lab, and runs one test class.
   *
   * @param testClass its binary name
   * @return one outcome for each test, none where there is no such class
   * @throws CompileErrorsException when javac refuses the solution or the tests
   * @throws MachineFaultException when they do not end in time, or something ends their process
   */
  public List<Outcome> run(String testClass)
      throws IOException, CompileErrorsException, InterruptedException, MachineFaultException {
    Path folder = Files.createTempDirectory(compiled.exams(), "public-");
    try {
      Path classes = Files.createDirectory(folder.resolve("classes"));
      List<Path> given = new ArrayList<>(List.of(classes));
      given.addAll(compiled.workerJars());
      Javac.STRICT.compile(SourceModule.files(lab.resolve(SOLUTION)), given, classes);
      Javac.LENIENT.compile(SourceModule.files(lab.resolve("src/test/java")), given, classes);
      given.add(home());
      Path outcomes = folder.resolve("outcomes");
      int exitCode = start(given, testClass, outcomes, folder.resolve("output"));
      return read(outcomes, testClass, exitCode);
    } finally {
      FileTree.delete(folder);
    }
  }

  /** Reads what {@link PublicTestProcess} has written before it ended. */
  private static List<Outcome> read(Path file, String testClass, int exitCode) throws IOException {
    List<Outcome> all = new ArrayList<>();
    String running = testClass;
    boolean done = false;
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      String[] words = line.split("\t", 3);
      switch (words[0]) {
        case PublicTestProcess.STARTED -> running = words[1];
        case PublicTestProcess.ENDED -> all.add(new Outcome(words[1], words[2]));
        default -> done = words[0].equals(PublicTestProcess.DONE);
      }
    }
    if (!done) {
      all.add(
          new Outcome(
              running,
              "the process of the tests ended in it, with exit code %d. Does the reference or the test call System.exit?"
                  .formatted(exitCode)));
    }
    return all;
  }

  /** Returns the exit code. */
  private static int start(List<Path> classPath, String testClass, Path outcomes, Path output)
      throws IOException, InterruptedException, MachineFaultException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfirsthop.open=fails",
                "-cp",
                classPath.stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator)),
                PublicTestProcess.class.getName(),
                testClass,
                outcomes.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(MOST.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new MachineFaultException(
            "the public tests of %s did not end within %d minutes"
                .formatted(testClass, MOST.toMinutes()));
      }
      if (KILLED.contains(process.exitValue())) {
        throw new MachineFaultException(
            "the process of the public tests of %s was killed (exit code %d)"
                .formatted(testClass, process.exitValue()));
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** Returns where the class path has this package: a folder of classes or a jar. */
  private static Path home() {
    try {
      return Path.of(PublicTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
