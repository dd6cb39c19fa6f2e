package firsthop.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.doctor.Machine.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineProbeTest {

  private static final Engine.Facts SOUND =
      new Engine.Facts(
          "20.10.24",
          "1.41",
          "Debian 12",
          "linux",
          "1",
          "overlay2",
          true,
          true,
          25_275_498_496L,
          2);

  @Test
  void a_sound_engine_is_described() {
    assertThat(look(Engine.Answer.of(SOUND)))
        .allMatch(Finding::good)
        .extracting(Finding::found)
        .containsExactly(
            "20.10.24 (API 1.41) on Debian 12, 2 processors, 23.5 GiB",
            "cgroup v1; memory and swap can be limited",
            "overlay2");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_INSTALLED, DEBIAN, sudo apt-get install -y --no-install-recommends docker.io iptables",
    "NOT_INSTALLED, MAC, brew install --cask docker",
    "NOT_INSTALLED, WINDOWS, winget install Docker.DockerDesktop",
    "NOT_RUNNING, DEBIAN, sudo systemctl start docker",
    "NOT_RUNNING, LINUX, sudo dockerd",
    "NOT_RUNNING, MAC, open -a Docker",
    "NO_PERMISSION, DEBIAN, sudo usermod -aG docker",
    "NO_ANSWER, LINUX, sudo systemctl restart docker",
    "WITHOUT_LAUNCHER, DEBIAN, ./firsthop"
  })
  void without_an_engine_the_command_that_mends_it_is_named(
      EngineTrouble trouble, Kind kind, String command) {
    Engine engine = () -> Engine.Answer.of(trouble);

    List<Finding> findings = new EngineProbe(engine, new Machine(kind, false)).check();

    assertThat(findings).singleElement().matches(finding -> !finding.good());
    assertThat(findings.get(0).remedy()).contains(command);
  }

  @Test
  void an_engine_that_lets_containers_swap_is_not_good_enough() {
    Engine.Facts swaps =
        new Engine.Facts("24", "1.43", "x", "linux", "1", "overlay2", true, false, 1L << 33, 4);

    assertThat(look(Engine.Answer.of(swaps)))
        .filteredOn(finding -> !finding.good())
        .singleElement()
        .extracting(Finding::remedy)
        .asString()
        .contains("swapaccount=1");
  }

  @Test
  void an_engine_that_copies_images_is_not_good_enough() {
    Engine.Facts copies =
        new Engine.Facts("24", "1.43", "x", "linux", "2", "vfs", true, true, 1L << 33, 4);

    assertThat(look(Engine.Answer.of(copies)))
        .filteredOn(finding -> !finding.good())
        .singleElement()
        .extracting(Finding::remedy)
        .asString()
        .contains("overlay2");
  }

  @Test
  void windows_containers_are_not_good_enough() {
    Engine.Facts windows =
        new Engine.Facts("27", "1.47", "x", "windows", "2", "windowsfilter", true, true, 1, 4);

    assertThat(look(Engine.Answer.of(windows)).get(0).remedy()).contains("Linux containers");
  }

  private static List<Finding> look(Engine.Answer answer) {
    return new EngineProbe(() -> answer, new Machine(Kind.DEBIAN, false)).check();
  }
}
