package firsthop.grader.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Links Java runtimes for images with jlink, from a JDK on a Linux host. */
final class RuntimeLinker {

  /** Two cores take 5 s for each; a busy laptop may take ten times as long. */
  private static final Duration LINK_LIMIT = Duration.ofMinutes(5);

  private static final Duration DUMP_LIMIT = Duration.ofMinutes(2);

  private static final String LOCALES = "en,ko";

  /**
   * Programs of a runtime that no role needs. Without jspawnhelper, Java code in the image cannot
   * start a process.
   */
  private static final List<String> UNUSED = List.of("lib/jexec", "lib/jspawnhelper");

  private final Jdk jdk;

  RuntimeLinker(Jdk jdk) {
    this.jdk = jdk;
  }

  /**
   * Links a runtime with the given modules, their dependencies, and a class-data archive.
   *
   * <p>Sizes and times, JDK 17 and 25, two cores: left uncompressed, the modules take 28 and 33 MB
   * more, but javac starts a tenth faster and linking takes 1 to 3 s less.
   *
   * @param target the directory to create; it must not exist
   * @throws ImageException if the JDK cannot do it
   */
  void link(Set<String> modules, Path target) {
    requireLinux();
    new HostCommand(linkArguments(modules, target), LINK_LIMIT)
        .runOrThrow("check the JDK at " + jdk.home() + ", or pass --base-image");
    trim(target);
    dumpClassData(target);
  }

  private void requireLinux() {
    if (!System.getProperty("os.name").startsWith("Linux")) {
      throw new ImageException(
          "Tried to build an image from the JDK at " + jdk.home(),
          "a JDK for Linux",
          "one for " + System.getProperty("os.name"),
          "pass --base-image with an image that has a JDK, such as eclipse-temurin:17-jdk");
    }
    if (!jdk.canLink()) {
      throw new ImageException(
          "Tried to build an image from the Java at " + jdk.home(),
          "a JDK, with bin/jlink and jmods",
          "a Java without them",
          "install a JDK (Debian: apt-get install openjdk-17-jdk-headless) and point JAVA_HOME at"
              + " it, or pass --base-image");
    }
  }

  private List<String> linkArguments(Set<String> modules, Path target) {
    SortedSet<String> missing = new TreeSet<>(modules);
    missing.removeAll(jdk.modules());
    if (!missing.isEmpty()) {
      throw new ImageException(
          "Tried to link a runtime from the JDK at " + jdk.home(),
          "modules " + new TreeSet<>(modules),
          "a JDK without " + missing,
          "run the grader with a complete JDK, or pass --base-image");
    }
    List<String> arguments = new ArrayList<>();
    arguments.add(jdk.tool("jlink").toString());
    arguments.addAll(List.of("--add-modules", String.join(",", new TreeSet<>(modules))));
    // Not --strip-debug: it calls objcopy, which only machines with binutils have.
    arguments.addAll(
        List.of("--strip-java-debug-attributes", "--no-header-files", "--no-man-pages"));
    if (modules.contains("jdk.localedata")) {
      arguments.add("--include-locales=" + LOCALES);
    }
    arguments.addAll(List.of("--output", target.toString()));
    return arguments;
  }

  private static void trim(Path runtime) {
    try (Stream<Path> programs = Files.list(runtime.resolve("bin"))) {
      for (Path program : programs.toList()) {
        if (!program.endsWith("java")) {
          Files.delete(program);
        }
      }
      for (String file : UNUSED) {
        Files.deleteIfExists(runtime.resolve(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not trim the runtime at " + runtime, e);
    }
  }

  /**
   * Creates the class-data archive, without which a JVM start takes a quarter more CPU.
   *
   * <p>Garbage collector and heap size are fixed, because the defaults depend on the host: a large
   * host turns compressed pointers off, which changes the archive's name, and with a small one the
   * archive has no heap objects.
   */
  private static void dumpClassData(Path runtime) {
    String java = runtime.resolve("bin/java").toString();
    new HostCommand(List.of(java, "-XX:+UseG1GC", "-Xmx512m", "-Xshare:dump"), DUMP_LIMIT)
        .runOrThrow("run the grader with another JDK, or pass --base-image");
    Path archive = runtime.resolve("lib/server/classes.jsa");
    if (!Files.exists(archive)) {
      throw new ImageException(
          "Ran " + java + " -Xshare:dump",
          "the class-data archive at " + archive,
          "no such file",
          "run the grader with another JDK, or pass --base-image");
    }
  }
}
