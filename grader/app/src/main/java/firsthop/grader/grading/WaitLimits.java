package firsthop.grader.grading;

import java.time.Duration;

/**
 * The time limits of the grader's waits.
 *
 * @param start for an examiner to start and to find its exams, and for a compiler to start
 * @param silence for an examiner to send a message, in addition to a test's own limit; it includes
 *     the start and the end of a candidate
 * @param change for the change from one candidate to the next
 * @param compilation for one run of javac; a longer run is the student's fault
 * @param compilations for all runs of javac for one submission in one lab, so that one submission
 *     does not delay the class
 * @param settling for an outage to become visible after the fault that it caused
 * @param outage for a stopped engine to come back
 */
public record WaitLimits(
    Duration start,
    Duration silence,
    Duration change,
    Duration compilation,
    Duration compilations,
    Duration settling,
    Duration outage) {

  /** Generous for a busy machine of two cores. */
  public static final WaitLimits STANDARD =
      new WaitLimits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(15),
          Duration.ofMinutes(30));
}
