package firsthop.grader.platforms;

import java.util.ArrayList;
import java.util.List;

/**
 * What an instructor gave, once it is known what it is.
 *
 * @param what the end of a sentence, such as {@code a Canvas download of 31 submissions}
 * @param submissions each of them
 * @param remarks what the instructor should know of the whole, a line each
 */
public record Download(String what, List<ReceivedSubmission> submissions, List<String> remarks) {

  /** Returns it with one more remark. */
  public Download remarked(String remark) {
    List<String> all = new ArrayList<>(remarks);
    all.add(remark);
    return new Download(what, submissions, all);
  }

  /** Returns a count with its noun, such as {@code 1 folder}. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
