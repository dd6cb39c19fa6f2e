package firsthop.grader.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the host's files that a linked runtime loads: the loader, the C library, and other
 * libraries that this JDK was linked against.
 *
 * <p>It combines two sources. A program in the runtime lists the files that a running JVM has
 * loaded; {@code ldd} lists the names under which each file of the runtime needs them. A library of
 * the runtime that needs other files (X11, sound, fonts) is left out of the image.
 */
final class NativeLibraries {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** glibc opens it by name when a thread is cancelled; without it the process ends. */
  private static final String UNWINDER = "libgcc_s.so.1";

  /** A line of ldd: {@code libz.so.1 => /lib/…/libz.so.1 (0x…)}, or a path alone for the loader. */
  private static final Pattern NEED =
      Pattern.compile("\\s+(?:(?<name>\\S+) => )?(?<path>/.*?|not found)(?: \\(0x[0-9a-f]+\\))?");

  private final Path runtime;

  NativeLibraries(Path runtime) {
    this.runtime = runtime;
  }

  /**
   * Returns the host's files, each under the path where the loader looks for it. Deletes libraries
   * of the runtime that could not be loaded with them.
   *
   * @throws ImageException if the host has no {@code ldd} or the runtime does not run on it
   */
  SortedSet<Path> collect() {
    Set<Path> loaded = loadedByRunningJvm();
    SortedSet<Path> needed = new TreeSet<>();
    needs()
        .forEach(
            (file, needs) -> {
              if (needs.stream().allMatch(need -> isLoaded(need, loaded))) {
                needs.stream().filter(need -> !isOwn(need)).forEach(needed::add);
              } else {
                Directories.deleteIfThere(file);
              }
            });
    Set<Path> named = needed.stream().map(NativeLibraries::real).collect(Collectors.toSet());
    loaded.stream()
        .filter(file -> !named.contains(file))
        .flatMap(NativeLibraries::namesOf)
        .forEach(needed::add);
    addUnwinder(needed);
    return needed;
  }

  private Set<Path> loadedByRunningJvm() {
    List<String> command =
        List.of(
            runtime.resolve("bin/java").toString(),
            "-Xshare:auto",
            "-cp",
            ownClassPath(),
            LoadedLibraries.class.getName());
    return new HostCommand(command, LIMIT)
        .runOrThrow("check that the JDK that runs the grader works, or pass --base-image")
        .lines()
        .map(Path::of)
        .filter(path -> !isOwn(path))
        .map(NativeLibraries::real)
        .collect(Collectors.toSet());
  }

  /** Returns the files that each library and program of the runtime needs. */
  private Map<Path, List<Path>> needs() {
    List<String> command = new ArrayList<>(List.of("ldd"));
    try (Stream<Path> files = Files.walk(runtime)) {
      files
          .filter(file -> file.toString().endsWith(".so") || file.endsWith("bin/java"))
          .forEach(file -> command.add(file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not list the runtime at " + runtime, e);
    }
    HostCommand.Outcome outcome = new HostCommand(command, LIMIT).run();
    Map<Path, List<Path>> needs = parse(outcome.output());
    if (!needs.containsKey(runtime.resolve("bin/java"))) {
      throw new ImageException(
          "Ran ldd on the files of " + runtime,
          "a list of libraries for each file",
          outcome.output(),
          "pass --base-image with an image that has a JDK, such as eclipse-temurin:17-jdk");
    }
    return needs;
  }

  /** Parses the output of ldd, where a line "file:" comes before the lines of each file. */
  Map<Path, List<Path>> parse(String output) {
    Map<Path, List<Path>> needs = new TreeMap<>();
    List<Path> current = new ArrayList<>();
    for (String line : output.lines().toList()) {
      Matcher need = NEED.matcher(line);
      if (line.startsWith("/") && line.endsWith(":")) {
        current = new ArrayList<>();
        needs.put(Path.of(line.substring(0, line.length() - 1)), current);
      } else if (need.matches()) {
        String path = need.group("path");
        current.add(path.equals("not found") ? notFound(need.group("name")) : Path.of(path));
      }
    }
    return needs;
  }

  /** Searches the runtime itself, where ldd does not look, for a library. */
  private Path notFound(String name) {
    try (Stream<Path> files = Files.walk(runtime)) {
      return files.filter(file -> file.endsWith(name)).findAny().orElse(Path.of(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not search the runtime at " + runtime, e);
    }
  }

  private boolean isLoaded(Path need, Set<Path> loaded) {
    return isOwn(need) || loaded.contains(real(need));
  }

  private boolean isOwn(Path file) {
    return real(file).startsWith(real(runtime));
  }

  /** Returns all names of a loaded file in its directory, because the loader uses the short one. */
  private static Stream<Path> namesOf(Path loaded) {
    try (Stream<Path> siblings = Files.list(loaded.getParent())) {
      return siblings
          .filter(sibling -> sibling.getFileName().toString().contains(".so"))
          .filter(sibling -> real(sibling).equals(loaded))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not list the directory of " + loaded, e);
    }
  }

  private static void addUnwinder(SortedSet<Path> needed) {
    if (needed.stream().noneMatch(file -> file.endsWith(UNWINDER))) {
      needed.stream()
          .map(file -> file.resolveSibling(UNWINDER))
          .filter(Files::exists)
          .findFirst()
          .ifPresent(needed::add);
    }
  }

  private static String ownClassPath() {
    try {
      return Path.of(
              NativeLibraries.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("This class has no place on disk", e);
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
