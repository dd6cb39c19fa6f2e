package firsthop.grader.control;

import java.util.List;
import java.util.Map;

/** A message from the grader to an examiner. */
public sealed interface ToExaminer {

  /**
   * The first message; answered by {@link FromExaminer.Planned}.
   *
   * @param bench the bench's number, 1 to 250: its hosts are 127.bench.x.y
   * @param ownNamespace whether the network namespace belongs to this bench alone, so that the
   *     examiner can check that it is clean
   * @param seed the seed of the tests' random numbers
   */
  record Open(int bench, boolean ownNamespace, long seed) implements ToExaminer {}

  /**
   * Asks to examine one submission in one lab; answered by a {@link FromExaminer.Decided} for each
   * test and {@link FromExaminer.Finished} at the end, with requests for candidates between them.
   *
   * @param tests the tests to run; the others already have a verdict
   * @param timeOuts after so many time-outs in an exercise, its other tests are not run
   * @param given the lab's own classes by binary name, without any {@code MyX}
   * @param handedIn the student's classes
   */
  record Examine(
      List<TestKey> tests, int timeOuts, Map<String, byte[]> given, Map<String, byte[]> handedIn)
      implements ToExaminer {}

  /**
   * The candidate is gone; answers {@link FromExaminer.CandidateDone}.
   *
   * @param exit how its process ended, such as {@code exit status 1}
   */
  record CandidateGone(String exit) implements ToExaminer {}

  /** The last message. */
  record End() implements ToExaminer {}
}
