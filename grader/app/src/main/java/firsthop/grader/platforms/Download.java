package firsthop.grader.platforms;

import java.util.ArrayList;
import java.util.List;

/**
 * The submissions that an instructor gave, after their layout is known.
 *
 * @param description the end of a sentence, such as {@code a Canvas download of 31 submissions}
 * @param submissions all submissions in it
 * @param remarks messages for the instructor about the whole download, one line each
 */
public record Download(
    String description, List<ReceivedSubmission> submissions, List<String> remarks) {

  /** Returns the same download with one more remark. */
  public Download withRemark(String remark) {
    List<String> all = new ArrayList<>(remarks);
    all.add(remark);
    return new Download(description, submissions, all);
  }

  /** Returns a count with its noun, such as {@code 1 folder}. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
