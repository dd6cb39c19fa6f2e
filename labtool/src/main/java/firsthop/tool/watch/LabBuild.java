package firsthop.tool.watch;

import firsthop.tool.ToolException;
import firsthop.tool.project.LabProject;
import firsthop.tool.project.ProjectCompiler;
import firsthop.tool.project.SourceErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps a lab compiled, and knows which exercises a change touches. */
final class LabBuild {
  private static final int WARM_UPS = 4;

  private final LabProject lab;
  private final Path main;
  private final Path tests;
  private final ProjectCompiler compiler = new ProjectCompiler();
  private CompiledClasses before = new CompiledClasses();
  private List<LabExercise> exercises = List.of();

  LabBuild(LabProject lab) throws ToolException {
    this.lab = lab;
    this.main = lab.output("watch-main");
    this.tests = lab.output("watch-test");
  }

  /** Returns the exercises, in order; none before the tests were compiled. */
  List<LabExercise> exercises() {
    return exercises;
  }

  /** Returns where the classes are. */
  List<Path> classPath() {
    return List.of(tests, main);
  }

  /**
   * Compiles the lab.
   *
   * @param withTests whether a test has changed; at first it has
   */
  SourceErrors compile(boolean withTests) throws IOException {
    clear(main);
    SourceErrors errors = compiler.compile(LabProject.sources(lab.mainSources()), main, List.of());
    if (errors.isEmpty() && (withTests || exercises.isEmpty())) {
      clear(tests);
      errors = compiler.compile(LabProject.sources(lab.testSources()), tests, List.of(main));
      if (errors.isEmpty()) {
        exercises = LabExercise.of(lab, classPath());
      }
    }
    return errors;
  }

  /** Compiles the lab on another thread, so that the compiler is warm at the first save. */
  void warmUp() {
    Thread thread =
        new Thread(
            () -> {
              try {
                ProjectCompiler another = new ProjectCompiler();
                for (int i = 0; i < WARM_UPS; i++) {
                  List<Path> sources = LabProject.sources(lab.mainSources());
                  another.compile(sources, lab.output("watch-warm"), List.of());
                }
              } catch (IOException | ToolException | RuntimeException e) {
                // Then the first save takes longer.
              }
            },
            "warm up");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Returns the exercises that have changed since this was last asked: first those whose own class
   * has, then those that use it.
   */
  List<LabExercise> touched() throws IOException {
    CompiledClasses now = CompiledClasses.in(classPath());
    Set<String> changed = now.changedSince(before);
    before = now;
    List<LabExercise> first = new ArrayList<>();
    List<LabExercise> then = new ArrayList<>();
    for (LabExercise exercise : exercises) {
      Set<String> used = new HashSet<>();
      for (String testClass : exercise.testClasses()) {
        used.addAll(now.usedBy(testClass.replace('.', '/')));
      }
      used.retainAll(changed);
      if (used.stream().anyMatch(name -> name.endsWith("/" + exercise.studentClass()))) {
        first.add(exercise);
      } else if (!used.isEmpty()) {
        then.add(exercise);
      }
    }
    first.addAll(then);
    return first;
  }

  private static void clear(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path file : inside.filter(f -> f.toString().endsWith(".class")).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
