package firsthop.grader.intake;

import java.util.Optional;
import java.util.Set;

/**
 * Finds the public class, interface, enum or record of a source, which gives the file its name, in
 * one pass even if the source is very long.
 */
final class PublicType {
  private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");

  private final String source;
  private int at;

  private PublicType(String source) {
    this.source = source;
  }

  /** Returns the name of the public type; empty if there is none. */
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
        String token = identifier();
        if (depth > 0) {
          continue;
        }
        if (named) {
          return Optional.of(token);
        }
        named = isPublic && KINDS.contains(token);
        isPublic |= token.equals("public");
      } else if (!skip(letter)) {
        depth += "({".indexOf(letter) >= 0 ? 1 : ")}".indexOf(letter) >= 0 ? -1 : 0;
        // The modifier public does not continue after a body or a semicolon.
        isPublic &= letter != '}' && letter != ';';
        named = false;
        at++;
      }
    }
    return Optional.empty();
  }

  private String identifier() {
    int start = at;
    while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
      at++;
    }
    return source.substring(start, at);
  }

  /** Skips white space, a comment or a literal; returns false if there is none. */
  private boolean skip(char letter) {
    if (Character.isWhitespace(letter)) {
      at++;
    } else if (source.startsWith("//", at)) {
      at = after("\n", at);
    } else if (source.startsWith("/*", at)) {
      at = after("*/", at + 2);
    } else if (source.startsWith("\"\"\"", at)) {
      at = after("\"\"\"", at + 3);
    } else if (letter == '"' || letter == '\'') {
      skipLiteral(letter);
    } else {
      return false;
    }
    return true;
  }

  private void skipLiteral(char quote) {
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
