package firsthop.grader.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

  @Test
  void what_ldd_says_is_read_file_by_file(@TempDir Path runtime) {
    Map<Path, List<Path>> needs =
        new NativeLibraries(runtime)
            .parse(
                """
                /jdk/bin/java:
                \tlinux-vdso.so.1 (0x00007f88cc4a6000)
                \tlibz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007f88cc471000)
                \t/lib64/ld-linux-x86-64.so.2 (0x00007f88cc4a8000)
                /jdk/lib/libjsound.so:
                \tlibasound.so.2 => not found
                /jdk/lib/libalone.so:
                \tstatically linked
                """);

    assertThat(needs)
        .containsOnly(
            Map.entry(
                Path.of("/jdk/bin/java"),
                List.of(
                    Path.of("/lib/x86_64-linux-gnu/libz.so.1"),
                    Path.of("/lib64/ld-linux-x86-64.so.2"))),
            Map.entry(Path.of("/jdk/lib/libjsound.so"), List.of(Path.of("libasound.so.2"))),
            Map.entry(Path.of("/jdk/lib/libalone.so"), List.of()));
  }
}
