package firsthop.grader.regrade;

import static firsthop.grader.course.SampleCourse.LAB01;
import static firsthop.grader.grading.GradingSamples.submission;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.ScriptedSandbox.passAll;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.FromExaminer.CandidateDone;
import firsthop.grader.control.FromExaminer.CandidateWanted;
import firsthop.grader.control.TestKey;
import firsthop.grader.grading.ScriptedSandbox;
import firsthop.grader.result.LabResult;
import firsthop.grader.submission.Submission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReplayTest {
  private static final Submission KIM = submission("kim", "code");

  private final List<TestKey> asked = Collections.synchronizedList(new ArrayList<>());
  private final ScriptedSandbox sandbox =
      new ScriptedSandbox(PLAN)
          .examining(
              (examiner, request, grader) -> {
                asked.addAll(request.tests());
                grader.say(new CandidateWanted(1, "token " + asked.size()));
                grader.say(new CandidateDone(false));
                grader.hear();
                passAll(request, grader);
              });

  @Test
  void a_whole_lab_is_run() throws Exception {
    try (Replay replay = new Replay(sandbox, 1, PATIENT)) {
      LabResult lab = replay.run(LAB01, KIM);
      assertThat(lab.score()).isEqualTo(12);
      assertThat(lab.max()).isEqualTo(16);
      assertThat(asked).extracting(TestKey::name).containsExactly("one", "two", "three");
    }
  }

  @Test
  void of_one_exercise_nothing_else_is_run_or_decided() throws Exception {
    Submission both = new Submission("kim", Map.of("lab01", LAB01.overlaid(Map.of())), List.of());
    try (Replay replay = new Replay(sandbox, 1, PATIENT)) {
      LabResult lab = replay.run(LAB01, both, "1.2");
      assertThat(lab.exercises()).hasSize(1);
      assertThat(lab.max()).isEqualTo(4);
      assertThat(asked).containsExactly(new TestKey("1.2", "mask"));
    }
  }

  @Test
  void what_every_process_wrote_is_heard() throws Exception {
    try (Replay replay = new Replay(sandbox, 1, PATIENT)) {
      assertThat(replay.wrote()).isEmpty();
      replay.run(LAB01, KIM);
      replay.run(LAB01, KIM);
      assertThat(replay.wrote()).containsExactly("wrote token 3", "wrote token 6");
    }
  }
}
