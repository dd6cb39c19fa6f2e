package firsthop.grader.proof.rules;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Javadoc of a source as a person reads it: words and spaces, without markup. */
final class JavadocText {
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern LINE_START = Pattern.compile("(?m)^[ \\t]*\\*?");
  private static final Pattern LINK =
      Pattern.compile("\\{@link(?:plain)?\\s+(\\S+?)(?:\\s+([^{}]*))?}");
  private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s*([^{}]*)}");
  private static final Pattern ELEMENT = Pattern.compile("</?[a-zA-Z][^>]*>");

  private JavadocText() {}

  /** Returns all the Javadoc of a source. */
  static String of(String source) {
    StringBuilder text = new StringBuilder();
    for (Matcher comment = COMMENT.matcher(source); comment.find(); ) {
      text.append(plain(LINE_START.matcher(comment.group(1)).replaceAll(""))).append(' ');
    }
    return text.toString();
  }

  /** Returns a piece of Javadoc, or a quotation of one, without markup and with single spaces. */
  static String plain(String javadoc) {
    String text = LINK.matcher(javadoc).replaceAll(JavadocText::label);
    String before;
    do {
      before = text;
      text = INLINE.matcher(text).replaceAll("$1");
    } while (!text.equals(before));
    return ELEMENT.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }

  private static String label(MatchResult link) {
    String shown = link.group(2) != null ? link.group(2) : link.group(1).replace('#', '.');
    return Matcher.quoteReplacement(shown);
  }
}
