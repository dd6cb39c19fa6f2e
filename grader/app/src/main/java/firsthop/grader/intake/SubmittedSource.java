package firsthop.grader.intake;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A Java source that was handed in.
 *
 * @param displayPath its path in the submission
 * @param name the file name that javac expects, from the class that it declares
 * @param text its text, which is corrected if its package is
 * @param encodingNotice a notice about its encoding, as the end of a sentence
 * @param types the types that it declares
 * @param rank a file that was handed in later has a lower rank, if the order is known
 * @param nesting the number of archives that contain it
 * @param movedFrom the package that it declared before its package was corrected; empty text for a
 *     missing declaration
 */
record SubmittedSource(
    String displayPath,
    String name,
    String text,
    Optional<String> encodingNotice,
    DeclaredTypes types,
    int rank,
    int nesting,
    Optional<String> movedFrom) {

  static final String JAVA = ".java";

  /** Returns the name of the package that it declares; empty for none. */
  String packageName() {
    return PackageDeclaration.in(text);
  }

  /** Returns its path in a source folder, such as {@code firsthop/udp/MyUdpEchoServer.java}. */
  String path() {
    String declared = packageName();
    return declared.isEmpty() ? name : declared.replace('.', '/') + "/" + name;
  }

  /** Returns the name of its class. */
  String className() {
    return name.endsWith(JAVA) ? name.substring(0, name.length() - JAVA.length()) : name;
  }

  /** Returns whether its file has another name than its class. */
  boolean isRenamed() {
    return !FileNames.last(displayPath).equals(name);
  }

  /** Returns the same source in another package. */
  SubmittedSource movedTo(String newPackage) {
    return with(PackageDeclaration.replaced(text, newPackage), Optional.of(packageName()));
  }

  /** Returns the same source with imports from a package that was corrected. */
  SubmittedSource importing(String wrong, String right) {
    return with(PackageDeclaration.withImports(text, wrong, right), movedFrom);
  }

  /** Returns whether another source has the same lines. */
  boolean hasLinesOf(String other) {
    return text.strip().lines().toList().equals(other.strip().lines().toList());
  }

  /** Returns all words of the text that may be the name of a class. */
  Set<String> words() {
    Set<String> words = new HashSet<>();
    int start = -1;
    for (int at = 0; at <= text.length(); at++) {
      boolean inWord = at < text.length() && Character.isJavaIdentifierPart(text.charAt(at));
      if (inWord && start < 0) {
        start = at;
      } else if (!inWord && start >= 0) {
        words.add(text.substring(start, at));
        start = -1;
      }
    }
    return words;
  }

  private SubmittedSource with(String newText, Optional<String> from) {
    return new SubmittedSource(
        displayPath, name, newText, encodingNotice, types, rank, nesting, from);
  }
}
