package firsthop.tool.watch;

import firsthop.kit.Exercise;
import firsthop.kit.ExerciseTest;
import firsthop.tool.project.LabProject;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One exercise of a lab.
 *
 * @param id such as {@code 1.1}
 * @param contract the name of the contract's class
 * @param testClasses the names of its classes of public tests
 */
record LabExercise(String id, String title, String contract, List<String> testClasses) {
  private static final int ID_DIGITS = 4;

  /** Returns the name of the student's class, such as {@code MyIpv4Codec}. */
  String studentClass() {
    return LabProject.STUDENTS + contract.substring(contract.lastIndexOf('.') + 1);
  }

  /** Returns the exercises whose tests are in a folder of sources, in order. */
  static List<LabExercise> of(LabProject lab, List<Path> classes) throws IOException {
    Map<String, LabExercise> found = new TreeMap<>(Comparator.comparing(LabExercise::order));
    URL[] path = new URL[classes.size()];
    for (int i = 0; i < path.length; i++) {
      path[i] = classes.get(i).toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(path, LabExercise.class.getClassLoader())) {
      for (Path source : LabProject.sources(lab.testSources())) {
        String name = lab.testSources().relativize(source).toString().replaceAll("[/\\\\]", ".");
        Class<?> type = Class.forName(name.substring(0, name.length() - 5), false, loader);
        ExerciseTest test = type.getAnnotation(ExerciseTest.class);
        Exercise exercise = test == null ? null : test.value().getAnnotation(Exercise.class);
        if (exercise != null) {
          found
              .computeIfAbsent(
                  exercise.id(),
                  id ->
                      new LabExercise(
                          id, exercise.title(), test.value().getName(), new ArrayList<>()))
              .testClasses()
              .add(type.getName());
        }
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IOException("the tests of " + lab.name() + " cannot be loaded: " + e, e);
    }
    return List.copyOf(found.values());
  }

  /** Puts 1.10 after 1.9. */
  private static String order(String id) {
    return Arrays.stream(id.split("\\."))
        .map(number -> "0".repeat(Math.max(0, ID_DIGITS - number.length())) + number)
        .collect(Collectors.joining("."));
  }
}
