package firsthop.grader.result;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** How the grading of a submission ended. It follows from its labs, and from nothing else. */
public enum SubmissionStatus {
  /** Every test of every lab has its verdict. */
  GRADED("graded"),
  /** There is no work in any of the labs. */
  NOTHING_HANDED_IN("nothing handed in"),
  /** Nothing of it could be read, such as a damaged archive; the student has to be asked. */
  NOT_READABLE("not readable"),
  /** It brought down examiner or compiler twice; what it earned before stands. */
  BROKE_THE_BENCH("broke the bench"),
  /** The machine failed; the score is no mark. */
  NOT_GRADED("not graded");

  private final String label;

  SubmissionStatus(String label) {
    this.label = label;
  }

  /**
   * Returns the status of a submission in some labs. A lab without a mark decides before one with a
   * mark, and the machine's fault before the student's, since it takes only another run. Without
   * labs there is nothing left to grade.
   */
  public static SubmissionStatus of(Collection<LabResult> labs) {
    Set<SubmissionStatus> each =
        labs.stream().map(SubmissionStatus::of).collect(Collectors.toUnmodifiableSet());
    for (SubmissionStatus decisive : new SubmissionStatus[] {NOT_GRADED, NOT_READABLE}) {
      if (each.contains(decisive)) {
        return decisive;
      }
    }
    if (each.equals(Set.of(NOTHING_HANDED_IN))) {
      return NOTHING_HANDED_IN;
    }
    return each.contains(BROKE_THE_BENCH) ? BROKE_THE_BENCH : GRADED;
  }

  private static SubmissionStatus of(LabResult lab) {
    if (lab.notGraded()) {
      return lab.handedIn() == HandedIn.UNREADABLE ? NOT_READABLE : NOT_GRADED;
    }
    if (lab.handedIn() == HandedIn.NOTHING) {
      return NOTHING_HANDED_IN;
    }
    return lab.brokeBench() ? BROKE_THE_BENCH : GRADED;
  }

  /** Returns the status as tables and files spell it. */
  public String label() {
    return label;
  }
}
