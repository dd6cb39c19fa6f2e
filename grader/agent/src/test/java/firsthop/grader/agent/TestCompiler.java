package firsthop.grader.agent;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles sources of a test into classes by binary name. */
final class TestCompiler {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  private TestCompiler() {}

  /** Compiles sources of package {@code lab}, by simple name, against these classes. */
  static Map<String, byte[]> compile(Map<String, String> sources, Map<String, byte[]> classPath) {
    try {
      Path folder = Files.createTempDirectory("agent-test");
      try {
        return compile(folder, sources, classPath);
      } finally {
        delete(folder);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Map<String, byte[]> compile(
      Path folder, Map<String, String> sources, Map<String, byte[]> classPath) throws IOException {
    Path known = Files.createDirectory(folder.resolve("known"));
    Path made = Files.createDirectory(folder.resolve("made"));
    for (Map.Entry<String, byte[]> entry : classPath.entrySet()) {
      Path file = known.resolve(entry.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
    List<File> files = new ArrayList<>();
    for (Map.Entry<String, String> entry : sources.entrySet()) {
      Path file = folder.resolve(entry.getKey() + ".java");
      Files.writeString(file, "package lab;\n" + entry.getValue());
      files.add(file.toFile());
    }
    StringWriter problems = new StringWriter();
    List<String> options =
        List.of("-d", made.toString(), "-cp", known.toString(), "-proc:none", "-nowarn");
    boolean compiled =
        JAVAC
            .getTask(
                problems,
                null,
                null,
                options,
                null,
                JAVAC.getStandardFileManager(null, null, null).getJavaFileObjectsFromFiles(files))
            .call();
    if (!compiled) {
      throw new IllegalArgumentException(problems.toString());
    }
    Map<String, byte[]> classes = new HashMap<>();
    try (Stream<Path> tree = Files.walk(made)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String name = made.relativize(file).toString().replace(File.separatorChar, '.');
        classes.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
      }
    }
    return classes;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }
}
