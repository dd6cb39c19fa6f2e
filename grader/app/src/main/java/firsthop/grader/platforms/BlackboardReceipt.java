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

  private static final Pattern FILE =
      Pattern.compile(
          "(?m)^\\h*Original filename:\\h*(?<original>.+?)\\h*$\\s*^\\h*Filename:\\h*(?<name>.+?)\\h*$");

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
    Map<String, String> names = new HashMap<>();
    Matcher file = FILE.matcher(receipt);
    while (file.find()) {
      names.put(file.group("name"), file.group("original"));
    }
    return new BlackboardReceipt(
        known ? owner.group("person") : "",
        known ? owner.group("user").strip() : "",
        text.equals(NO_TEXT) ? "" : text,
        names);
  }
}
