package firsthop.grader.image;

import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The properties of a Java installation on which an image from it depends.
 *
 * @param home the directory that holds {@code bin} and {@code lib}
 * @param version the full version, such as 17.0.15+6
 * @param vendor the vendor with its own version, so that two builds of one version differ
 * @param architecture the processor architecture, as in {@code os.arch}
 * @param modules the names of all modules in it
 */
public record Jdk(
    Path home,
    Runtime.Version version,
    String vendor,
    String architecture,
    SortedSet<String> modules) {

  /** The first version that can link from its own run-time image (JEP 493). */
  private static final int LINKS_ITSELF = 24;

  /** Returns the installation that runs this program. */
  public static Jdk running() {
    SortedSet<String> modules =
        ModuleFinder.ofSystem().findAll().stream()
            .map(module -> module.descriptor().name())
            .collect(Collectors.toCollection(TreeSet::new));
    return new Jdk(
        Path.of(System.getProperty("java.home")),
        Runtime.version(),
        System.getProperty("java.vendor") + " " + System.getProperty("java.vendor.version", ""),
        System.getProperty("os.arch"),
        modules);
  }

  /** Returns the path of a tool of the installation, whether or not it exists. */
  public Path tool(String name) {
    Path unix = home.resolve("bin").resolve(name);
    Path windows = home.resolve("bin").resolve(name + ".exe");
    return Files.exists(windows) ? windows : unix;
  }

  /**
   * Returns whether it can link a runtime from its own modules. It needs jlink, and the modules as
   * files; since version 24 a JDK may not need the files.
   */
  public boolean canLink() {
    return Files.isExecutable(tool("jlink"))
        && (Files.isDirectory(home.resolve("jmods")) || version.feature() >= LINKS_ITSELF);
  }
}
