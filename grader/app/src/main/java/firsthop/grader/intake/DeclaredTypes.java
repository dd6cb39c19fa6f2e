package firsthop.grader.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The classes, interfaces, enums and records at the top level of a source, found in one pass even
 * if the source is very long.
 *
 * @param types the types in the order of the source
 * @param isJava whether the source begins as a Java source does, and declares a type
 */
record DeclaredTypes(List<Type> types, boolean isJava) {
  /**
   * A type.
   *
   * @param supertypes the words between its name and its body, such as {@code implements Codec}
   */
  record Type(String name, boolean isPublic, Set<String> supertypes) {}

  /** Far more than a source has. */
  private static final int MAX_TYPES = 1_000;

  /** Returns the types of a source. */
  static DeclaredTypes in(String source) {
    return new Scanner(source).scan();
  }

  /** Returns the name of the public type, which gives the file its name; empty if there is none. */
  Optional<String> publicName() {
    return types.stream().filter(Type::isPublic).map(Type::name).findFirst();
  }

  /** Reads a source from its start to its end. */
  private static final class Scanner {
    private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");

    /** The words with which a Java source can begin; an annotation begins with a sign. */
    private static final Set<String> FIRST_WORDS =
        Set.of(
            "package",
            "import",
            "public",
            "final",
            "abstract",
            "strictfp",
            "sealed",
            "non",
            "class",
            "interface",
            "enum",
            "record");

    private final String source;
    private final List<Type> types = new ArrayList<>();

    /** The words of the present header: of the last type, until its body begins. */
    private Set<String> header = new HashSet<>();

    private int at;

    private Scanner(String source) {
      this.source = source;
    }

    private DeclaredTypes scan() {
      int depth = 0;
      boolean isPublic = false;
      boolean named = false;
      Optional<Boolean> begins = Optional.empty();
      boolean hasBody = false;
      while (at < source.length() && types.size() < MAX_TYPES) {
        char letter = source.charAt(at);
        if (Character.isJavaIdentifierStart(letter)) {
          String token = identifier();
          if (depth > 0) {
            continue;
          }
          begins = Optional.of(begins.orElse(FIRST_WORDS.contains(token)));
          if (named) {
            header = new HashSet<>();
            types.add(new Type(token, isPublic, header));
            named = false;
            isPublic = false;
            continue;
          }
          named = KINDS.contains(token);
          isPublic |= token.equals("public");
          header.add(token);
        } else if (!skip(letter)) {
          begins = Optional.of(begins.orElse(letter == '@'));
          depth += "({".indexOf(letter) >= 0 ? 1 : ")}".indexOf(letter) >= 0 ? -1 : 0;
          hasBody |= letter == '{' && !types.isEmpty();
          if (letter == '{' || letter == '}' || letter == ';') {
            header = new HashSet<>();
          }
          // The modifier public does not continue after a body or a semicolon.
          isPublic &= letter != '}' && letter != ';';
          named = false;
          at++;
        }
      }
      return new DeclaredTypes(List.copyOf(types), begins.orElse(false) && hasBody);
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
}
