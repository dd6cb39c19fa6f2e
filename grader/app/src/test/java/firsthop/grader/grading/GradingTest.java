package firsthop.grader.grading;

import static firsthop.grader.course.SampleCourse.LAB01;
import static firsthop.grader.grading.GradingSamples.submission;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.ScriptedSandbox.passAll;
import static firsthop.grader.grading.ScriptedSandbox.saysAnywhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.control.FromExaminer.CandidateWanted;
import firsthop.grader.grading.ScriptedSandbox.EndOfProcess;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GradingTest {
  private final List<SubmissionResult> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void results_have_the_order_of_the_submissions_whichever_is_ready_first() throws Exception {
    CountDownLatch laterIsDone = new CountDownLatch(1);
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  if (saysAnywhere(request, "slow")) {
                    laterIsDone.await(10, TimeUnit.SECONDS);
                  }
                  passAll(request, grader);
                });
    List<SubmissionResult> results;
    try (Grading grading = new Grading(sandbox, 2, 0, PATIENT)) {
      results =
          grading.grade(
              List.of(submission("slow", "slow"), submission("quick", "quick")),
              List.of(LAB01),
              result -> {
                done.add(result);
                laterIsDone.countDown();
              });
    }
    assertThat(results).extracting(SubmissionResult::id).containsExactly("slow", "quick");
    assertThat(done).extracting(SubmissionResult::id).containsExactly("quick", "slow");
  }

  @Test
  void one_submissions_fault_never_touches_anothers_row() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  if (saysAnywhere(request, "breaks")) {
                    throw new EndOfProcess();
                  }
                  passAll(request, grader);
                });
    List<Submission> submissions =
        IntStream.range(0, 30)
            .mapToObj(i -> submission("s" + i, i % 3 == 1 ? "breaks" : "code"))
            .toList();
    List<SubmissionResult> results = grade(sandbox, 3, submissions);
    for (int i = 0; i < results.size(); i++) {
      assertThat(results.get(i).id()).isEqualTo("s" + i);
      assertThat(results.get(i).score()).isEqualTo(i % 3 == 1 ? 0 : 12);
      assertThat(results.get(i).status())
          .isEqualTo(i % 3 == 1 ? SubmissionStatus.BROKE_THE_BENCH : SubmissionStatus.GRADED);
    }
  }

  @Test
  void a_thread_that_fails_costs_its_own_submission_alone() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  if (saysAnywhere(request, "unknown")) {
                    grader.say(new CandidateWanted(1, "unknown"));
                    grader.hang();
                  }
                  passAll(request, grader);
                })
            .startingCandidates(
                token -> {
                  throw new IllegalStateException("a bug in the sandbox");
                });
    List<SubmissionResult> results =
        grade(sandbox, 1, List.of(submission("a", "unknown"), submission("b", "code")));
    assertThat(results)
        .extracting(SubmissionResult::status)
        .containsExactly(SubmissionStatus.NOT_GRADED, SubmissionStatus.GRADED);
    assertThat(results.get(0).notices())
        .contains(
            "lab01: not graded: a bug in firsthop: java.lang.IllegalStateException: a bug"
                + " in the sandbox");
    assertThat(done).extracting(SubmissionResult::id).containsExactly("a", "b");
  }

  @Test
  void a_result_that_cannot_be_kept_costs_no_other() throws Exception {
    List<SubmissionResult> results;
    try (Grading grading = new Grading(new ScriptedSandbox(PLAN), 1, 0, PATIENT)) {
      results =
          grading.grade(
              List.of(submission("a", "code"), submission("b", "code")),
              List.of(LAB01),
              result -> {
                if (result.id().equals("a")) {
                  throw new UncheckedIOException(new IOException("No space left on device"));
                }
              });
    }
    assertThat(results)
        .extracting(SubmissionResult::status)
        .containsExactly(SubmissionStatus.NOT_GRADED, SubmissionStatus.GRADED);
    assertThat(results.get(0).notices())
        .anySatisfy(
            notice ->
                assertThat(notice)
                    .contains("its result could not be saved")
                    .contains("No space left on device"));
  }

  @Test
  void no_result_is_made_up_when_the_wait_is_ended() throws Exception {
    CountDownLatch examined = new CountDownLatch(1);
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  examined.countDown();
                  grader.hang();
                });
    Thread waiting = Thread.currentThread();
    Thread user =
        new Thread(
            () -> {
              try {
                examined.await();
                waiting.interrupt();
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    user.start();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> grade(sandbox, 1, List.of(submission("kim", "code"))));
    user.join();
    assertThat(done).isEmpty();
  }

  private List<SubmissionResult> grade(
      ScriptedSandbox sandbox, int benches, List<Submission> submissions) throws Exception {
    try (Grading grading = new Grading(sandbox, benches, 0, PATIENT)) {
      return grading.grade(submissions, List.of(LAB01), done::add);
    }
  }
}
