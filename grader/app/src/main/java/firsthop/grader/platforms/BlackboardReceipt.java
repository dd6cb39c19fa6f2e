package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text file that Blackboard puts beside the files of each attempt. Only its first line, with
 * the name and the user, is sure to be Blackboard's: students can type anything into the rest.
 *
 * @param person the name of the person; empty if it is not there
 * @param user the name of the user; empty if it is not there
 * @param text what the student typed in; empty if that is nothing
 * @param originalNames the names that students gave their files, by the names in the download
 */
record BlackboardReceipt(
    String person, String user, String text, Map<String, String> originalNames) {
  /** The first line, whose word depends on the language of the teacher. */
  private static final Pattern OWNER =
      Pattern.compile("\\A\\s*[^:：\\n]{1,40}[:：]\\h*(?<person>.*\\S)\\h*\\((?<user>[^()\\n]+)\\)");

  private static final Pattern TEXT =
      Pattern.compile("(?ms)^Submission Field:\\s*$(?<text>.*?)(^Comments:\\s*$|\\z)");

  private static final String NO_TEXT =
      "There is no student submission text data for this assignment.";

  private static final String ORIGINAL_NAME = "Original filename:";
  private static final String NAME = "Filename:";

  /** Reads a receipt; empty if that is not possible. */
  static Optional<BlackboardReceipt> read(Item.File file) {
    try (InputStream in = file.content().open()) {
      byte[] bytes = in.readNBytes(TypedText.MAX_BYTES + 1);
      return bytes.length > TypedText.MAX_BYTES
          ? Optional.empty()
          : Optional.of(parse(SourceText.of(bytes).text().replace("\r\n", "\n")));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static BlackboardReceipt parse(String receipt) {
    Matcher owner = OWNER.matcher(receipt);
    boolean known = owner.find();
    Matcher typed = TEXT.matcher(receipt);
    String text = typed.find() ? typed.group("text").strip() : "";
    return new BlackboardReceipt(
        known ? owner.group("person") : "",
        known ? owner.group("user").strip() : "",
        text.equals(NO_TEXT) ? "" : text,
        originalNames(receipt));
  }

  private static Map<String, String> originalNames(String receipt) {
    Map<String, String> names = new HashMap<>();
    String original = "";
    for (String line : receipt.lines().map(String::strip).toList()) {
      if (line.startsWith(ORIGINAL_NAME)) {
        original = line.substring(ORIGINAL_NAME.length()).strip();
      } else if (line.startsWith(NAME) && !original.isEmpty()) {
        names.put(line.substring(NAME.length()).strip(), original);
        original = "";
      }
    }
    return names;
  }
}
