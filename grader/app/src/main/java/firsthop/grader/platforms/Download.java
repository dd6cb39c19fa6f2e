package firsthop.grader.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The submissions that an instructor gave, after their layout is known.
 *
 * @param description the end of a sentence, such as {@code a Canvas download of 31 submissions}
 * @param submissions all submissions in it
 * @param remarks messages for the instructor about the whole download, one line each
 * @param beside what lies beside the submissions of a platform, and does not have its names
 */
public record Download(
    String description,
    List<ReceivedSubmission> submissions,
    List<String> remarks,
    LooseWork beside) {

  /** Creates a download with nothing beside it. */
  Download(String description, List<ReceivedSubmission> submissions, List<String> remarks) {
    this(description, submissions, remarks, LooseWork.NONE);
  }

  /** Returns the same download with one more remark. */
  public Download withRemark(String remark) {
    List<String> all = new ArrayList<>(remarks);
    all.add(remark);
    return new Download(description, submissions, all, beside);
  }

  /**
   * Returns the download in which the work beside it has rows of its own. The remarks name it, and
   * everything that is left out.
   */
  public Download withWorkBeside() {
    Set<String> taken =
        submissions.stream().map(ReceivedSubmission::id).collect(Collectors.toSet());
    List<ReceivedSubmission> all = new ArrayList<>(submissions);
    Set<String> added = new TreeSet<>();
    Set<String> again = new TreeSet<>();
    for (ReceivedSubmission each : beside.submissions()) {
      if (taken.contains(each.id())) {
        again.add(each.root().name());
      } else {
        added.add(each.root().name());
        all.add(each);
      }
    }
    List<String> lines = new ArrayList<>(remarks);
    if (!added.isEmpty()) {
      lines.add(
          "not named by the platform, so each of these has a row of its own: "
              + String.join(", ", added));
    }
    if (!again.isEmpty()) {
      lines.add(
          "left out, because the platform has a submission of this name: "
              + String.join(", ", again));
    }
    lines.addAll(beside.leftOut());
    return new Download(description, all, lines);
  }

  /** Returns a count with its noun, such as {@code 1 folder}. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
