package firsthop.dns;

import static firsthop.dns.HandMadeResponse.A;
import static firsthop.dns.HandMadeResponse.MX;
import static firsthop.dns.HandMadeResponse.readA;
import static firsthop.dns.ScriptedNameServer.HOST;
import static firsthop.dns.ScriptedNameServer.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Your own {@link MyQueryEncoder} writes the questions; the tests make the answers. */
@ExerciseTest(DnsExchange.class)
class DnsExchangeTest {
  private static final String NAME = "www.example";

  /** The largest rounding error of a few waits, with clocks that count milliseconds. */
  private static final int CLOCK = 5;

  private final DnsExchange exchange = new MyDnsExchange();

  @Test
  @Order(1)
  @Hint("Encode the question, send it, receive one datagram, and decode it.")
  void ask_sends_the_question_and_returns_the_answer() throws IOException {
    try (ScriptedNameServer server = new ScriptedNameServer(DnsExchangeTest::answer)) {
      DnsMessage answer = exchange.ask(HOST, server.port(), NAME, A, true, LONG, 1);
      assertThat(server.queries()).as("datagrams that the server received").hasSize(1);
      assertThat(server.queries().get(0).hexAfterId())
          .as("the bytes after the id")
          .isEqualTo(
              "01 00 00 01 00 00 00 00 00 00 03 77 77 77 07 65 78 61 6d 70 6c 65 00 00 01 00 01");
      assertThat(answer.answers())
          .as("the answer section of the returned message")
          .containsExactly(readA(NAME, "192.0.2.80"));
    }
  }

  @Test
  @Order(2)
  @Hint("The caller gives the name, the type and the recursion flag for each call.")
  void ask_asks_what_it_is_told() throws IOException {
    try (ScriptedNameServer server = new ScriptedNameServer(query -> query.send(query.reply()))) {
      exchange.ask(HOST, server.port(), "example", MX, false, LONG, 1);
      exchange.ask(HOST, server.port(), "example", MX, true, LONG, 1);
      assertThat(server.queries().stream().map(ScriptedNameServer.Asked::hexAfterId))
          .as("the bytes after the ids of two questions")
          .containsExactly(
              "00 00 00 01 00 00 00 00 00 00 07 65 78 61 6d 70 6c 65 00 00 0f 00 01",
              "01 00 00 01 00 00 00 00 00 00 07 65 78 61 6d 70 6c 65 00 00 0f 00 01");
    }
  }

  @Test
  @Order(3)
  @Hint("After each time-out, begin again: with a new id, a new socket, and the same question.")
  void each_attempt_has_a_new_id_and_a_new_port() throws IOException {
    try (ScriptedNameServer server = new ScriptedNameServer()) {
      assertThat(outcome(server, 60, 4)).isEqualTo("SocketTimeoutException");
      List<ScriptedNameServer.Asked> queries = server.queries();
      assertThat(queries).as("datagrams of 4 attempts that the server received").hasSize(4);
      // Two of them may be equal by chance.
      assertThat(queries.stream().map(ScriptedNameServer.Asked::id).distinct())
          .as("different ids")
          .hasSizeGreaterThanOrEqualTo(3);
      assertThat(queries.stream().map(ScriptedNameServer.Asked::port).distinct())
          .as("different ports of the client")
          .hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @Order(4)
  @CsvSource({"1, 150", "3, 60"})
  @Hint("Every attempt waits for the same time. After the last attempt, throw the exception.")
  void after_all_attempts_have_had_their_time_it_gives_up(int attempts, int timeout)
      throws IOException {
    try (ScriptedNameServer server = new ScriptedNameServer()) {
      long start = System.nanoTime();
      assertThat(outcome(server, timeout, attempts)).isEqualTo("SocketTimeoutException");
      assertThat((System.nanoTime() - start) / 1_000_000)
          .as("ms until the exception; %d attempts of %d ms", attempts, timeout)
          .isGreaterThanOrEqualTo(attempts * timeout - CLOCK);
      assertThat(server.queries()).as("datagrams that the server received").hasSize(attempts);
    }
  }

  @Test
  @Order(5)
  @Hint("A received packet has the address and the port of its sender.")
  void what_comes_from_another_port_is_not_the_answer() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(
            query -> {
              query.sendFromAnotherPort(query.reply().a(NAME, 203, 0, 113, 66));
              answer(query);
            })) {
      assertThat(outcome(server, LONG, 1)).isEqualTo("192.0.2.80");
    }
  }

  @Test
  @Order(6)
  @Hint("The answer must have the id that was sent in this attempt.")
  void what_has_another_id_is_not_the_answer() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(
            query -> {
              query.send(query.reply().withOtherId().a(NAME, 203, 0, 113, 66));
              answer(query);
            })) {
      assertThat(outcome(server, LONG, 1)).isEqualTo("192.0.2.80");
    }
  }

  @Test
  @Order(7)
  @Hint("An attacker may guess the id without knowing the question. So compare the question, too.")
  void what_repeats_another_question_is_not_the_answer() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(
            query -> {
              query.send(query.reply().withQuestion("www.elsewhere", A).a(NAME, 203, 0, 113, 66));
              query.send(query.reply().withQuestion(NAME, MX).a(NAME, 203, 0, 113, 66));
              query.send(query.reply().withQuestion("WWW.eXample", A).a(NAME, 192, 0, 2, 80));
            })) {
      assertThat(outcome(server, LONG, 1)).isEqualTo("192.0.2.80");
    }
  }

  @Test
  @Order(8)
  @Hint(
      "Your decoder throws if the bytes are not a message. Here, ignore such a datagram and"
          + " go on.")
  void what_is_no_message_is_not_the_answer() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(
            query -> {
              query.send(new byte[5]);
              query.send(new byte[0]);
              answer(query);
            })) {
      assertThat(outcome(server, LONG, 1)).isEqualTo("192.0.2.80");
    }
  }

  @Test
  @Order(9)
  @Hint("After another datagram, wait only for the time that is left.")
  void what_is_ignored_makes_no_wait_longer_or_shorter() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(query -> query.repeat(query.reply().withOtherId(), 1_000))) {
      long start = System.nanoTime();
      assertThat(outcome(server, 200, 1)).isEqualTo("SocketTimeoutException");
      assertThat((System.nanoTime() - start) / 1_000_000)
          .as("ms until the exception; one attempt of 200 ms, with other datagrams for 1000 ms")
          .isBetween(200L - CLOCK, 900L);
    }
  }

  @Test
  @Hint("An error is an answer, and so is a truncated message: the caller decides what to do.")
  void errors_and_truncated_answers_are_returned() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(query -> query.send(query.reply().code(3).truncated()))) {
      DnsMessage answer = exchange.ask(HOST, server.port(), NAME, A, true, LONG, 2);
      assertThat(answer.rcode()).as("the code of the answer").isEqualTo(3);
      assertThat(answer.truncated()).as("whether the answer is truncated").isTrue();
      assertThat(server.queries()).as("datagrams that the server received").hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-100, 1", "100, 0", "100, -1"})
  @Hint(
      "Check the arguments before you open a socket: for a socket, a time-out of 0 means"
          + " forever.")
  void numbers_below_1_are_refused_and_nothing_is_sent(int timeout, int attempts)
      throws IOException {
    try (ScriptedNameServer server = new ScriptedNameServer()) {
      assertThat(outcome(server, timeout, attempts))
          .as("ask with a time-out of %d ms and %d attempts", timeout, attempts)
          .isEqualTo("IllegalArgumentException");
      assertThat(server.queries()).as("datagrams that the server received").isEmpty();
    }
  }

  @Test
  @Hint("A socket in try with resources is closed in every case.")
  void every_socket_is_closed() throws IOException {
    try (ScriptedNameServer polite = new ScriptedNameServer(DnsExchangeTest::answer);
        ScriptedNameServer mute = new ScriptedNameServer()) {
      assertThat(outcome(polite, LONG, 1)).isEqualTo("192.0.2.80");
      assertThat(isFree(polite.queries().get(0).port()))
          .as("whether the client's port is free after the answer")
          .isTrue();
      assertThat(outcome(mute, 50, 1)).isEqualTo("SocketTimeoutException");
      assertThat(isFree(mute.queries().get(0).port()))
          .as("whether the client's port is free after the time-out")
          .isTrue();
    }
  }

  private static void answer(ScriptedNameServer.Asked query) throws IOException {
    query.send(query.reply().a(NAME, 192, 0, 2, 80));
  }

  /** Returns the result of a call as a text: the data of the first answer, or the exception. */
  private String outcome(ScriptedNameServer server, int timeout, int attempts) throws IOException {
    try {
      DnsMessage answer = exchange.ask(HOST, server.port(), NAME, A, true, timeout, attempts);
      return answer.answers().isEmpty() ? "no records" : answer.answers().get(0).data();
    } catch (SocketTimeoutException e) {
      return "SocketTimeoutException";
    } catch (IllegalArgumentException e) {
      return "IllegalArgumentException";
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
