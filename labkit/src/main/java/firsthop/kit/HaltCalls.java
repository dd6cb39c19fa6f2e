package firsthop.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds calls of {@code Runtime.halt} in the compiled classes of a lab. Nothing can hold up such a
 * call: it ends the JVM of the tests at once, without a board. So the tests of that lab do not run.
 */
final class HaltCalls {
  private static final Pattern CALL = Pattern.compile("\\bhalt\\s*\\(");

  private final Optional<HaltCall> first;

  /** Looks for calls in the lab of a contract. */
  HaltCalls(Class<?> contract) {
    this.first = find(contract);
  }

  /** Returns the first call; empty if there is none. */
  Optional<HaltCall> first() {
    return first;
  }

  /** Reports that a test did not run because the student's class calls halt. */
  static final class Refused extends AssertionError {
    private static final long serialVersionUID = 1L;

    Refused(HaltCall call) {
      super("your code calls halt at " + call.place());
    }
  }

  /**
   * A class that calls {@code Runtime.halt}.
   *
   * @param className the name of the outermost class
   * @param place such as {@code MyIpv4Codec.java:23}
   */
  record HaltCall(String className, String place) {

    /** Returns whether the class is the student's answer to this contract. */
    boolean isIn(Class<?> contract) {
      return className.equals(contract.getPackageName() + ".My" + contract.getSimpleName());
    }
  }

  private static Optional<HaltCall> find(Class<?> contract) {
    Optional<Path> root = LabFolder.compiledTo(contract).filter(Files::isDirectory);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(root.get())) {
      return files
          .filter(file -> file.toString().endsWith(".class") && calls(file))
          .map(file -> outermost(root.get().relativize(file)))
          .sorted()
          .findFirst()
          .map(name -> new HaltCall(name, place(contract, name)));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Returns whether the constants of a class name the method: javac writes them as plain text. */
  private static boolean calls(Path classFile) {
    try {
      String text = Files.readString(classFile, StandardCharsets.ISO_8859_1);
      return text.contains("\1\0\4halt") && text.contains("java/lang/Runtime");
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String outermost(Path classFile) {
    String name = classFile.toString().replaceFirst("\\.class$", "").replaceAll("[/\\\\]", ".");
    return name.split("\\$")[0];
  }

  private static String place(Class<?> contract, String className) {
    String file = className.substring(className.lastIndexOf('.') + 1) + ".java";
    List<String> lines =
        LabFolder.of(contract)
            .map(lab -> lab.mainSource(className))
            .map(HaltCalls::read)
            .orElse(List.of());
    return IntStream.range(0, lines.size())
        .filter(i -> CALL.matcher(lines.get(i)).find())
        .mapToObj(i -> file + ":" + (i + 1))
        .findFirst()
        .orElse(file);
  }

  private static List<String> read(Path source) {
    try {
      return Files.readAllLines(source);
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
