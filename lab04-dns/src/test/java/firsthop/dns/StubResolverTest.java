package firsthop.dns;

import static firsthop.dns.HandMadeResponse.A;
import static firsthop.dns.HandMadeResponse.CNAME;
import static firsthop.dns.HandMadeResponse.readA;
import static firsthop.dns.ScriptedNameServer.HOST;
import static firsthop.dns.ScriptedNameServer.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import firsthop.dns.ScriptedNameServer.Asked;
import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests make the answers; your own {@link MyMessageDecoder} reads them. */
@ExerciseTest(StubResolver.class)
class StubResolverTest {
  private static final String NAME = "www.example";

  private final StubResolver resolver = new MyStubResolver();

  @Test
  @Order(1)
  @Hint("From the answer section, take the records with the right name and the right type.")
  void resolve_returns_the_records_that_were_asked_for() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(
            query ->
                query.send(
                    query
                        .reply()
                        .a("mail.example", 192, 0, 2, 25)
                        .a(NAME, 192, 0, 2, 81)
                        .txt(NAME, "hello")
                        .a(NAME, 192, 0, 2, 80)))) {
      assertThat(resolve(server))
          .containsExactly(readA(NAME, "192.0.2.81"), readA(NAME, "192.0.2.80"));
    }
  }

  @Test
  @Order(2)
  @Hint("This server should ask the other servers for you, so set RD.")
  void resolve_asks_with_recursion_desired() throws IOException {
    try (ScriptedNameServer server = new ScriptedNameServer(StubResolverTest::answer)) {
      assertThat(resolve(server)).containsExactly(readA(NAME, "192.0.2.80"));
      assertThat(server.queries()).as("queries that the server received").hasSize(1);
      assertThat(server.queries().get(0).hexAfterId())
          .as("the bytes after the id, beginning with the flags")
          .startsWith("01 00 ");
    }
  }

  @Test
  @Order(3)
  @Hint("The name exists, but it has no such record. This is not an error.")
  void no_such_records_is_an_empty_list() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(query -> query.send(query.reply().txt(NAME, "hello")))) {
      assertThat(resolve(server)).isEmpty();
    }
  }

  @Test
  @Order(4)
  @Hint("Code 3 means that there is no such name. If you ask again, the answer is the same.")
  void a_name_that_does_not_exist_is_a_NameNotFoundException() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(query -> query.send(query.reply().code(3)))) {
      assertThatExceptionOfType(NameNotFoundException.class).isThrownBy(() -> resolve(server));
      assertThat(server.queries()).as("queries that the server received").hasSize(1);
    }
  }

  @ParameterizedTest
  @Order(5)
  @ValueSource(ints = {2, 5})
  @Hint("A server that answers with an error has answered: do not ask again.")
  void any_other_code_is_a_ServerFailureException(int code) throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(query -> query.send(query.reply().code(code)))) {
      assertThatExceptionOfType(ServerFailureException.class).isThrownBy(() -> resolve(server));
      assertThat(server.queries()).as("queries that the server received").hasSize(1);
    }
  }

  @Test
  @Order(6)
  @Hint("A CNAME record says for which name to look next, in the same answer.")
  void aliases_are_followed_in_whatever_order_they_stand() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(
            query ->
                query.send(
                    query
                        .reply()
                        .a("host.example", 192, 0, 2, 80)
                        .cname("web.example", "host.example")
                        .cname(NAME, "web.example")))) {
      assertThat(resolve(server)).containsExactly(readA("host.example", "192.0.2.80"));
      assertThat(server.queries()).as("queries that the server received").hasSize(1);
    }
  }

  @Test
  @Order(7)
  @Hint(
      "If type CNAME is asked for, the result is the CNAME record itself, not the name that"
          + " it leads to.")
  void who_asks_for_CNAME_gets_CNAME() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(
            query ->
                query.send(
                    query
                        .reply()
                        .cname(NAME, "web.example")
                        .cname("web.example", "host.example")))) {
      assertThat(resolver.resolve(HOST, server.port(), NAME, CNAME, LONG, 1))
          .extracting(record -> record.name() + " " + record.data())
          .containsExactly("www.example web.example");
    }
  }

  @Test
  @Order(8)
  @Hint(
      "The flag TC means that a part of the answer is missing. Ask again over TCP, which"
          + " has no such limit.")
  void a_truncated_answer_is_asked_for_again_over_TCP() throws IOException {
    try (ScriptedNameServer server =
        overTcp(query -> query.send(query.reply().a(NAME, 192, 0, 2, 80).a(NAME, 192, 0, 2, 81)))) {
      assertThat(resolve(server))
          .containsExactly(readA(NAME, "192.0.2.80"), readA(NAME, "192.0.2.81"));
      List<Asked> queries = server.queries();
      assertThat(queries.stream().map(Asked::overTcp))
          .as("whether each query came over TCP")
          .containsExactly(false, true);
      assertThat(queries.get(1).hexAfterId())
          .as("the question over TCP, after its id")
          .isEqualTo(queries.get(0).hexAfterId());
    }
  }

  @Test
  @Order(9)
  @Hint(
      "Read until you have both bytes of the length, and then until you have that number of"
          + " bytes.")
  void an_answer_over_TCP_may_come_in_pieces() throws IOException {
    try (ScriptedNameServer server =
        overTcp(query -> query.sendInPieces(query.reply().a(NAME, 192, 0, 2, 80), 5))) {
      assertThat(resolve(server)).containsExactly(readA(NAME, "192.0.2.80"));
    }
  }

  @Test
  @Order(10)
  @Hint("TCP can fail in more ways. Each of them is an exception, never an empty list.")
  void TCP_that_is_refused_or_ends_too_early_is_an_IOException() throws IOException {
    try (ScriptedNameServer refusing = overTcp(query -> {}).withoutTcp();
        ScriptedNameServer cutting =
            overTcp(query -> query.sendHalf(query.reply().a(NAME, 192, 0, 2, 80)))) {
      for (ScriptedNameServer server : List.of(refusing, cutting)) {
        assertThatIOException().isThrownBy(() -> resolve(server));
      }
    }
  }

  @Test
  @Order(11)
  @Hint("A socket waits forever, unless you set a time-out: one for connect, and one for reading.")
  void silence_is_a_SocketTimeoutException_over_UDP_and_over_TCP() throws IOException {
    try (ScriptedNameServer silent = new ScriptedNameServer();
        ScriptedNameServer silentOverTcp = overTcp(query -> {})) {
      assertThatExceptionOfType(SocketTimeoutException.class)
          .as("over UDP")
          .isThrownBy(() -> resolver.resolve(HOST, silent.port(), NAME, A, 60, 2));
      assertThat(silent.queries()).as("queries of 2 attempts").hasSize(2);
      assertThatExceptionOfType(SocketTimeoutException.class)
          .as("over TCP")
          .isThrownBy(() -> resolver.resolve(HOST, silentOverTcp.port(), NAME, A, 200, 3));
      assertThat(silentOverTcp.queries().stream().filter(Asked::overTcp))
          .as("queries over TCP")
          .hasSize(1);
    }
  }

  @Test
  @Hint("An answer over TCP must have the id of the question that was sent over TCP.")
  void an_answer_over_TCP_with_another_id_is_an_IOException() throws IOException {
    try (ScriptedNameServer server =
        overTcp(query -> query.send(query.reply().withOtherId().a(NAME, 203, 0, 113, 66)))) {
      assertThatIOException().isThrownBy(() -> resolve(server));
    }
  }

  @Test
  @Hint("Remember the names that you have visited.")
  void aliases_in_a_circle_lead_to_an_empty_list() throws IOException {
    try (ScriptedNameServer server =
        new ScriptedNameServer(
            query ->
                query.send(
                    query
                        .reply()
                        .cname(NAME, "one.example")
                        .cname("one.example", "two.example")
                        .cname("two.example", "one.example")))) {
      assertThat(resolve(server)).isEmpty();
    }
  }

  /** Resolves the addresses of {@link #NAME}. */
  private List<DnsRecord> resolve(ScriptedNameServer server) throws IOException {
    return resolver.resolve(HOST, server.port(), NAME, A, LONG, 2);
  }

  /** Starts a server that truncates all answers over UDP, and follows the script over TCP. */
  private static ScriptedNameServer overTcp(ScriptedNameServer.Script script) throws IOException {
    return new ScriptedNameServer(
        query -> {
          if (query.overTcp()) {
            script.take(query);
          } else {
            query.send(query.reply().truncated());
          }
        });
  }

  private static void answer(Asked query) throws IOException {
    query.send(query.reply().a(NAME, 192, 0, 2, 80));
  }
}
