package firsthop.grader.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The properties of the instructor's machine on which the repair commands depend.
 *
 * @param kind the kind of system, which decides the commands
 * @param root whether this user is root, who needs no sudo
 */
public record Machine(Kind kind, boolean root) {

  private static final Path OS_RELEASE = Path.of("/etc/os-release");

  /** The kinds of system that need different commands. */
  public enum Kind {
    /** Debian, Ubuntu, and systems based on them. */
    DEBIAN,
    /** Any other Linux. */
    LINUX,
    /** macOS. */
    MAC,
    /** Windows, not WSL. */
    WINDOWS
  }

  /** Returns this machine. */
  public static Machine current() {
    Kind kind = kindOf(System.getProperty("os.name"), osRelease());
    return new Machine(kind, System.getProperty("user.name").equals("root"));
  }

  /** Returns whether containers use the machine's own kernel, and its JDK can go into an image. */
  public boolean isLinux() {
    return kind == Kind.DEBIAN || kind == Kind.LINUX;
  }

  static Kind kindOf(String osName, String osRelease) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return Kind.WINDOWS;
    }
    if (name.startsWith("mac")) {
      return Kind.MAC;
    }
    boolean debian =
        osRelease
            .lines()
            .filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
            .anyMatch(line -> line.contains("debian") || line.contains("ubuntu"));
    return debian ? Kind.DEBIAN : Kind.LINUX;
  }

  private static String osRelease() {
    try {
      return Files.readString(OS_RELEASE, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
