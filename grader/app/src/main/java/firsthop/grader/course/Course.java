package firsthop.grader.course;

import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.NotBuiltException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The labs of a checkout. Every folder {@code labNN-name} is a lab.
 *
 * @param labs the labs in the order of their numbers
 * @param kit the sources of labkit and labtool, which every student gets, by path in the source
 *     folder
 */
public record Course(List<Lab> labs, Map<String, String> kit) {
  private static final String KIT = "labkit";
  private static final String TOOL = "labtool";

  /** The artifacts that every lab may use in addition to the JDK. */
  private static final List<String> OF_EVERY_LAB = List.of(KIT, "jspecify");

  private static final Pattern LAB_FOLDER = Pattern.compile("(lab\\d\\d)-[a-z0-9-]+");

  /**
   * Reads the labs of a checkout.
   *
   * @throws NotBuiltException when the checkout is not built
   */
  public static Course read(Installation installation) throws IOException {
    Map<String, byte[]> kit = new HashMap<>();
    for (String artifact : OF_EVERY_LAB) {
      kit.putAll(classes(jar(installation, artifact)));
    }
    List<Lab> labs = new ArrayList<>();
    for (Path folder : labFolders(installation.home())) {
      Map<String, byte[]> classes = new HashMap<>(kit);
      classes.putAll(classes(jar(installation, folder.getFileName().toString())));
      labs.add(lab(folder, classes));
    }
    Map<String, String> given = new TreeMap<>();
    for (String module : List.of(KIT, TOOL)) {
      given.putAll(sources(installation.home().resolve(module).resolve("src/main/java")));
    }
    return new Course(List.copyOf(labs), given);
  }

  /** Returns the folders of the labs in a checkout. */
  public static List<Path> labFolders(Path home) throws IOException {
    try (Stream<Path> folders = Files.list(home)) {
      return folders
          .filter(folder -> LAB_FOLDER.matcher(folder.getFileName().toString()).matches())
          .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
          .sorted()
          .toList();
    }
  }

  /** Returns a lab by its id; empty if there is none. */
  public Optional<Lab> find(String id) {
    return labs.stream().filter(lab -> lab.id().equals(id)).findFirst();
  }

  /** Returns the labs with these ids, in the order of the course. */
  public List<Lab> labs(Collection<String> ids) {
    return labs.stream().filter(lab -> ids.contains(lab.id())).toList();
  }

  /** Returns the original of a source that students must not edit, by its path. */
  public Optional<String> given(String path) {
    return Stream.concat(labs.stream().map(Lab::given), Stream.of(kit))
        .map(sources -> sources.get(path))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Returns the ids of all labs, for messages. */
  public String ids() {
    return labs.stream().map(Lab::id).collect(Collectors.joining(", "));
  }

  private static Lab lab(Path folder, Map<String, byte[]> classes) throws IOException {
    Map<String, String> skeletons = new TreeMap<>();
    Map<String, String> given = new TreeMap<>(sources(folder.resolve("src/test/java")));
    sources(folder.resolve("src/main/java"))
        .forEach((path, text) -> (Lab.isStudents(path) ? skeletons : given).put(path, text));
    String name = folder.getFileName().toString();
    return new Lab(
        name.substring(0, name.indexOf('-')),
        name,
        given,
        skeletons,
        sources(folder.resolve("src/solution/java")),
        classes);
  }

  private static Map<String, String> sources(Path root) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          sources.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
      }
    }
    return sources;
  }

  private static Path jar(Installation installation, String artifact) {
    return installation.workerJars().stream()
        .filter(jar -> jar.getFileName().toString().startsWith(artifact + "-"))
        .findFirst()
        .orElseThrow(() -> new NotBuiltException(artifact));
  }

  private static Map<String, byte[]> classes(Path jar) throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        String path = entry.getName();
        if (path.endsWith(".class") && !Lab.isStudents(path)) {
          try (InputStream in = file.getInputStream(entry)) {
            String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
            classes.put(name, in.readAllBytes());
          }
        }
      }
    }
    return classes;
  }
}
