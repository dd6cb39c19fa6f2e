package firsthop.grader.handout;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.sandbox.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The handout of this checkout, looked through and used as a student would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoutIT {
  private static final Path HOME = Installation.current().home();
  private static final long MAVEN_MINUTES = 5;

  /** A shorter line may be the same by chance: a brace, a return. */
  private static final int TELLING_CHARS = 25;

  private static final String CODEC =
      "lab01-addresses/src/main/java/firsthop/addresses/MyIpv4Codec.java";

  /** Prints and throws for every text; for 0.0.0.0, it ends the JVM. */
  private static final String ENDS_THE_JVM =
      """
      package firsthop.addresses;

      /** Mine. */
      public final class MyIpv4Codec implements Ipv4Codec {
        @Override
        public int parse(String text) {
          System.out.println("parse " + text);
          if (text.equals("0.0.0.0")) %s;
          throw new IllegalArgumentException(text);
        }

        @Override
        public String format(int address) {
          return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255)
              + "." + (address & 255);
        }
      }
      """;

  @TempDir private static Path clean;

  private Path handout;

  @BeforeAll
  void write() throws Exception {
    handout = clean.resolve("handout");
    new Handout(HOME).write(handout);
  }

  @Test
  void it_holds_every_lab_and_how_to_begin() throws IOException {
    assertThat(names(handout))
        .contains(
            "README.md",
            "pom.xml",
            "lab-parent/pom.xml",
            "mvnw",
            "lab01-addresses/pom.xml",
            "lab01-addresses/README.md",
            "lab01-addresses/hints.md",
            "lab01-addresses/src/main/java/firsthop/addresses/Ipv4Codec.java",
            "lab01-addresses/src/main/java/firsthop/addresses/MyIpv4Codec.java",
            "lab01-addresses/src/test/java/firsthop/addresses/Ipv4CodecTest.java");
  }

  @Test
  void it_holds_each_lab_in_korean_too() throws IOException {
    List<String> names = names(handout);
    List<String> labs =
        names.stream()
            .filter(name -> name.matches("lab\\d\\d-[^/]*/README\\.md"))
            .map(name -> name.substring(0, name.indexOf('/')))
            .toList();
    assertThat(labs).isNotEmpty();
    for (String lab : labs) {
      assertThat(names)
          .contains(
              lab + "/README.ko.md",
              lab + "/hints.ko.md",
              lab + "/src/test/resources/firsthop/hints.ko.properties");
    }
  }

  @Test
  void no_file_of_a_solution_or_of_the_grader_is_in_it() throws IOException {
    Set<String> secretContents = new HashSet<>();
    Set<String> secretNames = new HashSet<>();
    for (Path file : secretFiles()) {
      secretContents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      secretNames.add(file.getFileName().toString());
    }
    Set<String> ownNames = new HashSet<>(Set.of("package-info.java"));
    for (Path skeleton : sources("lab{kit,[0-9][0-9]-*}/src/main/java/**.java")) {
      ownNames.add(skeleton.getFileName().toString());
    }
    for (Path file : files(handout)) {
      String name = file.getFileName().toString();
      if (!ownNames.contains(name) && name.endsWith(".java")) {
        assertThat(secretNames).as("%s has the name of a secret file", file).doesNotContain(name);
      }
      if (Files.size(file) > 0) {
        assertThat(secretContents)
            .as("%s is a secret file", file)
            .doesNotContain(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
  }

  @Test
  void no_telling_line_of_a_solution_or_a_hidden_test_is_in_it() throws IOException {
    Set<String> known =
        lines(
            sources(
                "{labkit,labtool,lab[0-9][0-9]-*}/src/{main,test}/java/**.java",
                "{labkit,labtool,lab[0-9][0-9]-*}/pom.xml",
                "grader/app/src/main/java/firsthop/grader/handout/HandoutBuild.java"));
    Set<String> secret = lines(secretFiles());
    secret.removeAll(known);
    assertThat(secret).as("lines that would tell").hasSizeGreaterThan(100);
    for (Path file : files(handout)) {
      if (!file.toString().endsWith(".jar")) {
        assertThat(lines(List.of(file))).as("%s", file).doesNotContainAnyElementsOf(secret);
      }
    }
  }

  @Test
  void in_it_mvn_test_is_green_and_every_exercise_open() throws Exception {
    String output = mavenTest(handout);
    assertThat(output).contains("BUILD SUCCESS", "1.1 ", "2.3 ", "open", "next:");
    assertThat(output).doesNotContain("grader");
  }

  @Test
  void in_a_lab_of_it_mvn_test_works_alone() throws Exception {
    String output = mavenTest(handout.resolve("lab02-udp"));
    assertThat(output).contains("BUILD SUCCESS", "2.3 ", "open").doesNotContain("1.1 ");
  }

  @Test
  void in_it_the_tool_of_the_students_runs_and_packs_their_files() throws Exception {
    String help = output("./lab", "help");
    assertThat(help).contains("./lab watch", "./lab explain");
    assertThat(output("./lab", "explain", "00040002")).contains("4 (ACK)");
    assertThat(output("./lab", "pack")).contains("open: 1.1", "Hand in this file.");
    assertThat(handout.resolve("firsthop-submission.zip")).isNotEmptyFile();
    Files.delete(handout.resolve("firsthop-submission.zip"));
  }

  private String output(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(handout.toFile())
            .redirectErrorStream(true)
            .redirectOutput(clean.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(MAVEN_MINUTES, TimeUnit.MINUTES)).as("it ended").isTrue();
    String output = Files.readString(clean.resolve("output"));
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  @Test
  void a_call_of_exit_fails_one_test_and_the_board_still_comes_last() throws Exception {
    Path own = copyWithCodec(ENDS_THE_JVM.formatted("System.exit(1)"));
    String output = mavenTest(own.resolve("lab01-addresses"), 1);
    assertThat(output)
        .containsOnlyOnce("your code called System.exit\n  at MyIpv4Codec.java:8, in parse")
        .containsSubsequence("your code printed:\n    parse 0.0.0.0\n", "of 7 done", "next: ")
        .containsPattern("\n 1\\.1 .* wrong ")
        .containsPattern("\n 1\\.2 .* open ")
        .doesNotContain("Failures:", "The forked VM terminated");
    assertThat(output.substring(output.indexOf("next: ")).lines())
        .as("the board and Maven's own lines")
        .hasSizeLessThan(25);
  }

  @Test
  void a_lab_that_calls_halt_does_not_run_and_the_board_names_the_exercise() throws Exception {
    Path own = copyWithCodec(ENDS_THE_JVM.formatted("Runtime.getRuntime().halt(1)"));
    assertThat(mavenTest(own.resolve("lab01-addresses"), 1))
        .containsOnlyOnce("your code calls halt at MyIpv4Codec.java:8")
        .containsPattern("\n 1\\.1 .* wrong ")
        .containsPattern("\n 1\\.2 .* not run ")
        .doesNotContain("The forked VM terminated");
  }

  @Test
  void a_source_that_is_not_utf_8_gets_one_line_that_says_how_to_save_it() throws Exception {
    Path own = copyWithCodec("// \u00E4\u00F6\u00FC");
    Files.writeString(own.resolve(CODEC), "// \u00E4", StandardCharsets.ISO_8859_1);
    assertThat(mavenTest(own.resolve("lab01-addresses"), 1))
        .containsOnlyOnce("MyIpv4Codec.java is not saved as UTF-8.")
        .containsOnlyOnce("Save the file that is named above as UTF-8.")
        .doesNotContain("unmappable character");
  }

  @Test
  void a_real_error_of_the_compiler_still_shows() throws Exception {
    Path own = copyWithCodec("no Java");
    assertThat(mavenTest(own.resolve("lab01-addresses"), 1)).contains("COMPILATION ERROR");
  }

  /** Returns a copy of the handout in which exercise 1.1 has this source. */
  private Path copyWithCodec(String source) throws IOException {
    Path own = Files.createTempDirectory(clean, "own");
    for (Path file : files(handout)) {
      Path to = own.resolve(handout.relativize(file).toString());
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    }
    Files.writeString(own.resolve(CODEC), source);
    return own;
  }

  private static String mavenTest(Path folder) throws Exception {
    return mavenTest(folder, 0);
  }

  private static String mavenTest(Path folder, int exitCode) throws Exception {
    Path log = Files.createTempFile("mvn-test-", ".log");
    Process maven =
        new ProcessBuilder("mvn", "-B", "-o", "-Daether.offline.protocols=file", "test")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(maven.waitFor(MAVEN_MINUTES, TimeUnit.MINUTES)).as("mvn test ended").isTrue();
      String output = Files.readString(log);
      assertThat(maven.exitValue()).as(output).isEqualTo(exitCode);
      return output;
    } finally {
      maven.destroyForcibly();
      Files.delete(log);
    }
  }

  private static List<Path> secretFiles() throws IOException {
    return sources(
        "lab[0-9][0-9]-*/src/solution/**.java",
        "grader/*/src/**.java",
        "grader/exams/src/main/resources/**.properties",
        "grader/exams/{wrong,right,hostile}/**.java");
  }

  private static List<Path> sources(String... globs) throws IOException {
    List<PathMatcher> matchers =
        Stream.of(globs).map(glob -> HOME.getFileSystem().getPathMatcher("glob:" + glob)).toList();
    return files(HOME).stream()
        .filter(file -> matchers.stream().anyMatch(glob -> glob.matches(HOME.relativize(file))))
        .toList();
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !root.relativize(file).toString().matches("(.*/)?(target|\\.git)/.*"))
          .toList();
    }
  }

  private static List<String> names(Path root) throws IOException {
    return files(root).stream()
        .map(file -> root.relativize(file).toString().replace('\\', '/'))
        .toList();
  }

  private static Set<String> lines(List<Path> files) throws IOException {
    Set<String> lines = new HashSet<>();
    for (Path file : files) {
      lines.addAll(
          Files.readString(file, StandardCharsets.ISO_8859_1)
              .lines()
              .map(String::strip)
              .filter(line -> line.length() >= TELLING_CHARS && !line.startsWith("import "))
              .collect(Collectors.toSet()));
    }
    return lines;
  }
}
