package firsthop.udp;

import static firsthop.udp.ScriptedTftpServer.From.SERVER;
import static firsthop.udp.ScriptedTftpServer.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests how a file is read when packets are lost. */
@ExerciseTest(TftpClient.class)
class TftpLossTest {
  private static final int TIMEOUT_MILLIS = 250;
  private static final byte[] FULL = new byte[512];
  private static final byte[] END = "the end".getBytes(StandardCharsets.US_ASCII);

  private final TftpClient client = new MyTftpClient();
  private ScriptedTftpServer server;

  @BeforeEach
  void open() throws IOException {
    server = new ScriptedTftpServer();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  @Hint("The request can be lost too. Send it again when its time-out has passed.")
  void a_request_that_gets_lost_is_sent_again() throws Exception {
    server.on("RRQ notes octet").on("RRQ notes octet", SERVER.data(1, END));
    assertThat(outcome(3)).isEqualTo("7 bytes");
    assertThat(server.heard()).containsExactly("RRQ notes octet", "RRQ notes octet", "ACK 1");
  }

  @Test
  @Hint("If the next block does not come, the ACK or the DATA was lost. Send the ACK again.")
  void an_ack_that_gets_lost_is_sent_again() throws Exception {
    server
        .on("RRQ notes octet", SERVER.data(1, FULL))
        .on("ACK 1", SERVER.data(2, FULL))
        .on("ACK 2")
        .on("ACK 2", SERVER.data(3, END));
    assertThat(outcome(3)).isEqualTo("1031 bytes");
    assertThat(server.heard())
        .containsExactly("RRQ notes octet", "ACK 1", "ACK 2", "ACK 2", "ACK 3");
  }

  @Test
  @Hint("The last attempt has a time-out too. Give up only after this time-out.")
  void after_the_last_attempt_and_its_time_out_there_is_an_exception() throws Exception {
    long start = System.nanoTime();
    assertThat(outcome(3)).isEqualTo("SocketTimeoutException");
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    assertThat(millis)
        .as("milliseconds until read gave up, with 3 attempts of %d ms", TIMEOUT_MILLIS)
        .isBetween(3L * TIMEOUT_MILLIS - 10, 10L * TIMEOUT_MILLIS);
    assertThat(server.heard())
        .as("packets that the server received, with 3 attempts")
        .isEqualTo(List.of("RRQ notes octet", "RRQ notes octet", "RRQ notes octet"));
  }

  /** Returns how many bytes were read, or the name of the exception. */
  private String outcome(int attempts) throws IOException {
    try {
      byte[] read = client.read(HOST, server.port(), "notes", TIMEOUT_MILLIS, attempts);
      return read.length + " bytes";
    } catch (SocketTimeoutException e) {
      return "SocketTimeoutException";
    }
  }
}
