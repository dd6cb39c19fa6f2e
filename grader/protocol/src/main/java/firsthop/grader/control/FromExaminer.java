package firsthop.grader.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message from an examiner to the grader. */
public sealed interface FromExaminer {

  /** The tests that this examiner has. */
  record Planned(ExamPlan plan) implements FromExaminer {}

  /**
   * Asks for a candidate that connects to this port of the loopback address.
   *
   * @param token the secret that the candidate sends first; valid for one connection
   */
  record CandidateWanted(int port, String token) implements FromExaminer {}

  /**
   * Asks to end the candidate; answered by {@link ToExaminer.CandidateGone}.
   *
   * @param exited whether the process seems to have ended by itself, so that its exit is of
   *     interest
   */
  record CandidateDone(boolean exited) implements FromExaminer {}

  /**
   * A verdict, sent as soon as it is final.
   *
   * @param message the reason, for the instructor; it may quote the hidden test; empty when passed
   * @param thrown the type of the exception of the student's code, if that is the reason
   * @param frames its stack frames in the student's own files, as {@code MyX.java:12}
   * @param trace the messages on the wire, as far as the test recorded them; empty when passed
   * @param millis the duration of the test
   */
  record Decided(
      TestKey test,
      Verdict verdict,
      String message,
      @Nullable String thrown,
      List<String> frames,
      List<TraceEntry> trace,
      long millis)
      implements FromExaminer {}

  /**
   * Every test has a verdict and the candidate is gone.
   *
   * @param openSockets the sockets that it left in the network namespace; empty when there are none
   */
  record Finished(List<String> openSockets) implements FromExaminer {}

  /** The examination cannot continue. It is not known that the submission is the cause. */
  record Broken(String reason) implements FromExaminer {}
}
