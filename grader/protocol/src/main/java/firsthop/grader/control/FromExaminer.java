package firsthop.grader.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an examiner says to the grader. */
public sealed interface FromExaminer {

  /** What this examiner can examine. */
  record Planned(ExamPlan plan) implements FromExaminer {}

  /**
   * Starts a candidate, which is to connect to this port of the loopback address.
   *
   * @param token the word that proves it is the one; good for one connection
   */
  record CandidateWanted(int port, String token) implements FromExaminer {}

  /**
   * Ends the candidate, and says when it is gone.
   *
   * @param ended whether its process seems to have ended by itself, so that how is worth a look
   */
  record CandidateDone(boolean ended) implements FromExaminer {}

  /**
   * A verdict, sent as soon as it stands.
   *
   * @param message why, for the instructor: may quote the hidden test; empty when passed
   * @param thrown the type of the exception that the student's code threw, if that is why
   * @param frames where, in the student's own files, as {@code MyX.java:12}
   * @param trace what went over the wire, as far as the test wrote it down; empty when passed
   * @param millis how long the test took
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
   * Every test is decided and the candidate is gone.
   *
   * @param remains what is left of it in the network namespace; empty when that is clean
   */
  record Finished(List<String> remains) implements FromExaminer {}

  /** The examination cannot go on, through no fault that is known to be the submission's. */
  record Broken(String why) implements FromExaminer {}
}
