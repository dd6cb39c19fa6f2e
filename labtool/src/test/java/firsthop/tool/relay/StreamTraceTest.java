package firsthop.tool.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.tool.Tshark;
import firsthop.tool.project.SolvedLab;
import firsthop.tool.project.StudentObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** With the reference solution of lab 3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamTraceTest {
  private static final FateSequence.Shares LOSSY =
      new FateSequence.Shares(0.2, 0.1, 0.1, 0.1, 200, 7);

  @TempDir private static Path folder;
  private ClassLoader lab;

  @BeforeAll
  void compile() throws Exception {
    lab = SolvedLab.load("lab03-tcp", folder.resolve("classes"));
  }

  @Test
  void a_stream_arrives_whole_over_a_bad_network_and_one_seed_draws_one_picture() throws Exception {
    String picture = trace(LOSSY, null);
    assertThat(picture)
        .contains("The whole stream arrived: 8000 octets", "-x  ", "(lost)", "SEQ 0", ", FIN");
    assertThat(trace(LOSSY, null)).isEqualTo(picture);
  }

  @Test
  void without_an_acknowledgment_the_sender_gives_up_and_that_is_said() throws Exception {
    assertThat(trace(new FateSequence.Shares(1, 0, 0, 0, 1, 1), null))
        .contains("The stream did not arrive: 0 of 8000 octets", "failed true");
  }

  @Test
  void the_capture_has_right_checksums() throws Exception {
    Path file = folder.resolve("stream.pcapng");
    String picture = trace(LOSSY, file);
    assertThat(Tshark.read(file, "-Y", "tcp.checksum.status == 1").lines())
        .hasSize((int) picture.lines().count() - 1);
  }

  private String trace(FateSequence.Shares shares, Path file) throws Exception {
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(drawn, true, UTF_8);
    try (TrafficLog log = new TrafficLog(out, file)) {
      new StreamTrace(
              StudentObject.create(lab, "firsthop.tcp.MyRetransmittingSender"),
              StudentObject.create(lab, "firsthop.tcp.MyReassembler"),
              shares,
              log,
              8_000)
          .run(out);
    }
    return drawn.toString(UTF_8);
  }
}
