package firsthop.grader.platforms;

import java.util.regex.Pattern;

/** Recognizes the names of Java sources, as people and their programs write them. */
public final class SourceFileName {
  /** Any file with the ending, which a web form may have prolonged, and a class as plain text. */
  private static final Pattern SOURCE =
      Pattern.compile("(?i).*\\.java(\\.txt)?|(.*/)?(?-i:My[A-Z]\\w*)\\.txt", Pattern.DOTALL);

  private SourceFileName() {}

  /** Returns whether a file with this name or path is read as a Java source. */
  public static boolean matches(String name) {
    return SOURCE.matcher(name).matches();
  }
}
