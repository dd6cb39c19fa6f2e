package firsthop.grader.intake;

import java.util.List;

/** The packages in which students cannot add classes: those of the JDK, of labkit, of libraries. */
final class ReservedPackages {
  /** Each with all packages below it. */
  private static final List<String> ROOTS =
      List.of(
          "java",
          "javax",
          "jdk",
          "sun",
          "com.sun",
          "netscape.javascript",
          "org.ietf.jgss",
          "org.jcp.xml.dsig",
          "org.w3c.dom",
          "org.xml.sax",
          "firsthop.grader",
          "firsthop.kit",
          "org.junit",
          "org.assertj",
          "org.jspecify",
          "org.opentest4j",
          "org.apiguardian");

  private ReservedPackages() {}

  /** Returns whether students must not add classes to a package. */
  static boolean contains(String packageName) {
    return ROOTS.stream()
        .anyMatch(root -> packageName.equals(root) || packageName.startsWith(root + "."));
  }
}
