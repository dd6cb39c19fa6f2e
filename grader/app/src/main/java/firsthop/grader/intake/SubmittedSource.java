package firsthop.grader.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Java source that was handed in.
 *
 * @param displayPath its path in the submission
 * @param packageName the name of the package that it declares; empty for none
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
    String packageName,
    String name,
    String text,
    Optional<String> encodingNotice,
    DeclaredTypes types,
    int rank,
    int nesting,
    Optional<String> movedFrom) {

  static final String JAVA = ".java";

  private static final Set<String> WITHOUT_CLASS = Set.of("module-info.java", "package-info.java");

  private static final Pattern WORD = Pattern.compile("\\p{javaJavaIdentifierPart}++");

  /** Returns its path in a source folder, such as {@code firsthop/udp/MyUdpEchoServer.java}. */
  String path() {
    return packageName.isEmpty() ? name : packageName.replace('.', '/') + "/" + name;
  }

  /** Returns the name of its class. */
  String className() {
    return name.endsWith(JAVA) ? name.substring(0, name.length() - JAVA.length()) : name;
  }

  /** Returns whether it declares a package or a module and no class. */
  boolean isDeclarationOnly() {
    return WITHOUT_CLASS.contains(name);
  }

  /** Returns whether its file has another name than its class. */
  boolean isRenamed() {
    return !FileNames.last(displayPath).equals(name);
  }

  /** Returns the same source in another package. */
  SubmittedSource movedTo(String newPackage) {
    return new SubmittedSource(
        displayPath,
        newPackage,
        name,
        PackageDeclaration.replaced(text, newPackage),
        encodingNotice,
        types,
        rank,
        nesting,
        Optional.of(packageName));
  }

  /** Returns whether another text has the same lines, apart from the space at their ends. */
  boolean hasLinesOf(String other) {
    return lines(text).equals(lines(other));
  }

  private static List<String> lines(String text) {
    return text.strip().lines().map(String::stripTrailing).toList();
  }

  /**
   * Returns all words of the text that may be the name of a class. Words in comments are among
   * them: to compile a class that is not used does no harm.
   */
  Set<String> words() {
    return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
