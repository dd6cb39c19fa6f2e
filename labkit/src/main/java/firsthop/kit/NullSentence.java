package firsthop.kit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words that a test got null from the student's code where the contract has a value. */
final class NullSentence {
  private static final Pattern RETURNED =
      Pattern.compile("because the return value of \"(?:[\\w$]+\\.)+(\\w+)\\([^\"]*\\)\" is null");

  private NullSentence() {}

  /** Returns the sentence for the exception that the test stopped with. */
  static String of(NullPointerException thrown) {
    Matcher returned = RETURNED.matcher(String.valueOf(thrown.getMessage()));
    String who = returned.find() ? returned.group(1) : "your code";
    return who + " returned null, or null in what it returned: the contract wants a value";
  }
}
