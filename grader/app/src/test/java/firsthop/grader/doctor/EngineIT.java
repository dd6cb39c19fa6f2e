package firsthop.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.image.DockerRequired;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@DockerRequired
class EngineIT {

  @Test
  void an_engine_tells_about_itself() {
    Engine engine = new TestcontainersEngine(System.getenv(), Duration.ofSeconds(30));

    Engine.Answer answer = engine.ask();

    assertThat(answer.trouble()).isEmpty();
    assertThat(answer.facts())
        .hasValueSatisfying(
            facts -> {
              assertThat(facts.version()).matches("\\d+\\..*");
              assertThat(facts.apiVersion()).matches("\\d+\\.\\d+");
              assertThat(facts.cgroupVersion()).isIn("1", "2");
              assertThat(facts.kernel()).isEqualTo("linux");
              assertThat(facts.memoryBytes()).isPositive();
              assertThat(facts.processors()).isPositive();
            });
    assertThat(engine.ask()).isSameAs(answer);
  }
}
