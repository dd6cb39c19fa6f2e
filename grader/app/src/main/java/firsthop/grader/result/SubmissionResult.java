package firsthop.grader.result;

import firsthop.grader.submission.SubmissionOrigin;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of one submission.
 *
 * @param digest the SHA-256 digest of the graded files
 * @param notices notices for the instructor about the files and the grading
 * @param arrival the origin of the submission
 */
public record SubmissionResult(
    String id,
    String digest,
    List<LabResult> labs,
    List<String> notices,
    Instant started,
    long millis,
    SubmissionOrigin arrival) {

  /** Returns how its grading ended, in the labs that it has here. */
  public SubmissionStatus status() {
    return SubmissionStatus.of(labs);
  }

  /** Returns this result with another start and duration. */
  public SubmissionResult at(Instant start, long duration) {
    return new SubmissionResult(id, digest, labs, notices, start, duration, arrival);
  }

  /** Returns this result with other labs. */
  public SubmissionResult withLabs(List<LabResult> others) {
    return new SubmissionResult(id, digest, others, notices, started, millis, arrival);
  }

  /** Returns this result with only some of the labs. */
  public SubmissionResult in(Collection<String> ids) {
    return withLabs(labs.stream().filter(lab -> ids.contains(lab.id())).toList());
  }

  /** Returns the exercises of all labs, in order. */
  public Stream<ExerciseResult> exercises() {
    return labs.stream().flatMap(lab -> lab.exercises().stream());
  }

  /** Returns an exercise by its id; empty if there is none. */
  public Optional<ExerciseResult> exercise(String exercise) {
    return exercises().filter(each -> each.exercise().id().equals(exercise)).findFirst();
  }

  /** Returns whether there is no mark because the machine failed. */
  public boolean notGraded() {
    return status() == SubmissionStatus.NOT_GRADED;
  }

  /** Returns whether there is no mark, for any reason. */
  public boolean hasNoMark() {
    return notGraded() || status() == SubmissionStatus.NOT_READABLE;
  }

  /** Returns the points earned. */
  public int score() {
    return labs.stream().mapToInt(LabResult::score).sum();
  }

  /** Returns the maximum points. */
  public int max() {
    return labs.stream().mapToInt(LabResult::max).sum();
  }
}
