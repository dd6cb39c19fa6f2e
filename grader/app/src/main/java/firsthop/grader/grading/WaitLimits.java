package firsthop.grader.grading;

import java.time.Duration;

/**
 * How long the grader waits for its workers. Whatever takes longer is over.
 *
 * @param start how long an examiner may take to start and to find its exams
 * @param silence how long beyond a test's own limit an examiner may say nothing: long enough for a
 *     candidate's start and end
 * @param change how long the change from one candidate to the next may take
 * @param compilation how long javac may take at once; more than that is the student's fault
 * @param compilations how long it may take in all for one submission in one lab, so that one that
 *     keeps javac busy file by file does not hold up the class
 * @param settling how long an outage may take to come through after what it broke
 * @param outage how long a run waits for an engine that is gone to come back
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
