package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.submission.SubmissionOrigin;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody handed in, before it is read.
 *
 * @param id the name under which its marks are entered
 * @param root what it is: a folder, an archive, or what cannot be read
 * @param newestFirst whether what lies at the root's top is in the order in which it was handed in
 * @param order what is larger was handed in later, as far as the same platform says it
 * @param people each who handed it in, as a roster may know them
 * @param notices what the instructor should know of how it arrived
 */
public record ReceivedSubmission(
    String id,
    SubmissionOrigin arrival,
    Item root,
    boolean newestFirst,
    long order,
    List<Who> people,
    List<String> notices) {

  /**
   * Somebody, as the name of what they handed in says it.
   *
   * @param account by what the platform knows them, which is a number like any other; empty for
   *     none
   * @param names whatever else may stand for them, the surest first
   */
  public record Who(String account, List<String> names) {}

  /** Makes one of a plain folder or archive. */
  public static ReceivedSubmission plain(String id, Item root, long order) {
    return new ReceivedSubmission(
        id,
        SubmissionOrigin.UNKNOWN,
        root,
        false,
        order,
        List.of(new Who("", List.of(id))),
        List.of());
  }

  public ReceivedSubmission as(String other, SubmissionOrigin how) {
    return new ReceivedSubmission(other, how, root, newestFirst, order, people, notices);
  }

  public ReceivedSubmission noticed(String notice) {
    List<String> all = new ArrayList<>(notices);
    all.add(notice);
    return new ReceivedSubmission(id, arrival, root, newestFirst, order, people, all);
  }
}
