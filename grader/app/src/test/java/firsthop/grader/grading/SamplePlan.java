package firsthop.grader.grading;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plan for {@link firsthop.grader.course.SampleCourse}: 1.1 of three tests, 1.2 and 2.1 of one.
 */
public final class SamplePlan {
  static final TestKey ONE = new TestKey("1.1", "one");
  static final TestKey TWO = new TestKey("1.1", "two");
  static final TestKey THREE = new TestKey("1.1", "three");
  static final TestKey MASK = new TestKey("1.2", "mask");
  static final TestKey ECHO = new TestKey("2.1", "echo");

  public static final ExamPlan PLAN =
      new ExamPlan(
          List.of(
              exercise("1.1", "firsthop.addresses.Codec", ONE, TWO, THREE),
              exercise("1.2", "firsthop.addresses.Mask", MASK),
              exercise("2.1", "firsthop.udp.Echo", ECHO)));

  /** For what is not expected to take any time. */
  public static final WaitLimits PATIENT = patience(Duration.ofSeconds(10));

  /** For a test of silence, which waits as long. */
  static final WaitLimits IMPATIENT = patience(Duration.ofMillis(500));

  private SamplePlan() {}

  private static WaitLimits patience(Duration silence) {
    return new WaitLimits(
        silence,
        silence,
        Duration.ofMillis(50),
        silence,
        silence.multipliedBy(4),
        silence,
        silence);
  }

  static ExamPlan.Exercise exercise(String id, String contract, TestKey... keys) {
    return new ExamPlan.Exercise(
        id,
        "title",
        "RFC 1",
        contract,
        Stream.of(keys).map(key -> new ExamPlan.Test(key, 4, "", 100)).toList());
  }
}
