package firsthop.grader.bench;

import firsthop.grader.course.Lab;
import firsthop.grader.intake.Submission;
import firsthop.grader.result.LabResult;
import java.util.List;

/**
 * One submission and what is to be done for it.
 *
 * @param labs the labs to grade
 * @param standing results of other labs that stand already
 */
public record Work(Submission submission, List<Lab> labs, List<LabResult> standing) {}
