package firsthop.grader.grading;

import firsthop.grader.course.Lab;
import firsthop.grader.result.HandedIn;
import firsthop.grader.result.LabResult;
import firsthop.grader.submission.Submission;
import java.util.List;

/**
 * One submission and what is to be done for it.
 *
 * @param labs the labs to grade
 * @param standing results of other labs that stand already
 */
public record GradingTask(Submission submission, List<Lab> labs, List<LabResult> standing) {

  /** Tells whether nothing was found where something could not be read, whatever stands already. */
  boolean isUnreadable() {
    return submission.isUnreadable(labs)
        && standing.stream().noneMatch(lab -> lab.handedIn() == HandedIn.WORK);
  }
}
