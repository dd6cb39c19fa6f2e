package firsthop.tcp;

import static firsthop.tcp.EchoTalk.FIN;
import static firsthop.tcp.EchoTalk.HOST;
import static firsthop.tcp.EchoTalk.same;
import static firsthop.tcp.EchoTalk.show;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Tests what the server answers. {@link TcpEchoServerLifeTest} tests how it starts and ends. */
@ExerciseTest(TcpEchoServer.class)
class TcpEchoServerTest {
  private static final int CROWD = 50;

  /** More than the usual buffer of a program, and less than the buffers of the two hosts. */
  private static final int LONG = 40_000;

  private final TcpEchoServer server = new MyTcpEchoServer();
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
  @Hint(
      "Send back as many bytes as read returned, at once. A BufferedOutputStream keeps them until"
          + " flush.")
  void the_bytes_that_were_sent_come_back() throws IOException {
    try (EchoTalk client = new EchoTalk(port)) {
      assertEcho(client, text("hello"));
      assertEcho(client, text("you"));
      assertEcho(client, text("hello again"));
    }
  }

  @Test
  @Order(2)
  void the_next_client_is_served_too() throws IOException {
    for (int i = 1; i <= 3; i++) {
      try (EchoTalk client = new EchoTalk(port)) {
        assertEcho(client, text("I am client " + i));
      }
    }
  }

  @Test
  @Order(3)
  @Hint("While one thread waits in read for a client, another thread must accept the next client.")
  void a_silent_client_holds_up_nobody() throws IOException {
    try (EchoTalk silent = new EchoTalk(port);
        EchoTalk talking = new EchoTalk(port)) {
      assertEcho(talking, text("while another is silent"));
      assertEcho(silent, text("silent no more"));
    }
  }

  @Test
  @Order(4)
  @Hint("The end of the stream is the client's FIN. Yours goes out when you close the socket.")
  void after_the_clients_FIN_comes_the_servers() throws IOException {
    try (EchoTalk client = new EchoTalk(port)) {
      assertEcho(client, text("hello"));
      client.sendFin();
      assertThat(client.end()).as("what comes after the client's FIN").isEqualTo(FIN);
    }
  }

  @Test
  @Hint("Send back all bytes that came before the FIN, and close only then.")
  void what_came_before_the_FIN_comes_back_first() throws IOException {
    byte[] sent = bytes(LONG);
    try (EchoTalk client = new EchoTalk(port)) {
      client.send(sent);
      client.sendFin();
      assertThat(client.answerTo(sent))
          .as("answer to %s and FIN", show(sent))
          .isEqualTo(same(sent));
      assertThat(client.end()).as("what comes after the last byte").isEqualTo(FIN);
    }
  }

  @Test
  @Hint("Do not wait for a full buffer or for the end of a line. Send each byte at once.")
  void a_single_byte_comes_back_without_waiting_for_more() throws IOException {
    try (EchoTalk client = new EchoTalk(port)) {
      for (byte each : text("ping")) {
        assertEcho(client, new byte[] {each});
      }
    }
  }

  @Test
  @Hint("Bytes are not text: a String cannot hold every sequence of bytes.")
  void every_value_of_a_byte_comes_back_as_it_was() throws IOException {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) (255 - i);
    }
    try (EchoTalk client = new EchoTalk(port)) {
      assertEcho(client, all);
    }
  }

  @Test
  @Hint("read or write throws at a reset. This must end only the thread of that client.")
  void a_reset_costs_only_its_own_client() throws IOException {
    try (EchoTalk other = new EchoTalk(port)) {
      assertEcho(other, text("before"));
      EchoTalk rude = new EchoTalk(port);
      assertEcho(rude, text("I'm off"));
      rude.reset();
      assertEcho(other, text("after"));
      try (EchoTalk next = new EchoTalk(port)) {
        assertEcho(next, text("is anybody there?"));
      }
    }
  }

  @Test
  void many_clients_are_served_at_once() throws IOException {
    List<EchoTalk> clients = new ArrayList<>();
    try {
      for (int i = 1; i <= CROWD; i++) {
        EchoTalk client = new EchoTalk(port);
        clients.add(client);
        assertThat(client.say(text("client " + i)))
            .as("answer to client %d, while the others stay connected", i)
            .isEqualTo(same(text("client " + i)));
      }
      for (EchoTalk client : clients) {
        client.send(text("all of us"));
      }
      for (EchoTalk client : clients) {
        assertThat(client.answerTo(text("all of us")))
            .as("answer to one of %d clients that sent at the same time", CROWD)
            .isEqualTo(same(text("all of us")));
      }
    } finally {
      for (EchoTalk client : clients) {
        client.close();
      }
    }
  }

  private static void assertEcho(EchoTalk client, byte[] bytes) throws IOException {
    assertThat(client.say(bytes)).as("answer to %s", show(bytes)).isEqualTo(same(bytes));
  }

  private static byte[] text(String text) {
    return text.getBytes(US_ASCII);
  }

  /** Returns bytes in which no two neighbours are equal and no byte is 0. */
  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i % 251 + 1);
    }
    return bytes;
  }
}
