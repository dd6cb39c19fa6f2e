package firsthop.grader.proof;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.grading.Grading;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.submission.Submission;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An exercise in which every call hangs must not hold its bench for the time of all its tests. */
@ResourceLock("candidate processes")
class HangingExerciseIT {
  private static final String PATH = "firsthop/addresses/MyIpv4Codec.java";
  private static final String SOURCE =
      """
      package firsthop.addresses;

      public class MyIpv4Codec implements Ipv4Codec {
        @Override
        public int parse(String text) {
          while (true) {
            Thread.onSpinWait();
          }
        }

        @Override
        public String format(int address) {
          return String.valueOf(parse(""));
        }
      }
      """;

  @Test
  void after_three_time_outs_the_others_are_not_run() throws Exception {
    Installation installation = Installation.current();
    Lab lab = Course.read(installation).labs().get(0);
    SubmissionResult result;
    try (Sandbox sandbox = new ProcessSandbox(installation, Limits.STANDARD);
        Grading grading = new Grading(sandbox, 1)) {
      result =
          grading
              .grade(
                  List.of(new Submission("kim", Map.of(lab.id(), Map.of(PATH, SOURCE)), List.of())),
                  List.of(lab),
                  done -> {})
              .get(0);
    }
    ExerciseResult exercise = result.labs().get(0).exercises().get(0);
    Map<Verdict, Long> counts =
        exercise.tests().stream().collect(groupingBy(TestResult::verdict, counting()));
    assertThat(counts)
        .containsOnlyKeys(Verdict.TIMED_OUT, Verdict.NOT_RUN)
        .containsEntry(Verdict.TIMED_OUT, 3L);
    assertThat(exercise.score()).isZero();
  }
}
