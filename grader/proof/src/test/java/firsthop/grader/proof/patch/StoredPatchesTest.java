package firsthop.grader.proof.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All wrong submissions of the project: they apply, compile, and are stored in one way only. */
class StoredPatchesTest {
  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final Path EXAMS = HOME.resolve("grader/exams");
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  /** One mistake in so many may be a folder. */
  private static final int PER_FOLDER = 10;

  /** Compilers that nobody uses just now. */
  private static final Queue<MemoryCompiler> COMPILERS = new ConcurrentLinkedQueue<>();

  private static final List<Path> COMPILE_CLASS_PATH = new ArrayList<>();

  @TempDir private static Path solutions;

  @BeforeAll
  static void compileReferences() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-cp", CLASS_PATH));
    arguments.addAll(List.of("-d", solutions.toString()));
    for (Path lab : labs().toList()) {
      try (Stream<Path> files = Files.walk(lab.resolve("src/solution/java"))) {
        files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
      }
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    assertThat(javac.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    COMPILE_CLASS_PATH.add(solutions);
    for (String entry : CLASS_PATH.split(File.pathSeparator)) {
      COMPILE_CLASS_PATH.add(Path.of(entry));
    }
  }

  @AfterAll
  static void closeCompilers() throws IOException {
    for (MemoryCompiler compiler : COMPILERS) {
      compiler.close();
    }
  }

  static List<Path> exercises() throws IOException {
    List<Path> folders = list(EXAMS.resolve("wrong")).stream().filter(Files::isDirectory).toList();
    assertThat(folders).hasSizeGreaterThan(20);
    return folders;
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void each_compiles(Path exercise) throws IOException {
    WrongSubmissions all = WrongSubmissions.read(exercise);
    Map<String, Map<String, String>> programs = new TreeMap<>();
    programs.put(WrongSubmissions.BASE, all.base());
    all.mistakes().forEach(each -> programs.put(each.name(), each.files()));
    Map<String, String> errors = new ConcurrentSkipListMap<>();
    programs.entrySet().parallelStream()
        .forEach(program -> errors.put(program.getKey(), errors(program.getValue())));
    assertThat(errors).hasSize(programs.size());
    errors.values().removeIf(String::isEmpty);
    assertThat(errors).as("what does not compile in %s", exercise).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void each_patch_is_stored_as_the_command_makes_it(Path exercise) throws IOException {
    WrongSubmissions all = WrongSubmissions.read(exercise);
    assertSoftly(
        softly ->
            all.mistakes().stream()
                .filter(each -> !isFolder(exercise, each))
                .forEach(
                    each ->
                        softly
                            .assertThat(PatchFile.of(exercise, each.name()).path())
                            .hasContent(text(all, each))));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void only_another_program_is_a_folder(Path exercise) throws IOException {
    WrongSubmissions all = WrongSubmissions.read(exercise);
    SoftAssertions softly = new SoftAssertions();
    for (WrongSubmission each : all.mistakes()) {
      MistakePatch patch = PatchReader.read(PatchFile.of(exercise, each.name()), text(all, each));
      softly
          .assertThat(patch.removedLines() * 2 > new WholeProgram(all.base()).lineCount())
          .as("%s leaves less than half of base/", each.name())
          .isEqualTo(isFolder(exercise, each));
    }
    softly.assertAll();
    long folders = all.mistakes().stream().filter(each -> isFolder(exercise, each)).count();
    assertThat(folders * PER_FOLDER).isLessThanOrEqualTo(all.mistakes().size());
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void the_base_is_a_solution_of_its_own(Path exercise) throws IOException {
    String id = exercise.getFileName().toString();
    List<String> others = new ArrayList<>();
    for (Path lab : labs().toList()) {
      others.addAll(texts(lab.resolve("src/solution/java")));
    }
    others.addAll(texts(EXAMS.resolve("right").resolve(id)));
    assertThat(others).hasSizeGreaterThan(2);
    assertThat(others).doesNotContainAnyElementsOf(WrongSubmissions.read(exercise).base().values());
  }

  private static String errors(Map<String, String> files) {
    MemoryCompiler waiting = COMPILERS.poll();
    MemoryCompiler compiler = waiting == null ? new MemoryCompiler(COMPILE_CLASS_PATH) : waiting;
    String errors = compiler.errors(files);
    COMPILERS.add(compiler);
    return errors;
  }

  private static String text(WrongSubmissions all, WrongSubmission mistake) {
    return PatchText.of(mistake.name(), mistake.sentence(), all.base(), mistake.files());
  }

  private static boolean isFolder(Path exercise, WrongSubmission mistake) {
    return Files.isDirectory(exercise.resolve(mistake.name()));
  }

  private static Stream<Path> labs() throws IOException {
    return list(HOME).stream().filter(path -> path.getFileName().toString().startsWith("lab0"));
  }

  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }
}
