package firsthop.grader.doctor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SocketBufferProbeTest {
  @TempDir private Path folder;

  @Test
  void buffers_of_the_usual_size_need_no_remedy() throws Exception {
    assertThat(look("212992\n").remedy()).isEmpty();
  }

  @Test
  void larger_buffers_are_no_obstacle_but_get_advice() throws Exception {
    Finding finding = look("212993\n");
    assertThat(finding.good()).isTrue();
    assertThat(finding.found()).contains("212993");
    assertThat(finding.remedy()).startsWith("sysctl -w net.core.rmem_max=212992");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_kernels_own_setting_is_read_whole() throws Exception {
    Path setting = Path.of("/proc/sys/net/core/rmem_max");
    assumeTrue(Files.exists(setting), "needs " + setting + ", which only the host's namespace has");
    Process cat = new ProcessBuilder("cat", setting.toString()).start();
    String bytes = new String(cat.getInputStream().readAllBytes(), US_ASCII).strip();
    assertThat(new SocketBufferProbe(setting).check().get(0).found())
        .startsWith("net.core.rmem_max is " + bytes + " bytes");
  }

  @Test
  void another_system_has_no_such_setting() {
    assertThat(new SocketBufferProbe(folder.resolve("absent")).check()).isEmpty();
  }

  private Finding look(String setting) throws Exception {
    Path file = Files.writeString(folder.resolve("rmem_max"), setting);
    return new SocketBufferProbe(file).check().get(0);
  }
}
