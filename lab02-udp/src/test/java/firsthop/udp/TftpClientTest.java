package firsthop.udp;

import static firsthop.udp.ScriptedTftpServer.From.PORT_ASKED;
import static firsthop.udp.ScriptedTftpServer.From.SERVER;
import static firsthop.udp.ScriptedTftpServer.From.STRANGER;
import static firsthop.udp.ScriptedTftpServer.HOST;
import static firsthop.udp.UdpClient.same;
import static firsthop.udp.UdpClient.show;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Tests how a file is read without losses. {@link TftpLossTest} tests what happens with losses. */
@ExerciseTest(TftpClient.class)
class TftpClientTest {
  /** A time-out that never passes, because no packet is lost here. */
  private static final int TIMEOUT_MILLIS = 1_000;

  private static final int ATTEMPTS = 2;

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
  @Order(1)
  @Hint("Keep block numbers in an int. 16 bits without a sign hold 0 to 65535.")
  void block_after_counts_to_65535_and_goes_on_at_0() {
    assertThat(client.blockAfter(1)).as("blockAfter(1)").isEqualTo(2);
    assertThat(client.blockAfter(32_767)).as("blockAfter(32767)").isEqualTo(32_768);
    assertThat(client.blockAfter(65_535)).as("blockAfter(65535)").isZero();
  }

  @Test
  @Order(2)
  @Hint("DATA comes from another port than the one asked. Send the ACK to that port.")
  void a_file_of_one_block_is_asked_for_and_acknowledged() throws Exception {
    byte[] file = "a few words".getBytes(StandardCharsets.US_ASCII);
    server.on("RRQ notes octet", SERVER.data(1, file));
    assertRead(file, read("notes"));
    assertHeard("RRQ notes octet", "ACK 1");
  }

  @Test
  @Order(3)
  void a_file_of_several_blocks_is_put_together() throws Exception {
    byte[][] blocks = {bytes(512), bytes(512), bytes(100)};
    serveCalmly(blocks);
    assertRead(together(blocks), read("notes"));
    assertHeard("RRQ notes octet", "ACK 1", "ACK 2", "ACK 3");
  }

  @Test
  @Order(4)
  @Hint("After a block of 512 bytes there is one more block. The last one may be empty.")
  void a_file_of_whole_blocks_ends_with_an_empty_one() throws Exception {
    byte[][] blocks = {bytes(512), bytes(512), bytes(0)};
    serveCalmly(blocks);
    assertRead(together(blocks), read("notes"));
    assertHeard("RRQ notes octet", "ACK 1", "ACK 2", "ACK 3");
  }

  @Test
  void an_empty_file_is_one_empty_block() throws Exception {
    server.on("RRQ empty octet", SERVER.data(1, bytes(0)));
    assertRead(bytes(0), read("empty"));
    assertHeard("RRQ empty octet", "ACK 1");
  }

  @Test
  @Hint("Look at the block number. If you have the block already, only acknowledge it again.")
  void a_block_that_comes_twice_is_acknowledged_twice_and_kept_once() throws Exception {
    byte[] first = bytes(512);
    byte[] rest = bytes(40);
    server
        .on("RRQ notes octet", SERVER.data(1, first), SERVER.data(1, first))
        .on("ACK 1")
        .on("ACK 1", SERVER.data(2, rest));
    assertRead(together(first, rest), read("notes"));
    assertHeard("RRQ notes octet", "ACK 1", "ACK 1", "ACK 2");
  }

  @Test
  @Hint("Check the address and the port of the sender before you look into a packet.")
  void a_stranger_gets_an_error_5_and_changes_nothing() throws Exception {
    byte[] first = bytes(512);
    byte[] rest = bytes(40);
    server
        .on("RRQ notes octet", SERVER.data(1, first))
        .on("ACK 1", STRANGER.data(2, bytes(7)))
        .on("ERROR 5 at the stranger's port", SERVER.data(2, rest));
    assertRead(together(first, rest), read("notes"));
    assertHeard("RRQ notes octet", "ACK 1", "ERROR 5 at the stranger's port", "ACK 2");
  }

  @Test
  void an_error_of_the_server_is_an_exception_with_code_and_text() throws Exception {
    server.on("RRQ nothing octet", PORT_ASKED.error(1, "File not found"));
    assertThat(outcome("nothing")).isEqualTo("TftpException 1: File not found");
    assertHeard("RRQ nothing octet");
  }

  @Test
  void an_error_may_come_in_the_middle_of_a_file() throws Exception {
    server
        .on("RRQ notes octet", SERVER.data(1, bytes(512)))
        .on("ACK 1", SERVER.error(0, "Disk on fire"));
    assertThat(outcome("notes")).isEqualTo("TftpException 0: Disk on fire");
    assertHeard("RRQ notes octet", "ACK 1");
  }

  @Test
  @Hint("A zero byte ends the name in a request. The server would read the rest as the mode.")
  void a_name_with_a_nul_is_refused_and_nothing_is_sent() throws Exception {
    assertThat(outcome("no\0tes")).isEqualTo("IllegalArgumentException");
    assertHeard();
  }

  private void serveCalmly(byte[]... blocks) {
    server.on("RRQ notes octet", SERVER.data(1, blocks[0]));
    for (int i = 1; i < blocks.length; i++) {
      server.on("ACK " + i, SERVER.data(i + 1, blocks[i]));
    }
  }

  private byte[] read(String file) throws Exception {
    try {
      return client.read(HOST, server.port(), file, TIMEOUT_MILLIS, ATTEMPTS);
    } catch (SocketTimeoutException e) {
      throw new AssertionError(
          "read(\"" + file + "\") gave up; the server received " + server.heard(), e);
    }
  }

  /** Returns the name and message of the exception that reading a file throws. */
  private String outcome(String file) throws Exception {
    try {
      return "no exception, " + show(read(file));
    } catch (TftpException e) {
      return "TftpException " + e.getMessage();
    } catch (IllegalArgumentException e) {
      return "IllegalArgumentException";
    }
  }

  private void assertHeard(String... packets) throws InterruptedException {
    assertThat(server.heard()).as("packets that the server received").containsExactly(packets);
  }

  private static void assertRead(byte[] file, byte[] read) {
    int differsAt = Arrays.mismatch(file, read);
    assertThat(differsAt < 0 ? same(file) : show(read) + ", different from index " + differsAt)
        .as("the file that was read")
        .isEqualTo(same(file));
  }

  private static byte[] together(byte[]... blocks) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] block : blocks) {
      file.writeBytes(block);
    }
    return file.toByteArray();
  }

  /** Returns random bytes, the same for the same length. */
  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
