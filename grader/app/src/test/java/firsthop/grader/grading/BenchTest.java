package firsthop.grader.grading;

import static firsthop.grader.grading.SamplePlan.ONE;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.ScriptedSandbox.decided;
import static firsthop.grader.grading.ScriptedSandbox.passAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.control.FromExaminer.CandidateDone;
import firsthop.grader.control.FromExaminer.CandidateWanted;
import firsthop.grader.control.FromExaminer.Decided;
import firsthop.grader.control.FromExaminer.Finished;
import firsthop.grader.control.FromExaminer.Planned;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.control.ToExaminer.CandidateGone;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.MachineFaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BenchTest {
  private static final ToExaminer.Examine REQUEST =
      new ToExaminer.Examine(List.of(ONE), 1, Map.of(), Map.of());

  private final List<Decided> decided = new ArrayList<>();

  @Test
  void a_fit_bench_is_used_again() throws Exception {
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN);
    try (BenchSlot slot = new BenchSlot(sandbox, 1, 0, PATIENT)) {
      assertThat(examine(slot)).isEmpty();
      assertThat(examine(slot)).isEmpty();
    }
    assertThat(sandbox.examiners).hasValue(1);
    assertThat(decided).hasSize(2);
  }

  @Test
  void a_bench_with_remains_on_it_is_replaced() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) ->
                    grader.say(new Finished(examiner == 1 ? List.of("udp :53") : List.of())));
    try (BenchSlot slot = new BenchSlot(sandbox, 1, 0, PATIENT)) {
      assertThat(examine(slot)).containsExactly("udp :53");
      assertThat(examine(slot)).isEmpty();
      assertThat(examine(slot)).isEmpty();
    }
    assertThat(sandbox.examiners).hasValue(2);
  }

  @Test
  void remains_are_told_to_the_instructor_and_cost_no_point() throws Exception {
    List<String> remains = List.of("tcp a", "tcp b", "tcp c", "tcp d", "tcp e");
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  for (TestKey key : request.tests()) {
                    grader.say(decided(key, Verdict.PASSED));
                  }
                  grader.say(new Finished(remains));
                });
    SubmissionResult result = GradingSamples.grade(sandbox, PATIENT);
    assertThat(result.score()).isEqualTo(12);
    assertThat(result.notices())
        .contains(
            "lab01: left sockets behind, so the bench was replaced: tcp a; tcp b; tcp c; and 2"
                + " more");
  }

  @Test
  void candidates_are_started_and_ended_as_the_examiner_asks() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  grader.say(new CandidateWanted(1234, "a"));
                  grader.say(new CandidateDone(true));
                  assertThat(grader.hear()).isEqualTo(new CandidateGone("exit status 0"));
                  grader.say(new CandidateWanted(1234, "b"));
                  grader.say(new CandidateDone(false));
                  assertThat(grader.hear()).isEqualTo(new CandidateGone("ended by the grader"));
                  grader.say(new CandidateDone(false));
                  assertThat(grader.hear()).as("there was none").isEqualTo(new CandidateGone(""));
                  passAll(request, grader);
                });
    try (BenchSlot slot = new BenchSlot(sandbox, 1, 0, PATIENT)) {
      assertThat(examine(slot)).isEmpty();
    }
    assertThat(sandbox.candidates).containsExactly("started a", "ended a", "started b", "ended b");
  }

  @Test
  void a_candidate_is_ended_with_its_bench_whatever_became_of_the_examiner() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  grader.say(new CandidateWanted(1234, "a"));
                  throw new ScriptedSandbox.EndOfProcess();
                });
    try (BenchSlot slot = new BenchSlot(sandbox, 1, 0, PATIENT)) {
      assertFault(slot, "the examiner's process ended");
    }
    assertThat(sandbox.candidates).containsExactly("started a", "ended a");
  }

  @Test
  void two_candidates_at_once_are_a_fault_of_the_examiners() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining(
                (examiner, request, grader) -> {
                  grader.say(new CandidateWanted(1, "a"));
                  grader.say(new CandidateWanted(2, "b"));
                  grader.hang();
                });
    try (BenchSlot slot = new BenchSlot(sandbox, 1, 0, PATIENT)) {
      assertFault(slot, "unexpected message from the examiner: CandidateWanted[port=2, token=b]");
    }
    assertThat(sandbox.candidates).containsExactly("started a", "ended a");
  }

  @Test
  void an_examiner_that_says_anything_else_is_a_fault() throws Exception {
    ScriptedSandbox sandbox =
        new ScriptedSandbox(PLAN)
            .examining((examiner, request, grader) -> grader.say(new Planned(PLAN)));
    try (BenchSlot slot = new BenchSlot(sandbox, 1, 0, PATIENT)) {
      assertFault(slot, "unexpected message from the examiner: Planned");
    }
  }

  private void assertFault(BenchSlot slot, String why) {
    assertThatExceptionOfType(MachineFaultException.class)
        .isThrownBy(() -> examine(slot))
        .withMessageStartingWith(why);
  }

  private List<String> examine(BenchSlot slot) throws MachineFaultException {
    return slot.examine(PLAN, REQUEST, decided::add);
  }
}
