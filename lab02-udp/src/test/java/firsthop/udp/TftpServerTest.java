package firsthop.udp;

import static firsthop.udp.ReadingClient.HOST;
import static firsthop.udp.ReadingClient.READ;
import static firsthop.udp.ReadingClient.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Tests what the server sends. {@link TftpServerLifeTest} tests how it starts and stops. */
@ExerciseTest(TftpServer.class)
class TftpServerTest {
  /** Longer than a test takes, so that even on a busy machine no block is sent again. */
  private static final int TIMEOUT_MILLIS = 5_000;

  private static final Map<String, byte[]> FILES =
      Map.of("short", bytes(7), "long", bytes(1_100), "even", bytes(1_024), "empty", bytes(0));

  private final TftpServer server = new MyTftpServer();
  private int port;

  @BeforeEach
  void start() throws IOException {
    port = server.start(HOST, 0, FILES, TIMEOUT_MILLIS, 3);
    assertThat(port).as("the port that start returned").isBetween(1, 65_535);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @Order(1)
  @Hint("DATA is the bytes 0 and 3, two bytes of block number, and then the bytes of the file.")
  void a_short_file_comes_as_one_block() throws IOException {
    try (ReadingClient client = new ReadingClient(port)) {
      client.read("short");
      assertThat(client.next())
          .as("packet after a request for a file of 7 bytes")
          .isEqualTo("DATA 1, 7 bytes");
      assertThat(client.payload()).as("the bytes in DATA 1").isEqualTo(FILES.get("short"));
    }
  }

  @Test
  @Order(2)
  @Hint("A new socket at port 0 gets a new port. The transfer sends and receives with this socket.")
  void a_transfer_has_a_port_of_its_own() throws IOException {
    try (ReadingClient one = new ReadingClient(port);
        ReadingClient other = new ReadingClient(port)) {
      one.read("short");
      assertThat(one.next()).as("packet after a first request").isEqualTo("DATA 1, 7 bytes");
      other.read("short");
      assertThat(other.next()).as("packet after a second request").isEqualTo("DATA 1, 7 bytes");
      assertThat(new int[] {port, one.port(), other.port()})
          .as("the ports of the server and of its two transfers")
          .doesNotHaveDuplicates();
    }
  }

  @Test
  @Order(3)
  void the_next_block_comes_when_the_one_before_has_been_acknowledged() throws IOException {
    try (ReadingClient client = new ReadingClient(port)) {
      client.read("long");
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      String[] expected = {"DATA 1, 512 bytes", "DATA 2, 512 bytes", "DATA 3, 76 bytes"};
      for (int block = 1; block <= 3; block++) {
        assertThat(client.next())
            .as("packet after %s", block == 1 ? "the request" : "ACK " + (block - 1))
            .isEqualTo(expected[block - 1]);
        read.writeBytes(client.payload());
        client.ack(block);
      }
      assertThat(read.toByteArray())
          .as("the bytes of all blocks together")
          .isEqualTo(FILES.get("long"));
      assertThat(client.nextWithin(100)).as("packets after the last ACK").isEmpty();
    }
  }

  @Test
  @Order(4)
  @Hint("The last block has fewer than 512 bytes. It may have 0 bytes.")
  void a_file_of_whole_blocks_and_an_empty_one_end_with_an_empty_block() throws IOException {
    try (ReadingClient client = new ReadingClient(port)) {
      client.read("even");
      assertThat(client.next())
          .as("packet after a request for a file of 1,024 bytes")
          .isEqualTo("DATA 1, 512 bytes");
      client.ack(1);
      assertThat(client.next()).as("packet after ACK 1").isEqualTo("DATA 2, 512 bytes");
      client.ack(2);
      assertThat(client.next()).as("packet after ACK 2").isEqualTo("DATA 3, 0 bytes");
    }
    try (ReadingClient client = new ReadingClient(port)) {
      client.read("empty");
      assertThat(client.next())
          .as("packet after a request for an empty file")
          .isEqualTo("DATA 1, 0 bytes");
    }
  }

  @Test
  @Order(5)
  @Hint("Check the opcode first, then the mode, then the file.")
  void what_is_not_served_is_refused_with_an_ERROR() throws IOException {
    try (ReadingClient client = new ReadingClient(port)) {
      client.request(WRITE, "short", "octet");
      assertThat(client.next()).as("answer to a write request").isEqualTo("ERROR 2");
      client.request(READ, "short", "netascii");
      assertThat(client.next()).as("answer to a request in another mode").isEqualTo("ERROR 4");
      client.request(7, "short", "octet");
      assertThat(client.next()).as("answer to a packet with the opcode 7").isEqualTo("ERROR 4");
      client.read("Short");
      assertThat(client.next()).as("answer to a request for \"Short\"").isEqualTo("ERROR 1");
      client.request(READ, "short", "OCTET", "blksize", "1024");
      assertThat(client.next()).as("answer to OCTET and an option").isEqualTo("DATA 1, 7 bytes");
    }
  }

  @Test
  @Order(6)
  @Hint("Each transfer needs its own thread. Another thread waits for the next request.")
  void a_slow_client_makes_nobody_wait() throws IOException {
    try (ReadingClient slow = new ReadingClient(port);
        ReadingClient quick = new ReadingClient(port)) {
      slow.read("long");
      assertThat(slow.next())
          .as("the first packet to the slow client")
          .isEqualTo("DATA 1, 512 bytes");
      quick.read("even");
      assertThat(quick.next())
          .as("the first packet to the quick client")
          .isEqualTo("DATA 1, 512 bytes");
      quick.ack(1);
      assertThat(quick.next())
          .as("the second packet to the quick client")
          .isEqualTo("DATA 2, 512 bytes");
      slow.ack(1);
      assertThat(slow.next())
          .as("the second packet to the slow client")
          .isEqualTo("DATA 2, 512 bytes");
    }
  }

  @Test
  @Hint("Ignore an ACK that is not for the current block, and go on waiting.")
  void a_duplicate_ACK_sends_nothing() throws IOException {
    try (ReadingClient client = new ReadingClient(port)) {
      client.read("long");
      assertThat(client.next()).as("packet after the request").isEqualTo("DATA 1, 512 bytes");
      client.ack(1);
      client.ack(1);
      assertThat(client.next()).as("packet after ACK 1, twice").isEqualTo("DATA 2, 512 bytes");
      assertThat(client.nextWithin(100)).as("packets because of the second ACK 1").isEmpty();
      client.ack(2);
      assertThat(client.next()).as("packet after ACK 2").isEqualTo("DATA 3, 76 bytes");
    }
  }

  @Test
  @Hint("Compare the sender's address and port with the client's. Other senders get ERROR 5.")
  void a_stranger_gets_ERROR_5_and_changes_nothing() throws IOException {
    try (ReadingClient client = new ReadingClient(port);
        ReadingClient stranger = new ReadingClient(port)) {
      client.read("long");
      assertThat(client.next()).as("packet after the request").isEqualTo("DATA 1, 512 bytes");
      stranger.ack(1, client.port());
      assertThat(stranger.next()).as("answer to a stranger's ACK 1").isEqualTo("ERROR 5");
      assertThat(client.nextWithin(100))
          .as("packets to the client because of a stranger's ACK")
          .isEmpty();
      client.ack(1);
      assertThat(client.next())
          .as("packet after the client's ACK 1")
          .isEqualTo("DATA 2, 512 bytes");
    }
  }

  @Test
  @Hint("Send the same packet again after each time-out, and count the sends.")
  void a_block_without_an_ACK_is_sent_as_often_as_attempts_says() throws IOException {
    try (TftpServer hasty = new MyTftpServer();
        ReadingClient client = new ReadingClient(hasty.start(HOST, 0, FILES, 150, 3))) {
      long asked = System.nanoTime();
      client.read("long");
      for (int send = 1; send <= 3; send++) {
        assertThat(client.next()).as("send %d of 3", send).isEqualTo("DATA 1, 512 bytes");
      }
      long millis = (System.nanoTime() - asked) / 1_000_000;
      assertThat(millis)
          .as("ms until the third send, after two time-outs of 150 ms")
          .isBetween(298L, 2_000L);
      assertThat(client.nextWithin(400)).as("packets after 3 sends without an ACK").isEmpty();
    }
  }

  /** Returns bytes in which neighbours are different, and blocks are different too. */
  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i % 251 - 100);
    }
    return bytes;
  }
}
