package firsthop.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox without any jars to run from. */
@Timeout(60)
class ProcessSandboxTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path home;

  @Test
  void a_worker_that_cannot_start_says_why() throws Exception {
    Files.createDirectories(home.resolve("grader/exams/target/lib"));
    try (ProcessSandbox sandbox = open();
        Worker<ToExaminer, FromExaminer> examiner = sandbox.startExaminer()) {
      assertThat(examiner.receive(LONG)).isEqualTo(Optional.empty());
      assertThat(examiner.exitDetails())
          .contains("it wrote:", "main class firsthop.grader.examiner.Examiner");
    }
  }

  @Test
  void what_is_not_built_is_said_in_a_line() throws Exception {
    try (ProcessSandbox sandbox = open()) {
      assertThatExceptionOfType(NotBuiltException.class)
          .isThrownBy(sandbox::startExaminer)
          .withMessage("firsthop is not built: run ./firsthop, or mvn package");
    }
  }

  @Test
  void a_candidate_that_cannot_start_has_ended() throws Exception {
    Files.createDirectories(home.resolve("grader/exams/target/lib"));
    try (ProcessSandbox sandbox = open();
        Worker<ToExaminer, FromExaminer> examiner = sandbox.startExaminer()) {
      Sandbox.Candidate candidate = sandbox.startCandidate(examiner, 1, "no token");
      assertThat(candidate.end(false)).isEqualTo("ended by the grader");
    }
  }

  @Test
  void what_a_candidate_writes_is_heard_by_who_asks_for_it() throws Exception {
    Files.createDirectories(home.resolve("grader/exams/target/lib"));
    LastLines words = new LastLines();
    try (ProcessSandbox sandbox = open();
        Worker<ToExaminer, FromExaminer> examiner = sandbox.startExaminer()) {
      sandbox.captureOutput(() -> words);
      sandbox.startCandidate(examiner, 1, "no token").end(true);
      words.awaitEnd(LONG);
    }
    assertThat(words.text()).contains("main class firsthop.grader.agent.Agent");
  }

  private ProcessSandbox open() throws MachineFaultException {
    return new ProcessSandbox(new Installation(home), Limits.STANDARD);
  }
}
