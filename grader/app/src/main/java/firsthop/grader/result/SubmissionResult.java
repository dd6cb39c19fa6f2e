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
    Status status,
    List<LabResult> labs,
    List<String> notices,
    Instant started,
    long millis,
    SubmissionOrigin arrival) {

  /** The outcome of grading a submission. */
  public enum Status {
    GRADED("graded"),
    NOTHING_HANDED_IN("nothing handed in"),
    /**
     * Nothing in it could be read, such as a damaged archive. The student must hand it in again.
     */
    NOT_READABLE("not readable"),
    /** It stopped the examiner twice. The points that it earned before are kept. */
    BROKE_THE_BENCH("broke the bench"),
    /** The machine failed. The score is not a mark. */
    NOT_GRADED("not graded");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** Returns the text of the status in tables and files. */
    public String label() {
      return label;
    }
  }

  /** Returns this result with another start and duration. */
  public SubmissionResult at(Instant start, long duration) {
    return new SubmissionResult(id, digest, status, labs, notices, start, duration, arrival);
  }

  /** Returns this result with other labs. */
  public SubmissionResult withLabs(List<LabResult> others) {
    boolean failed =
        status != Status.NOT_READABLE && others.stream().anyMatch(LabResult::notGraded);
    Status whole = failed ? Status.NOT_GRADED : status;
    return new SubmissionResult(id, digest, whole, others, notices, started, millis, arrival);
  }

  /** Returns this result with only some of the labs. */
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

  /** Returns an exercise by its id; empty if there is none. */
  public Optional<ExerciseResult> exercise(String exercise) {
    return exercises().filter(each -> each.exercise().id().equals(exercise)).findFirst();
  }

  /** Returns whether there is no mark because the machine failed. */
  public boolean notGraded() {
    return status == Status.NOT_GRADED;
  }

  /** Returns whether there is no mark, for any reason. */
  public boolean hasNoMark() {
    return notGraded() || status == Status.NOT_READABLE;
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
