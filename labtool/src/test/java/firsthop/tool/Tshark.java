package firsthop.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Debian's tshark, as an independent reader of captures. On a build server it must be there. */
public final class Tshark {
  private Tshark() {}

  /** Returns what tshark prints for a capture, with all checksums on; it must not complain. */
  public static String read(Path file, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("tshark", "-r", file.toString()));
    for (String protocol : List.of("ip", "udp", "tcp")) {
      command.addAll(List.of("-o", protocol + ".check_checksum:TRUE"));
    }
    command.addAll(List.of(words));
    Path out = file.resolveSibling("tshark.out");
    Path err = file.resolveSibling("tshark.err");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
    } catch (IOException e) {
      Assumptions.assumeTrue(System.getenv("CI") != null, "tshark is not installed");
      throw e;
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("tshark ended").isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    assertThat(Files.readString(err).lines().filter(line -> !line.contains("Running as user")))
        .isEmpty();
    return Files.readString(out);
  }
}
