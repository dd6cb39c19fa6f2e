package firsthop.grader.proof.build;

import firsthop.grader.files.FileTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Java sources and resources that become one jar.
 *
 * @param folder of the module, which holds {@code src/main}
 * @param options of javac
 * @param jar to write
 */
record SourceModule(Path folder, List<String> options, Path jar) {
  private static final String STAMP = ".stamp";

  /**
   * Compiles the module, unless its jar was made from the same sources.
   *
   * @param classPath in which another jar is other sources
   * @throws CompileErrorsException when javac refuses a source
   */
  void build(List<Path> classPath) throws IOException, CompileErrorsException {
    SourceDigest digest = new SourceDigest();
    digest.add(options.toString());
    for (Path each : classPath) {
      digest.addFile(each);
    }
    List<Path> sources = files("java");
    List<Path> resources = files("resources");
    for (Path file : Stream.concat(sources.stream(), resources.stream()).toList()) {
      digest.add(folder.relativize(file).toString());
      digest.addFile(file);
    }
    Path stamp = jar.resolveSibling(jar.getFileName() + STAMP);
    if (Files.exists(jar) && Files.exists(stamp) && Files.readString(stamp).equals(digest.hex())) {
      return;
    }
    Files.deleteIfExists(stamp);
    Path classes = Files.createTempDirectory(jar.getParent(), "classes-");
    try {
      compile(sources, classPath, classes);
      for (Path resource : resources) {
        Path copy = classes.resolve(root("resources").relativize(resource).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(resource, copy);
      }
      pack(classes);
    } finally {
      FileTree.delete(classes);
    }
    Files.writeString(stamp, digest.hex());
  }

  private void compile(List<Path> sources, List<Path> classPath, Path classes)
      throws IOException, CompileErrorsException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(messages, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      boolean compiled =
          javac
              .getTask(
                  null, files, messages, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new CompileErrorsException(
            messages.getDiagnostics().stream()
                .filter(message -> message.getKind() != Diagnostic.Kind.NOTE)
                .map(this::error)
                .toList());
      }
    }
  }

  private CompileErrorsException.Error error(Diagnostic<? extends JavaFileObject> message) {
    String text = message.getMessage(Locale.ENGLISH).lines().findFirst().orElse("");
    String where =
        message.getSource() == null
            ? folder.getFileName().toString()
            : Path.of(message.getSource().toUri()).getFileName() + ":" + message.getLineNumber();
    return new CompileErrorsException.Error(where, text);
  }

  private void pack(Path classes) throws IOException {
    Path unfinished = jar.resolveSibling(jar.getFileName() + ".unfinished");
    try (OutputStream out = Files.newOutputStream(unfinished);
        JarOutputStream packed = new JarOutputStream(out)) {
      // The JVM of an examiner opens it many times, and no network is in between.
      packed.setLevel(0);
      try (Stream<Path> all = Files.walk(classes)) {
        for (Path path : all.skip(1).sorted().toList()) {
          String name = classes.relativize(path).toString().replace('\\', '/');
          // JUnit finds a package by the entry of its folder.
          packed.putNextEntry(new JarEntry(Files.isDirectory(path) ? name + "/" : name));
          if (Files.isRegularFile(path)) {
            Files.copy(path, packed);
          }
          packed.closeEntry();
        }
      }
    }
    Files.move(unfinished, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private List<Path> files(String kind) throws IOException {
    return Files.isDirectory(root(kind)) ? files(root(kind)) : List.of();
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private Path root(String kind) {
    return folder.resolve("src/main").resolve(kind);
  }
}
