package firsthop.grader.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.gradebook.Gradebook;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.SampleSpecs;
import firsthop.grader.submission.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What plain processes withstand: everything that does not need a wall. */
@ResourceLock("candidate processes")
class HostileInProcessIT extends HostileSubmissionsContract {
  /** These look at the host, or use up what it shares with them; see HostileInDockerIT. */
  private static final Set<String> NEED_A_WALL =
      Set.of(
          "connects-to-the-host",
          "fills-time-wait",
          "parks-500-socket-pairs",
          "searches-for-tests-and-token");

  private static final Pattern LITERAL = Pattern.compile("ipv4, \"([^\"]{3,})\"");

  @Override
  Sandbox open() throws Exception {
    return new ProcessSandbox(installation, Limits.STANDARD);
  }

  @Override
  boolean withstands(String attack) {
    return !NEED_A_WALL.contains(attack);
  }

  @Test
  void an_orphan_is_gone_when_its_submission_is_graded() throws Exception {
    Instant before = Instant.now().minusSeconds(1);
    gradeBetweenNeighbours(find("leaves-an-orphan"), UnaryOperator.identity());
    assertThat(ProcessHandle.allProcesses())
        .filteredOn(process -> process.info().startInstant().orElse(before).isAfter(before))
        .filteredOn(
            process ->
                process
                    .info()
                    .commandLine()
                    .orElse("")
                    .contains(installation.agentJars().get(0).toString()))
        .isEmpty();
  }

  @Test
  void no_hidden_input_that_a_submission_throws_reaches_its_feedback(@TempDir Path folder)
      throws Exception {
    SubmissionResult result =
        gradeBetweenNeighbours(find("throws-its-arguments"), UnaryOperator.identity());
    Gradebook.open(
            folder,
            new RunEnvironment("test", 1, sandbox().describe()),
            SampleSpecs.of("submissions"))
        .record(
            result,
            new Submission(
                result.id(),
                Map.of("lab01", Map.of("firsthop/addresses/MyIpv4Codec.java", "\n".repeat(42))),
                List.of()));
    Path own = folder.resolve("submissions").resolve(result.id());
    String feedback = Files.readString(own.resolve("feedback.md"));
    List<String> literals =
        LITERAL
            .matcher(
                Files.readString(
                    installation
                        .home()
                        .resolve(
                            "grader/exams/src/main/java/firsthop/grader/exams/addresses/Ipv4CodecExam.java")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(literals).hasSizeGreaterThan(20);
    assertThat(feedback).doesNotContain(literals.toArray(String[]::new));
    assertThat(Files.readString(own.resolve("result.json")))
        .as("the instructor sees what the student threw")
        .contains("192.168.0.1");
  }

  private HostileSubmission find(String name) throws Exception {
    return attacks().filter(attack -> attack.name().equals(name)).findFirst().orElseThrow();
  }
}
