package firsthop.grader.platforms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes the names of Java sources, as people and their programs write them. */
public final class SourceFileName {
  /** Any file with the ending, which a web form may have prolonged, and a class as plain text. */
  private static final Pattern SOURCE =
      Pattern.compile("(?i).*\\.java(\\.txt)?|(.*/)?(?-i:My[A-Z]\\w*)\\.txt", Pattern.DOTALL);

  private static final Pattern ENDING = Pattern.compile("(?i)(\\.java)?\\.txt$|\\.java$");

  /** A class that a lab asks for, maybe with a name before it, and with the mark of a copy. */
  private static final Pattern CLASS =
      Pattern.compile("((?<owner>.+?)[\\s_.,-]+)??My[A-Z]\\w*([^\\p{L}].*)?", Pattern.DOTALL);

  private SourceFileName() {}

  /** Returns whether a file with this name or path is read as a Java source. */
  public static boolean matches(String name) {
    return SOURCE.matcher(name).matches();
  }

  /**
   * Returns whose a loose source is: what stands before the class in {@code kim_MyUdpEcho.java},
   * else the name without its ending. Empty if the name is only the one of a class.
   */
  static Optional<String> owner(String name) {
    String stem = ENDING.matcher(name).replaceFirst("");
    Matcher named = CLASS.matcher(stem);
    return named.matches() ? Optional.ofNullable(named.group("owner")) : Optional.of(stem);
  }
}
