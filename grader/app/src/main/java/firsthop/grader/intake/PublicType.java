package firsthop.grader.intake;

import java.util.Optional;
import java.util.Set;

/**
 * Finds the public class, interface, enum or record of a source, after which its file must be
 * named; in one pass however long the source is.
 */
final class PublicType {
  private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");

  private final String source;
  private int at;

  private PublicType(String source) {
    this.source = source;
  }

  /** Returns its name; empty when there is none. */
  static Optional<String> in(String source) {
    return new PublicType(source).find();
  }

  private Optional<String> find() {
    int depth = 0;
    boolean isPublic = false;
    boolean named = false;
    while (at < source.length()) {
      char letter = source.charAt(at);
      if (Character.isJavaIdentifierStart(letter)) {
        String word = word();
        if (depth > 0) {
          continue;
        }
        if (named) {
          return Optional.of(word);
        }
        named = isPublic && KINDS.contains(word);
        isPublic |= word.equals("public");
      } else if (!skipped(letter)) {
        depth += "({".indexOf(letter) >= 0 ? 1 : ")}".indexOf(letter) >= 0 ? -1 : 0;
        // What a type's own body or a semicolon ends is no modifier of the next.
        isPublic &= letter != '}' && letter != ';';
        named = false;
        at++;
      }
    }
    return Optional.empty();
  }

  private String word() {
    int start = at;
    while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
      at++;
    }
    return source.substring(start, at);
  }

  /** Passes over blanks, a comment or a literal. */
  private boolean skipped(char letter) {
    if (Character.isWhitespace(letter)) {
      at++;
    } else if (source.startsWith("//", at)) {
      at = after("\n", at);
    } else if (source.startsWith("/*", at)) {
      at = after("*/", at + 2);
    } else if (source.startsWith("\"\"\"", at)) {
      at = after("\"\"\"", at + 3);
    } else if (letter == '"' || letter == '\'') {
      literal(letter);
    } else {
      return false;
    }
    return true;
  }

  private void literal(char quote) {
    at++;
    while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private int after(String end, int from) {
    int found = source.indexOf(end, from);
    return found < 0 ? source.length() : found + end.length();
  }
}
