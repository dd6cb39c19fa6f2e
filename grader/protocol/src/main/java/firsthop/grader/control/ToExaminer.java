package firsthop.grader.control;

import java.util.List;
import java.util.Map;

/** What the grader says to an examiner. */
public sealed interface ToExaminer {

  /**
   * The first word; answered by {@link FromExaminer.Planned}.
   *
   * @param bench the bench's number, 1 to 250: its hosts are 127.bench.x.y
   * @param ownNamespace whether the network namespace holds nothing but this bench, so that it can
   *     be proven clean
   * @param seed where the tests' chance comes from
   */
  record Open(int bench, boolean ownNamespace, long seed) implements ToExaminer {}

  /**
   * Examines one submission in one lab; answered by a {@link FromExaminer.Decided} for each test
   * and {@link FromExaminer.Finished} at the end, with requests for candidates between them.
   *
   * @param tests what to run; the others were decided without the examiner
   * @param given the lab's own classes by binary name, without any {@code MyX}
   * @param handedIn the student's classes
   */
  record Examine(List<TestKey> tests, Map<String, byte[]> given, Map<String, byte[]> handedIn)
      implements ToExaminer {}

  /**
   * The candidate is gone; answers {@link FromExaminer.CandidateDone}.
   *
   * @param how how its process ended, in words
   */
  record CandidateGone(String how) implements ToExaminer {}

  /** The last word. */
  record End() implements ToExaminer {}
}
