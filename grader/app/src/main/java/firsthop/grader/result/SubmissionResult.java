package firsthop.grader.result;

import firsthop.grader.submission.SubmissionOrigin;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of one submission.
 *
 * @param digest SHA-256 of what was graded
 * @param notices what the instructor should know of how it arrived and went
 * @param arrival how it came
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

  /** Return it as of another time. */
  public SubmissionResult at(Instant start, long duration) {
    return new SubmissionResult(id, digest, labs, notices, start, duration, arrival);
  }

  /** Return it with other labs. */
  public SubmissionResult withLabs(List<LabResult> others) {
    return new SubmissionResult(id, digest, others, notices, started, millis, arrival);
  }

  /** Return it as it is in some labs alone. */
  public SubmissionResult in(Collection<String> ids) {
    return withLabs(labs.stream().filter(lab -> ids.contains(lab.id())).toList());
  }

  /** Return the exercises of all labs, in order. */
  public Stream<ExerciseResult> exercises() {
    return labs.stream().flatMap(lab -> lab.exercises().stream());
  }

  /** Find an exercise by its id. */
  public Optional<ExerciseResult> exercise(String exercise) {
    return exercises().filter(each -> each.exercise().id().equals(exercise)).findFirst();
  }

  /** Tell whether the score is no mark because the machine failed. */
  public boolean notGraded() {
    return status() == SubmissionStatus.NOT_GRADED;
  }

  /** Tell whether the score is no mark, whosever fault that is. */
  public boolean hasNoMark() {
    return notGraded() || status() == SubmissionStatus.NOT_READABLE;
  }

  /** Return the points earned. */
  public int score() {
    return labs.stream().mapToInt(LabResult::score).sum();
  }

  /** Return the points that could be earned. */
  public int max() {
    return labs.stream().mapToInt(LabResult::max).sum();
  }
}
