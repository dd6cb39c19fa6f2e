package firsthop.grader.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs PIT over each lab's reference, judged by the hidden tests in one JVM. By its command line:
 * its Maven plugin does not find code that lies outside the module.
 */
class MutationIT {
  private static final Path HOME = Path.of("").toAbsolutePath().resolve("../..").normalize();
  private static final double KILLED_WITHOUT_A_NETWORK = 0.97;
  private static final long LIMIT_MINUTES = 60;

  static Stream<Path> labs() throws IOException {
    try (Stream<Path> folders = Files.list(HOME)) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve("src/solution/java")))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("labs")
  void hidden_tests_tell_the_reference_from_its_mutants(Path lab, @TempDir Path report)
      throws Exception {
    Map<String, Path> sources = sources(lab);
    Map<String, List<Mutant>> mutants =
        mutants(lab, sources, report).stream()
            .collect(Collectors.groupingBy(Mutant::type, TreeMap::new, Collectors.toList()));
    assertThat(mutants.keySet()).as("mutated classes of %s", lab).isEqualTo(sources.keySet());
    Survivors known = new Survivors(HOME.resolve("grader/exams/mutation/survivors.md"));
    List<String> unlisted = new ArrayList<>();
    List<String> dead = new ArrayList<>();
    List<Mutant> withoutNetwork = new ArrayList<>();
    for (Map.Entry<String, List<Mutant>> each : mutants.entrySet()) {
      Path source = sources.get(each.getKey());
      List<String> survivors = survivors(each.getValue(), source);
      List<String> listed = known.of(each.getKey());
      survivors.stream().filter(entry -> !listed.contains(entry)).forEach(unlisted::add);
      listed.stream().filter(entry -> !survivors.contains(entry)).forEach(dead::add);
      if (!usesNetwork(source)) {
        withoutNetwork.addAll(each.getValue());
      }
      System.out.printf(
          "%s: %d of %d mutants killed%n",
          each.getKey(), killed(each.getValue()), each.getValue().size());
    }
    assertSoftly(
        softly -> {
          softly
              .assertThat(unlisted)
              .as("survivors: write a test that kills them, or list them with the reason")
              .isEmpty();
          softly.assertThat(dead).as("listed as survivors, but killed").isEmpty();
          softly
              .assertThat((double) killed(withoutNetwork))
              .as("mutants killed of %d in contracts without a network", withoutNetwork.size())
              .isGreaterThanOrEqualTo(KILLED_WITHOUT_A_NETWORK * withoutNetwork.size());
        });
  }

  private static long killed(List<Mutant> mutants) {
    return mutants.stream().filter(Mutant::killed).count();
  }

  private static List<String> survivors(List<Mutant> mutants, Path source) throws IOException {
    List<String> lines = Files.readAllLines(source);
    return mutants.stream()
        .filter(mutant -> !mutant.killed())
        .map(mutant -> Survivors.entry(mutant, lines))
        .distinct()
        .toList();
  }

  private static List<Mutant> mutants(Path lab, Map<String, Path> sources, Path report)
      throws Exception {
    String labPackage = lab.getFileName().toString().replaceFirst("lab\\d\\d-", "");
    Path solution = lab.resolve("target/solution-classes");
    assertThat(solution).as("built by mvn verify").isDirectory();
    // Ahead of the lab's own classes, which are the skeletons.
    String classPath = solution + File.pathSeparator + System.getProperty("java.class.path");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            "org.pitest.mutationtest.commandline.MutationCoverageReport",
            "--reportDir=" + report,
            "--targetClasses="
                + sources.keySet().stream()
                    .map(type -> "firsthop." + labPackage + "." + type + "*")
                    .collect(Collectors.joining(",")),
            "--targetTests=firsthop.grader.exams." + labPackage + ".*Exam",
            "--sourceDirs=" + lab.resolve("src/solution/java"),
            "--mutableCodePaths=" + solution,
            "--classPath=" + classPath.replace(File.pathSeparator, ","),
            "--outputFormats=XML",
            "--timestampedReports=false",
            "--threads=" + Runtime.getRuntime().availableProcessors());
    Path log = report.resolve("pit.log");
    Process pit =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(pit.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).as("PIT ended").isTrue();
      assertThat(pit.exitValue()).as(Files.readString(log)).isZero();
    } finally {
      pit.destroyForcibly();
    }
    return Mutant.read(report.resolve("mutations.xml"));
  }

  /** Returns the reference's classes, with the folder of their sources. */
  private static Map<String, Path> sources(Path lab) throws IOException {
    try (Stream<Path> files = Files.walk(lab.resolve("src/solution/java"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("My\\w+\\.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  file -> file,
                  (one, other) -> one,
                  TreeMap::new));
    }
  }

  /** Waits and retries make mutants that no test can tell from a slow network. */
  private static boolean usesNetwork(Path source) throws IOException {
    return Files.readString(source).contains("import java.net.");
  }
}
