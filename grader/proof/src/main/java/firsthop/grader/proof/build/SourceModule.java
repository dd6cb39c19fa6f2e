package firsthop.grader.proof.build;

import firsthop.grader.files.FileTree;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Java sources and resources that become one jar.
 *
 * @param folder of the module, which holds {@code src/main}
 * @param jar to write
 */
record SourceModule(Path folder, Javac javac, Path jar) {

  /**
   * Compiles the module, unless its jar was made from the same sources.
   *
   * @param classPath in which another jar is other sources
   * @throws CompileErrorsException when javac refuses a source
   */
  void build(List<Path> classPath) throws IOException, CompileErrorsException {
    List<Path> sources = files(root("java"));
    List<Path> resources = files(root("resources"));
    SourceDigest digest = new SourceDigest();
    digest.add(javac.options().toString());
    for (Path file : Stream.of(classPath, sources, resources).flatMap(List::stream).toList()) {
      digest.addFile(file);
    }
    Path stamp = jar.resolveSibling(jar.getFileName() + ".stamp");
    if (Files.exists(jar) && Files.exists(stamp) && Files.readString(stamp).equals(digest.hex())) {
      return;
    }
    Files.deleteIfExists(stamp);
    Path classes = Files.createTempDirectory(jar.getParent(), "classes-");
    try {
      javac.compile(sources, classPath, classes);
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

  /** Returns all files in a folder and below; none when there is no such folder. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void pack(Path classes) throws IOException {
    Path unfinished = jar.resolveSibling(jar.getFileName() + ".unfinished");
    try (OutputStream out = Files.newOutputStream(unfinished);
        JarOutputStream packed = new JarOutputStream(out);
        Stream<Path> all = Files.walk(classes)) {
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
    Files.move(unfinished, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path root(String kind) {
    return folder.resolve("src/main").resolve(kind);
  }
}
