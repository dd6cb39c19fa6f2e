package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.submission.SubmissionOrigin;
import java.util.ArrayList;
import java.util.List;

/**
 * A submission before its files are read.
 *
 * @param id the name of its row of results
 * @param arrival who handed it in, when, and on which platform
 * @param root its content: a folder, an archive, or an unreadable item
 * @param newestFirst whether the items at the top of the root are ordered by time, newest first
 * @param order a larger number was handed in later; comparable within one platform only
 * @param people the people who handed it in
 * @param notices messages for the instructor about how it arrived
 * @param leftOut messages about other work of the same people, which is left out
 */
public record ReceivedSubmission(
    String id,
    SubmissionOrigin arrival,
    Item root,
    boolean newestFirst,
    long order,
    List<Identity> people,
    List<String> notices,
    List<String> leftOut) {

  /**
   * A person, as the platform or the name of the submission identifies them.
   *
   * @param account the number of the person on the platform; empty if unknown
   * @param names other names that may identify the person, the most certain one first
   */
  public record Identity(String account, List<String> names) {}

  /** Creates a submission from a plain folder or archive. */
  public static ReceivedSubmission plain(String id, Item root, long order) {
    return new ReceivedSubmission(
        id,
        SubmissionOrigin.UNKNOWN,
        root,
        false,
        order,
        List.of(new Identity("", List.of(id))),
        List.of(),
        List.of());
  }

  /** Returns the same submission with another id and another arrival. */
  public ReceivedSubmission withIdAndArrival(String id, SubmissionOrigin arrival) {
    return new ReceivedSubmission(id, arrival, root, newestFirst, order, people, notices, leftOut);
  }

  /** Returns the same submission with one more notice. */
  public ReceivedSubmission withNotice(String notice) {
    return new ReceivedSubmission(
        id, arrival, root, newestFirst, order, people, and(notices, notice), leftOut);
  }

  /** Returns the same submission with one more message about work that is left out. */
  public ReceivedSubmission withLeftOut(String message) {
    return new ReceivedSubmission(
        id, arrival, root, newestFirst, order, people, notices, and(leftOut, message));
  }

  private static List<String> and(List<String> messages, String one) {
    List<String> all = new ArrayList<>(messages);
    all.add(one);
    return all;
  }
}
