package firsthop.grader.result;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** How the grading of a submission ended. It depends only on the results of its labs. */
public enum SubmissionStatus {
  /** Every test of every lab has its verdict. */
  GRADED("graded"),
  /** There is no work in any of the labs. */
  NOTHING_HANDED_IN("nothing handed in"),
  /** Nothing in it could be read, such as a damaged archive. Ask the student for it again. */
  NOT_READABLE("not readable"),
  /** It made the examiner or the compiler fail twice. The points earned before are kept. */
  BROKE_THE_BENCH("broke the bench"),
  /** The machine failed. The score does not count as a mark. */
  NOT_GRADED("not graded");

  private final String label;

  SubmissionStatus(String label) {
    this.label = label;
  }

  /**
   * Returns the status of a submission in these labs. If a lab has no mark, its status is the
   * status of the submission. "Not graded" comes before "not readable", because another run can
   * repair it. A submission without labs is graded.
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

  /** Returns the status as it is written in tables and files. */
  public String label() {
    return label;
  }
}
