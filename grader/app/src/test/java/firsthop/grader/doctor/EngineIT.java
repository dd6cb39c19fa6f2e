package firsthop.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.image.DockerRequired;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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

  @Test
  void another_engine_than_the_named_one_is_not_used() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("DOCKER_HOST", "unix:///var/run/there-is-none.sock");
    Engine.Answer answer = new TestcontainersEngine(environment, Duration.ofSeconds(30)).ask();
    assertThat(answer.facts()).isEmpty();
    assertThat(answer.trouble()).contains(EngineTrouble.NAMED_ONE);
    assertThat(answer.detail()).isEqualTo("unix:///var/run/there-is-none.sock");
  }
}
