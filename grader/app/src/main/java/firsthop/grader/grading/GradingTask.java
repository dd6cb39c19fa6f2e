package firsthop.grader.grading;

import firsthop.grader.course.Lab;
import firsthop.grader.result.HandedIn;
import firsthop.grader.result.LabResult;
import firsthop.grader.submission.Submission;
import java.util.List;

/**
 * One submission and the work that it needs.
 *
 * @param labs the labs to grade
 * @param kept the results of other labs, which are kept from an earlier run
 */
public record GradingTask(Submission submission, List<Lab> labs, List<LabResult> kept) {

  /**
   * Tells whether nothing was found where something could not be read, whatever is kept from an
   * earlier run.
   */
  boolean isUnreadable() {
    return submission.isUnreadable(labs)
        && kept.stream().noneMatch(lab -> lab.handedIn() == HandedIn.WORK);
  }
}
