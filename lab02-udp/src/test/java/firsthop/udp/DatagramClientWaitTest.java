package firsthop.udp;

import static firsthop.udp.ScriptedServer.HOST;
import static firsthop.udp.ScriptedServer.LONG;
import static firsthop.udp.ScriptedServer.QUESTION;
import static firsthop.udp.ScriptedServer.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.net.DatagramSocket;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests how long the client waits and how a call ends. {@link DatagramClientTest} tests what it
 * sends.
 */
@ExerciseTest(DatagramClient.class)
class DatagramClientWaitTest {
  /** The tolerance in milliseconds for clocks that count whole milliseconds. */
  private static final int CLOCK = 5;

  private final DatagramClient client = new MyDatagramClient();

  @ParameterizedTest
  @Order(11)
  @CsvSource({"1, 100", "2, 60", "3, 40"})
  @Hint("Count the sends. After the last send, wait once more, and then throw the exception.")
  void after_so_many_attempts_and_the_last_time_out_it_gives_up(int attempts, int firstTimeout)
      throws IOException {
    try (ScriptedServer server = new ScriptedServer()) {
      long start = System.nanoTime();
      String outcome = server.ask(client, attempts, firstTimeout);
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertThat(outcome).isEqualTo("SocketTimeoutException");
      assertThat(server.requests()).as("datagrams that the server received").hasSize(attempts);
      int all = firstTimeout * ((1 << attempts) - 1);
      assertThat(millis)
          .as(
              "ms until the exception, with %d time-outs that double, the first one %d ms",
              attempts, firstTimeout)
          .isGreaterThanOrEqualTo(all - CLOCK);
    }
  }

  @Test
  @Order(12)
  @Hint("The first time-out is the argument. Each further time-out is twice the one before.")
  void time_outs_double() throws IOException {
    try (ScriptedServer server = new ScriptedServer()) {
      server.ask(client, 4, 50);
      assertThat(server.requests()).as("datagrams that the server received").hasSize(4);
      int expected = 0;
      for (int i = 1; i < 4; i++) {
        expected += 50 << (i - 1);
        assertThat(server.requests().get(i).millis())
            .as("ms until datagram %d came; the first wait is 50 ms, and waits double", i + 1)
            .isGreaterThanOrEqualTo(expected - CLOCK);
      }
    }
  }

  @Test
  @Order(13)
  @Hint("If another datagram arrives, wait only for the time that is left of the time-out.")
  void what_is_ignored_makes_no_wait_longer_or_shorter() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(request -> request.makeNoise(new byte[3], 1_000))) {
      long start = System.nanoTime();
      String outcome = server.ask(client, 1, 200);
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertThat(outcome).isEqualTo("SocketTimeoutException");
      assertThat(millis)
          .as("ms until the exception, with one time-out of 200 ms and noise for 1000 ms")
          .isBetween(195L, 900L);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "-1, 100", "1, 0", "1, -100"})
  @Hint("Check the arguments before you open a socket: a time-out of 0 means to wait for ever.")
  void numbers_below_1_are_refused_and_nothing_is_sent(int attempts, int firstTimeout)
      throws IOException {
    try (ScriptedServer server = new ScriptedServer()) {
      String outcome;
      try {
        outcome = server.ask(client, attempts, firstTimeout);
      } catch (IllegalArgumentException e) {
        outcome = "IllegalArgumentException";
      }
      assertThat(outcome)
          .as("request with %d attempts and a first time-out of %d ms", attempts, firstTimeout)
          .isEqualTo("IllegalArgumentException");
      assertThat(server.requests()).as("datagrams that the server received").isEmpty();
    }
  }

  @Test
  @Hint("InetAddress.getByName throws an IOException for an unknown name. Do not catch it.")
  void an_unknown_host_is_an_IOException() {
    String host = "a..host";
    String outcome;
    try {
      outcome = client.request(host, 7, QUESTION, 1, 100).length + " bytes";
    } catch (IOException e) {
      outcome = "IOException";
    } catch (IllegalArgumentException e) {
      outcome = "IllegalArgumentException";
    }
    assertThat(outcome).as("request to the host \"%s\"", host).isEqualTo("IOException");
  }

  @Test
  @Hint("A try with resources closes the socket in every case.")
  void the_socket_is_closed_after_a_reply_and_after_a_time_out() throws IOException {
    try (ScriptedServer polite = new ScriptedServer(request -> request.reply(ascii("yes")));
        ScriptedServer mute = new ScriptedServer()) {
      client.request(HOST, polite.port(), QUESTION, 1, LONG);
      assertThat(isFree(polite.requests().get(0).port()))
          .as("the client's port is free after the reply")
          .isTrue();
      assertThat(mute.ask(client, 1, 50)).isEqualTo("SocketTimeoutException");
      assertThat(isFree(mute.requests().get(0).port()))
          .as("the client's port is free after the last time-out")
          .isTrue();
    }
  }

  private static boolean isFree(int port) {
    try {
      new DatagramSocket(port).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
