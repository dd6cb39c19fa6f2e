package firsthop.udp;

import static firsthop.udp.UdpClient.HOST;
import static firsthop.udp.UdpClient.same;
import static firsthop.udp.UdpClient.show;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers. How it starts and ends is in {@link UdpEchoServerLifeTest}. */
@ExerciseTest(UdpEchoServer.class)
class UdpEchoServerTest {
  private final UdpEchoServer server = new MyUdpEchoServer();
  private int port;

  @BeforeEach
  void start() throws IOException {
    port = server.start(HOST, 0);
    assertThat(port).as("the port that start(\"%s\", 0) returned", HOST).isBetween(1, 65_535);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @Order(1)
  @Hint("A packet's data is the whole buffer; its length says how much of it was received.")
  void the_answer_has_exactly_the_bytes_that_were_sent() throws IOException {
    try (UdpClient client = new UdpClient()) {
      assertEcho(client, "hello".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  @Order(2)
  @Hint(
      "A packet's length or a buffer's limit, left from the last datagram, is no room for the"
          + " next.")
  void a_long_datagram_after_a_short_one_comes_back_whole() throws IOException {
    try (UdpClient client = new UdpClient()) {
      assertEcho(client, bytes(1));
      assertEcho(client, bytes(20));
      assertEcho(client, bytes(3));
      assertEcho(client, bytes(200));
    }
  }

  @Test
  @Order(3)
  @Hint("UDP has no connection: each datagram brings along the address and port to answer.")
  void every_client_gets_the_answer_to_its_own_datagram() throws IOException {
    byte[][] payloads = {bytes(10), bytes(11), bytes(12)};
    try (UdpClient first = new UdpClient();
        UdpClient second = new UdpClient();
        UdpClient third = new UdpClient()) {
      UdpClient[] clients = {first, second, third};
      for (int round = 1; round <= 2; round++) {
        for (int i = 0; i < clients.length; i++) {
          clients[i].send(port, payloads[i]);
        }
        for (int i = clients.length - 1; i >= 0; i--) {
          assertThat(clients[i].answerTo(payloads[i], port))
              .as("round %d, answer to client %d, which sent %s", round, i + 1, show(payloads[i]))
              .isEqualTo(same(payloads[i]));
        }
      }
    }
  }

  @Test
  @Hint("A datagram without a single byte is a datagram. In UDP, length 0 is not the end.")
  void an_empty_datagram_comes_back_empty_and_the_next_one_is_served() throws IOException {
    try (UdpClient client = new UdpClient()) {
      assertEcho(client, bytes(0));
      assertEcho(client, bytes(7));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {513, 1_025, 1_473, 8_193, 65_506, 65_507})
  @Hint("What doesn't fit into the buffer is cut off without a word: make room for the largest.")
  void a_datagram_of_any_size_comes_back_whole(int size) throws IOException {
    try (UdpClient client = new UdpClient()) {
      assertEcho(client, bytes(size));
    }
  }

  @Test
  @Hint("Bytes are not text: a String cannot hold every sequence of bytes.")
  void every_value_of_a_byte_comes_back_as_it_was() throws IOException {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (255 - i);
    }
    try (UdpClient client = new UdpClient()) {
      assertEcho(client, all);
    }
  }

  private void assertEcho(UdpClient client, byte[] payload) throws IOException {
    assertThat(client.ask(port, payload))
        .as("answer to %s", show(payload))
        .isEqualTo(same(payload));
  }

  /** Gives bytes of which no two neighbours are equal, and none is 0. */
  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i % 251 + 1);
    }
    return bytes;
  }
}
