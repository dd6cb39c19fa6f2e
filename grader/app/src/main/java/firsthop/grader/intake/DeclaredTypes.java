package firsthop.grader.intake;

import java.util.ArrayList;
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
    private static final String TEXT_BLOCK = "\"\"\"";

    private static final Set<String> KINDS = Set.of("class", "interface", "enum", "record");

    /** What a Java source can begin with. */
    private static final Set<String> FIRST_TOKENS =
        Set.of(
            "@",
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

    /** The words since the last body or semicolon. */
    private final List<String> header = new ArrayList<>();

    private int at;

    private Scanner(String source) {
      this.source = source;
    }

    private DeclaredTypes scan() {
      int depth = 0;
      Optional<Boolean> begins = Optional.empty();
      while (at < source.length() && types.size() < MAX_TYPES) {
        if (skip(source.charAt(at))) {
          continue;
        }
        String token = token();
        begins = Optional.of(begins.orElse(FIRST_TOKENS.contains(token)));
        if (depth == 0) {
          add(token);
        }
        depth = Math.max(0, depth + ("({".contains(token) ? 1 : ")}".contains(token) ? -1 : 0));
      }
      return new DeclaredTypes(List.copyOf(types), begins.orElse(false) && !types.isEmpty());
    }

    /** Adds a word or a sign that is not in a body or in parentheses. */
    private void add(String token) {
      if (Character.isJavaIdentifierStart(token.charAt(0))) {
        header.add(token);
        return;
      }
      if (token.equals("{")) {
        addType();
      }
      if ("{};".contains(token)) {
        header.clear();
      }
    }

    /** Adds the type whose body begins after the header. */
    private void addType() {
      for (int kind = 0; kind < header.size() - 1; kind++) {
        if (KINDS.contains(header.get(kind))) {
          types.add(
              new Type(
                  header.get(kind + 1),
                  header.subList(0, kind).contains("public"),
                  Set.copyOf(header.subList(kind + 2, header.size()))));
          return;
        }
      }
    }

    /** Returns the word or the sign that begins here. */
    private String token() {
      int start = at;
      if (!Character.isJavaIdentifierStart(source.charAt(at))) {
        at++;
        return source.substring(start, at);
      }
      while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
        at++;
      }
      return source.substring(start, at);
    }

    /** Skips white space, comments or a literal; returns false if there is none. */
    private boolean skip(char letter) {
      int afterBlanks = Blanks.end(source, at);
      if (afterBlanks > at) {
        at = afterBlanks;
      } else if (source.startsWith(TEXT_BLOCK, at)) {
        int end = source.indexOf(TEXT_BLOCK, at + TEXT_BLOCK.length());
        at = end < 0 ? source.length() : end + TEXT_BLOCK.length();
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
  }
}
