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
    Status status,
    List<LabResult> labs,
    List<String> notices,
    Instant started,
    long millis,
    SubmissionOrigin arrival) {

  /** How the grading of a submission ended. */
  public enum Status {
    GRADED("graded"),
    NOTHING_HANDED_IN("nothing handed in"),
    /** Nothing of it could be read, such as a damaged archive; the student has to be asked. */
    NOT_READABLE("not readable"),
    /** It brought down examiner or compiler twice; what it earned before stands. */
    BROKE_THE_BENCH("broke the bench"),
    /** The machine failed; the score is no mark. */
    NOT_GRADED("not graded");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    /** Returns the status as tables and files spell it. */
    public String words() {
      return words;
    }
  }

  /** Returns it as of another time. */
  public SubmissionResult at(Instant start, long duration) {
    return new SubmissionResult(id, digest, status, labs, notices, start, duration, arrival);
  }

  /** Returns it with other labs. */
  public SubmissionResult withLabs(List<LabResult> others) {
    boolean failed =
        status != Status.NOT_READABLE && others.stream().anyMatch(LabResult::notGraded);
    Status whole = failed ? Status.NOT_GRADED : status;
    return new SubmissionResult(id, digest, whole, others, notices, started, millis, arrival);
  }

  /** Returns it as it is in some labs alone. */
  public SubmissionResult in(Collection<String> ids) {
    List<LabResult> some = labs.stream().filter(lab -> ids.contains(lab.id())).toList();
    boolean others = status == Status.NOT_GRADED && some.stream().noneMatch(LabResult::notGraded);
    Status now =
        !others
            ? status
            : some.stream().anyMatch(LabResult::brokeBench)
                ? Status.BROKE_THE_BENCH
                : Status.GRADED;
    return new SubmissionResult(id, digest, now, some, notices, started, millis, arrival);
  }

  /** Returns the exercises of all labs, in order. */
  public Stream<ExerciseResult> exercises() {
    return labs.stream().flatMap(lab -> lab.exercises().stream());
  }

  /** Finds an exercise by its id. */
  public Optional<ExerciseResult> exercise(String exercise) {
    return exercises().filter(each -> each.exercise().id().equals(exercise)).findFirst();
  }

  /** Tells whether the score is no mark because the machine failed. */
  public boolean notGraded() {
    return status == Status.NOT_GRADED;
  }

  /** Tells whether the score is no mark, whosever fault that is. */
  public boolean hasNoMark() {
    return notGraded() || status == Status.NOT_READABLE;
  }

  /** Returns the points earned. */
  public int score() {
    return labs.stream().mapToInt(LabResult::score).sum();
  }

  /** Returns the points that could be earned. */
  public int max() {
    return labs.stream().mapToInt(LabResult::max).sum();
  }
}
