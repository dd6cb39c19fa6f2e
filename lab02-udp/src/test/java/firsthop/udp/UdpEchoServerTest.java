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

/** Tests the answers of the server. {@link UdpEchoServerLifeTest} tests how it starts and stops. */
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
  @Hint("getData returns the whole buffer; getLength says how many bytes were received.")
  void the_answer_has_exactly_the_bytes_that_were_sent() throws IOException {
    try (UdpClient client = new UdpClient()) {
      assertEcho(client, "hello".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  @Order(2)
  @Hint(
      "After receive, the packet has the length of that datagram. Set it back to the length of"
          + " the whole buffer before the next receive.")
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
  @Hint("UDP has no connection: take the address and port for the answer from each datagram.")
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
  @Hint("A datagram of 0 bytes is a normal datagram. In UDP, length 0 does not mean the end.")
  void an_empty_datagram_comes_back_empty_and_the_next_one_is_served() throws IOException {
    try (UdpClient client = new UdpClient()) {
      assertEcho(client, bytes(0));
      assertEcho(client, bytes(7));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {513, 1_025, 1_473, 8_193, 65_506, 65_507})
  @Hint("Bytes that do not fit are cut off. The buffer needs room for the largest datagram.")
  void a_datagram_of_any_size_comes_back_whole(int size) throws IOException {
    try (UdpClient client = new UdpClient()) {
      assertEcho(client, bytes(size));
    }
  }

  @Test
  @Hint("Bytes are not text. If you turn them into a String and back, some of them change.")
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

  /** Returns bytes other than 0 in which neighbours are different. */
  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i % 251 + 1);
    }
    return bytes;
  }
}
