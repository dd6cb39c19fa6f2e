package firsthop.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.docker.DockerSandbox;
import firsthop.grader.grading.Grading;
import firsthop.grader.image.DockerRequired;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.submission.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is right in another way than the reference is right in Docker, too. */
@DockerRequired
class RightInDockerIT {
  private final Installation installation = Installation.current();

  @Test
  void every_right_solution_earns_every_point() throws Exception {
    Course course = Course.read(installation);
    List<SubmissionResult> results = new ArrayList<>();
    try (Sandbox sandbox =
            DockerSandbox.open(installation, Limits.STANDARD, null, System.err::println);
        Grading grading = new Grading(sandbox, Runtime.getRuntime().availableProcessors() + 1)) {
      for (Lab lab : course.labs()) {
        List<Submission> right = new ArrayList<>();
        for (ExamPlan.Exercise exercise : grading.plan().exercises()) {
          if (exercise.lab() == lab.number()) {
            KnownSubmission.right(installation.home().resolve("grader/exams/right"), exercise)
                .forEach(
                    known ->
                        right.add(
                            new Submission(
                                known.toString(),
                                Map.of(lab.id(), known.withDependents(lab)),
                                List.of())));
          }
        }
        results.addAll(grading.grade(right, List.of(lab), done -> {}));
      }
    }
    assertThat(results).isNotEmpty();
    assertSoftly(
        softly ->
            results.forEach(
                result -> {
                  softly
                      .assertThat(tests(result).map(TestResult::verdict))
                      .as("%s: %s", result.id(), result.notices())
                      .contains(Verdict.PASSED);
                  tests(result)
                      .filter(test -> test.verdict() != Verdict.MISSING)
                      .forEach(
                          test ->
                              softly
                                  .assertThat(test.verdict())
                                  .as("%s: %s", result.id(), words(test))
                                  .isEqualTo(Verdict.PASSED));
                }));
  }

  private static Stream<TestResult> tests(SubmissionResult result) {
    return result.labs().stream()
        .flatMap(lab -> lab.exercises().stream())
        .flatMap(exercise -> exercise.tests().stream());
  }

  private static String words(TestResult test) {
    return test.test().key()
        + ": "
        + test.message()
        + test.trace().stream().map(entry -> "\n" + entry).collect(Collectors.joining());
  }
}
