package firsthop.grader.exams.dns;

import static firsthop.grader.exams.dns.ClientSockets.assertPortFree;
import static firsthop.grader.exams.dns.ClientSockets.awaitQueries;
import static firsthop.grader.exams.dns.Responses.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import firsthop.dns.DnsRecord;
import firsthop.dns.NameNotFoundException;
import firsthop.dns.ServerFailureException;
import firsthop.dns.StubResolver;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.grader.exams.dns.internet.Internet;
import firsthop.grader.exams.dns.internet.ReceivedQuery;
import firsthop.grader.exams.dns.internet.ServerBehaviour;
import firsthop.grader.network.BackgroundCall;
import firsthop.grader.network.Datagram;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.TcpPeer;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Tests with a name server that offers recursion and answers as the test wants; dnsjava encodes and
 * decodes its messages. If an answer is sent at once, the time-out is longer than a busy machine
 * needs. If a test is about time-outs, a call may end late, but never early.
 */
@Exam(StubResolver.class)
class StubResolverExam {
  private static final int SERVER = 1;
  private static final int ANOTHER_SERVER = 2;
  private static final int THIRD_SERVER = 3;

  /** A time-out that is longer than any correct call needs. */
  private static final int AMPLE_MILLIS = 1_500;

  /** The limit for a test that may have to wait once for an ample time-out. */
  private static final int ONE_AMPLE_CALL = 2_500;

  /** The largest rounding error of several waits, with clocks that count milliseconds. */
  private static final int CLOCK_MILLIS = 8;

  /** A pause between the pieces of a message, so that a single read gets only the first piece. */
  private static final int PAUSE_MILLIS = 15;

  /** The longest wait for a client to read a piece, so that the next piece does not join it. */
  private static final int READ_MILLIS = 200;

  /** A time-out that is longer than an answer in several pieces takes, even on a busy machine. */
  private static final int PIECES_MILLIS = 3_500;

  /** The limit for a test of two answers in pieces, one of which may have to time out. */
  private static final int PIECES_LIMIT = 8_000;

  /** More calls than there are garbage collections in a test that runs alone. */
  private static final int FORGETFUL_CALLS = 4;

  /** More than one attempt, so that a test can see an attempt that should not happen. */
  private static final int ATTEMPTS = 3;

  private static final String WWW = "www.example";

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "The server is asked over UDP, with recursion desired",
    "the result is the records with the name and the type that were asked for, in the order"
        + " of the answer section.",
    "Upper and lower case make no difference in a name, and neither does a final dot."
  })
  @Hint(
      "The answer section may have records of other names and of other types. Compare both"
          + " the name and the type, and compare names in the form that your decoder gives them.")
  void asks_for_recursion_and_takes_the_records_that_were_asked_for(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws IOException {
    String[] section = {
      "mail.example. IN A 192.0.2.25",
      "www.example. IN A 192.0.2.9",
      "www.example. IN TXT \"hello\"",
      "www.example. IN MX 20 mx2.example.",
      "WWW.example. IN A 192.0.2.7",
      "example. IN A 192.0.2.1",
      "www.example. IN MX 10 mx1.example.",
      "www.example. IN A 192.0.2.8",
    };
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serve(SERVER, "server", answering(section));
      assertThat(resolve(resolver, internet, WWW, Type.A))
          .as("the A records of %s", WWW)
          .containsExactly(a(WWW, "192.0.2.9"), a(WWW, "192.0.2.7"), a(WWW, "192.0.2.8"));
      assertThat(resolve(resolver, internet, "Www.Example.", Type.MX))
          .as("the MX records of Www.Example.")
          .containsExactly(
              read(WWW, Type.MX, "20 mx2.example"), read(WWW, Type.MX, "10 mx1.example"));
      assertThat(awaitQueries(internet, SERVER, 2).stream().map(StubResolverExam::describe))
          .as("queries to the server")
          .containsExactly(
              "www.example. A, recursion desired", "www.example. MX, recursion desired");
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "All these records are looked for in the answer section",
    "If there are no such records, or if the aliases lead in a circle, the result is an"
        + " empty list."
  })
  @Hint(
      "A name may exist without records of this type: the result is an empty list, not an"
          + " exception. Do not use the authority section or the additional section.")
  void finds_nothing_where_the_answer_section_has_nothing(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws IOException {
    Map<String, List<String>> answers =
        Map.of(
            "www.example.", List.of("www.example. IN A 192.0.2.80"),
            "other.example.", List.of("www.example. IN A 192.0.2.80", "other.example. IN AAAA ::1"),
            "empty.example.", List.of());
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serve(
          SERVER,
          "server",
          (query, channel) -> {
            String name = query.question().split(" ")[0];
            Message answer = Responses.to(query, list(answers.getOrDefault(name, List.of())));
            Responses.add(answer, Section.AUTHORITY, name + " IN A 203.0.113.1");
            Responses.add(answer, Section.ADDITIONAL, name + " IN A 203.0.113.2");
            channel.send(answer.toWire());
          });
      assertThat(resolve(resolver, internet, WWW, Type.A))
          .as("the A records of a name that has one")
          .containsExactly(a(WWW, "192.0.2.80"));
      assertThat(resolve(resolver, internet, "other.example", Type.A))
          .as("the A records of a name that has only an AAAA record")
          .isEmpty();
      assertThat(resolve(resolver, internet, "empty.example", Type.A))
          .as("the A records of a name without records in the answer section")
          .isEmpty();
      assertThat(awaitQueries(internet, SERVER, 3)).as("queries of three calls").hasSize(3);
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "If its code is 3, the name does not exist, or it is an alias of a name that does not"
        + " exist. Then the call throws a NameNotFoundException, whatever records there are.",
    "In both cases it throws at once, without another attempt."
  })
  @Hint("Check the code before you look at the records. Code 3 is an answer, so do not ask again.")
  void says_that_a_name_does_not_exist(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws IOException {
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serve(
          SERVER,
          "server",
          (query, channel) -> {
            Message answer =
                switch (query.question()) {
                  case "gone.example. A" -> Responses.failure(query, Rcode.NXDOMAIN);
                  case "alias.example. A" ->
                      Responses.add(
                          Responses.failure(query, Rcode.NXDOMAIN),
                          Section.ANSWER,
                          "alias.example. IN CNAME gone.example.");
                  default -> Responses.to(query, "www.example. IN A 192.0.2.80");
                };
            channel.send(answer.toWire());
          });
      for (String name : List.of("gone.example", "alias.example")) {
        assertThatExceptionOfType(NameNotFoundException.class)
            .as("resolve %s A, answered with code 3", name)
            .isThrownBy(() -> ask(resolver, internet, SERVER, name, Type.A, AMPLE_MILLIS));
      }
      assertThat(resolve(resolver, internet, WWW, Type.A))
          .as("the A records of a name that does exist")
          .containsExactly(a(WWW, "192.0.2.80"));
      assertThat(awaitQueries(internet, SERVER, 3)).as("queries of three calls").hasSize(3);
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "If its code is neither 0 nor 3, the call throws a ServerFailureException.",
    "without another attempt."
  })
  @Hint(
      "Every code except 0 and 3 is a failure, not only the well-known codes. It is an"
          + " answer, so do not ask again.")
  void says_that_the_server_has_failed(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws IOException {
    List<Integer> codes = List.of(Rcode.SERVFAIL, Rcode.REFUSED, Rcode.FORMERR, Rcode.NOTIMP, 9);
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serve(
          SERVER,
          "server",
          (query, channel) -> {
            int call = internet.queries().size() - 1;
            channel.send(
                call < codes.size()
                    ? Responses.failure(query, codes.get(call)).toWire()
                    : Responses.to(query, "www.example. IN A 192.0.2.80").toWire());
          });
      for (int code : codes) {
        assertThatExceptionOfType(ServerFailureException.class)
            .as("resolve %s A, answered with code %s", WWW, code)
            .isThrownBy(() -> ask(resolver, internet, SERVER, WWW, Type.A, AMPLE_MILLIS));
      }
      assertThat(resolve(resolver, internet, WWW, Type.A))
          .as("the A records when the server works again")
          .containsExactly(a(WWW, "192.0.2.80"));
      assertThat(awaitQueries(internet, SERVER, codes.size() + 1))
          .as("queries of %s calls", codes.size() + 1)
          .hasSize(codes.size() + 1);
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "how often the server is asked over UDP at most, at least 1",
    "if no answer comes in time"
  })
  @Hint(
      "Give the time-out and the number of attempts to your DnsExchange, and let its"
          + " SocketTimeoutException pass. TCP is only for truncated answers, not for silence.")
  void asks_again_when_the_server_is_silent_and_then_gives_up(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws IOException {
    int timeoutMillis = 60;
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serve(SERVER, "silent server", ServerBehaviour.silent());
      ServerBehaviour honest = answering("www.example. IN A 192.0.2.80");
      internet.serve(
          ANOTHER_SERVER,
          "late server",
          (query, channel) -> {
            if (internet.queries(ANOTHER_SERVER).size() > 2) {
              honest.serve(query, channel);
            }
          });
      long start = System.nanoTime();
      assertThatExceptionOfType(SocketTimeoutException.class)
          .as("resolve with 3 attempts of 60 ms without an answer")
          .isThrownBy(() -> ask(resolver, internet, SERVER, WWW, Type.A, timeoutMillis));
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
          .as("ms until the end of the call")
          .isGreaterThanOrEqualTo(ATTEMPTS * timeoutMillis - CLOCK_MILLIS);
      assertThat(awaitQueries(internet, SERVER, ATTEMPTS).stream().map(ReceivedQuery::overTcp))
          .as("whether each of its queries came over TCP")
          .containsExactly(false, false, false);
      // Three attempts are enough; a busy machine may need more.
      assertThat(
              resolver.resolve(
                  internet.address(ANOTHER_SERVER),
                  internet.port(),
                  WWW,
                  Type.A,
                  timeoutMillis,
                  20))
          .as("the A records from a server that answers from the third query on")
          .containsExactly(a(WWW, "192.0.2.80"));
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause(
      "If its answer is truncated, the same question goes to the same address and port over"
          + " TCP. The answer over TCP replaces the truncated one.")
  @Hint(
      "Check TC first. If it is set, use nothing from this message, neither its records nor"
          + " the fact that it has none, and ask over TCP. If it is not set, do not use TCP.")
  void asks_over_tcp_for_what_was_truncated_and_for_nothing_else(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws IOException {
    String[] many =
        IntStream.rangeClosed(1, 60)
            .mapToObj(i -> "www.example. IN A 192.0.2." + (61 - i))
            .toArray(String[]::new);
    ServerBehaviour overTcp =
        (query, channel) -> {
          Message answer =
              switch (query.question()) {
                case "www.example. A" -> Responses.to(query, many);
                case "gone.example. A" -> Responses.failure(query, Rcode.NXDOMAIN);
                case "broken.example. A" -> Responses.failure(query, Rcode.SERVFAIL);
                default -> Responses.to(query, "few.example. IN A 192.0.2.80");
              };
          channel.send(
              query.overTcp() ? answer.toWire() : answer.toWire(ServerBehaviour.DATAGRAM_BYTES));
        };
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serve(SERVER, "server", overTcp);
      internet.serve(ANOTHER_SERVER, "server that prefers TCP", overTcp.overTcpOnly());
      assertThat(resolve(resolver, internet, WWW, Type.A))
          .as("the A records of %s", WWW)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 60).mapToObj(i -> a(WWW, "192.0.2." + (61 - i))).toList());
      assertThat(resolve(resolver, internet, "few.example", Type.A))
          .as("the A records of few.example")
          .containsExactly(a("few.example", "192.0.2.80"));
      assertThat(awaitQueries(internet, SERVER, 3).stream().map(StubResolverExam::describe))
          .as("queries to the server")
          .containsExactly(
              "www.example. A, recursion desired",
              "www.example. A, recursion desired, over TCP",
              "few.example. A, recursion desired");
      assertThatExceptionOfType(NameNotFoundException.class)
          .as("resolve gone.example A, answered with code 3 over TCP")
          .isThrownBy(
              () -> ask(resolver, internet, ANOTHER_SERVER, "gone.example", Type.A, AMPLE_MILLIS));
      assertThatExceptionOfType(ServerFailureException.class)
          .as("resolve broken.example A, answered with code 2 over TCP")
          .isThrownBy(
              () ->
                  ask(resolver, internet, ANOTHER_SERVER, "broken.example", Type.A, AMPLE_MILLIS));
      assertThat(awaitQueries(internet, ANOTHER_SERVER, 4).stream().map(ReceivedQuery::overTcp))
          .as("whether the queries of these two calls came over TCP")
          .containsExactly(false, true, false, true);
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(PIECES_LIMIT)
  @Points(1)
  @Clause({
    "Over TCP, each message has its length before it: 16 bits, the high byte first.",
    "A message may arrive in pieces, and the two bytes of its length may do so, too."
  })
  @Hint(
      "A read may return fewer bytes than you asked for, also for the two bytes of the"
          + " length. Use readFully, or read in a loop. The length is an unsigned number.")
  void puts_together_what_arrives_in_pieces(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (TruncatingNameServer host = TruncatingNameServer.at(SERVER, addresses, trace)) {
      for (int texts : new int[] {2, 160}) {
        try (BackgroundCall<List<DnsRecord>> call = host.ask(resolver, WWW, PIECES_MILLIS, 1)) {
          TcpPeer connection = host.connection(call);
          Message question = TruncatingNameServer.question(connection);
          // Upper and lower case make no difference when dnsjava compares records.
          assertThat(question.getQuestion())
              .as("the question over TCP")
              .isEqualTo(Responses.question("www.example.", Type.A));
          byte[] stream = TruncatingNameServer.framed(longAnswer(question, texts).toWire());
          int sent = 0;
          for (int end : new int[] {1, 2, 3, 14, stream.length / 2, stream.length}) {
            connection.send(Arrays.copyOfRange(stream, sent, end));
            if (end < stream.length) {
              connection.awaitRead(READ_MILLIS);
              connection.expectSilence(PAUSE_MILLIS);
            }
            sent = end;
          }
          assertThat(call.result())
              .as("the A records of an answer of %s bytes in pieces", stream.length - 2)
              .containsExactly(a(WWW, "192.0.2.80"), a(WWW, "192.0.2.81"));
        }
      }
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "TCP is tried once. If it fails, UDP is not tried again.",
    "If no connection exists timeoutMillis after the client began to connect, or if no"
        + " complete answer has come timeoutMillis after the question was sent, the call throws a"
        + " SocketTimeoutException."
  })
  @Hint(
      "Set a time-out for connect and another one for reading. When TCP fails, the call is"
          + " over: do not ask once more, neither over TCP nor over UDP.")
  void does_not_wait_for_ever_over_tcp(
      @Subject StubResolver one,
      @Subject StubResolver other,
      @Subject StubResolver third,
      AddressPlan addresses,
      PacketTrace trace)
      throws Exception {
    int millis = 250;
    try (TruncatingNameServer mute = TruncatingNameServer.at(SERVER, addresses, trace);
        TruncatingNameServer slow = TruncatingNameServer.at(ANOTHER_SERVER, addresses, trace);
        TruncatingNameServer dead =
            TruncatingNameServer.deadOverTcp(THIRD_SERVER, addresses, trace);
        BackgroundCall<List<DnsRecord>> ofMute = mute.ask(one, WWW, millis, ATTEMPTS);
        BackgroundCall<List<DnsRecord>> ofSlow = slow.ask(other, WWW, millis, ATTEMPTS);
        BackgroundCall<List<DnsRecord>> ofDead = dead.ask(third, WWW, millis, ATTEMPTS)) {
      dead.truncate(ofDead);
      TruncatingNameServer.question(mute.connection(ofMute));
      TcpPeer connection = slow.connection(ofSlow);
      Message question = TruncatingNameServer.question(connection);
      byte[] stream = TruncatingNameServer.framed(longAnswer(question, 2).toWire());
      connection.send(Arrays.copyOf(stream, stream.length / 2));
      assertTimesOut("asking a server that accepts and sends nothing", ofMute, millis);
      assertTimesOut("asking a server that sends half an answer", ofSlow, millis);
      assertTimesOut("asking a server that neither accepts nor refuses", ofDead, millis);
      for (TruncatingNameServer host : List.of(mute, slow)) {
        assertThat(host.isAskedAgain())
            .as("whether a server is asked again after the time-out")
            .isFalse();
      }
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause(
      "If the connection is refused, or if it ends before the answer is complete, or if the"
          + " answer has another id than the question that was sent over TCP, the call throws an"
          + " IOException.")
  @Hint(
      "If the stream ends before the message is complete, throw an IOException. Do not"
          + " return an empty list or the truncated answer. If the message is complete, the end"
          + " of the stream does not matter.")
  void fails_when_tcp_is_refused_or_cut_short(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws IOException {
    List<String> ends = List.of("0", "1", "2", "14", "all but one", "all");
    ServerBehaviour closing =
        (query, channel) -> {
          byte[] stream = TruncatingNameServer.framed(Responses.to(query, owned(query)).toWire());
          int[] lengths = {0, 1, 2, 14, stream.length - 1, stream.length};
          channel.sendRaw(Arrays.copyOf(stream, lengths[number(query)]));
          channel.endConnection(false);
        };
    ServerBehaviour resetting =
        (query, channel) -> {
          channel.sendRaw(new byte[] {0, 99, 7});
          channel.endConnection(true);
        };
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serve(SERVER, "server that closes early", closing.overTcpOnly());
      internet.serveUdpOnly(ANOTHER_SERVER, "server without TCP", closing.overTcpOnly());
      internet.serve(THIRD_SERVER, "server that resets", resetting.overTcpOnly());
      for (int end = 0; end < ends.size() - 1; end++) {
        assertFails(
            "the connection ends after bytes: " + ends.get(end), resolver, internet, SERVER, end);
      }
      assertFails("the connection is refused", resolver, internet, ANOTHER_SERVER, 0);
      assertFails("the connection is reset", resolver, internet, THIRD_SERVER, 0);
      assertThat(ask(resolver, internet, SERVER, "n5.example", Type.A, AMPLE_MILLIS))
          .as("the A records when the connection ends right after the answer")
          .containsExactly(a("n5.example", "192.0.2.80"));
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("if the answer has another id than the question that was sent over TCP")
  @Hint(
      "A connection does not prove that the answer belongs to your question. Compare the id"
          + " of the answer with the id of the question that you sent over TCP, in all bits.")
  void fails_when_an_answer_over_tcp_has_another_id(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws IOException {
    int[] masks = {1, 1 << 15, 0xFF00, 0x00FF, 0};
    ServerBehaviour mistaken =
        (query, channel) -> {
          Message answer = Responses.to(query, owned(query));
          answer.getHeader().setID(query.id() ^ masks[number(query)]);
          channel.send(answer.toWire());
          channel.endConnection(false);
        };
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serve(SERVER, "mistaken server", mistaken.overTcpOnly());
      for (int i = 0; i < masks.length - 1; i++) {
        assertFails("the answer over TCP has another id", resolver, internet, SERVER, i);
      }
      assertThat(ask(resolver, internet, SERVER, "n4.example", Type.A, AMPLE_MILLIS))
          .as("the A records of an answer over TCP that has the right id")
          .containsExactly(a("n4.example", "192.0.2.80"));
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "a chain of aliases may have any length.",
    "They may stand in any order, and other records may stand between them.",
    "nobody is asked again."
  })
  @Hint(
      "Follow the names, not the order of the records: for each name, search the whole"
          + " answer section again. Do not limit the number of aliases.")
  void follows_a_chain_of_aliases_in_whatever_order_it_stands(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace, Seed seed)
      throws IOException {
    List<String> backwards = new ArrayList<>(List.of("end.example. IN A 192.0.2.80"));
    for (int link = 12; link > 0; link--) {
      String target = link == 12 ? "End.Example." : "n" + (link + 1) + ".example.";
      backwards.add("n" + link + ".example. IN CNAME " + target);
      if (link % 3 == 0) {
        backwards.add("n" + link + ".test. IN A 203.0.113." + link);
      }
    }
    List<String> shuffled = new ArrayList<>(backwards);
    Collections.shuffle(shuffled, new Random(seed.value()));
    List<String> forwards = new ArrayList<>(backwards);
    Collections.reverse(forwards);
    List<List<String>> orders = List.of(forwards, backwards, shuffled);
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serve(
          SERVER,
          "server",
          (query, channel) -> {
            List<String> order = orders.get((internet.queries().size() - 1) % orders.size());
            channel.send(Responses.to(query, list(order)).toWire());
          });
      for (List<String> order : orders) {
        assertThat(resolve(resolver, internet, "N1.Example", Type.A))
            .as("the A records of N1.Example, after twelve aliases, in the answer %s", order)
            .containsExactly(a("end.example", "192.0.2.80"));
      }
      assertThat(resolve(resolver, internet, "n12.example", Type.A))
          .as("the A records of n12.example, after one alias")
          .containsExactly(a("end.example", "192.0.2.80"));
      assertThat(awaitQueries(internet, SERVER, 4)).as("queries of four calls").hasSize(4);
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause(
      "If there are no such records, or if the aliases lead in a circle, the result is an"
          + " empty list.")
  @Hint(
      "Keep a set of the names that you have visited. A circle need not include the name of"
          + " the question, and an alias may lead to a name without records.")
  void finds_nothing_at_the_end_of_a_circle_or_of_a_loose_chain(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws IOException {
    String[] section = {
      "self.example. IN CNAME self.example.",
      "one.example. IN CNAME two.example.",
      "two.example. IN CNAME one.example.",
      "way.example. IN CNAME one.example.",
      "loose.example. IN CNAME away.test.",
      "good.example. IN CNAME end.example.",
      "end.example. IN A 192.0.2.80",
    };
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serve(SERVER, "server", answering(section));
      assertThat(resolve(resolver, internet, "good.example", Type.A))
          .as("the A records of an alias of a name that has one")
          .containsExactly(a("end.example", "192.0.2.80"));
      for (String name : List.of("loose", "one", "way", "self")) {
        assertThat(resolve(resolver, internet, name + ".example", Type.A))
            .as("the A records of %s.example in the answer %s", name, List.of(section))
            .isEmpty();
      }
      assertThat(awaitQueries(internet, SERVER, 5)).as("queries of five calls").hasSize(5);
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause(
      "If type 5 (CNAME) was asked for, the result is the CNAME records of the name that"
          + " was asked for.")
  @Hint(
      "First look for records of the type that was asked for, and only then for an alias."
          + " With type 5, the CNAME record itself is the result.")
  void gives_the_alias_itself_to_who_asks_for_it(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws IOException {
    String[] section = {
      "two.example. IN CNAME three.example.",
      "one.example. IN CNAME two.example.",
      "three.example. IN A 192.0.2.80",
    };
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serve(SERVER, "server", answering(section));
      assertThat(resolve(resolver, internet, "one.example", Type.CNAME))
          .as("the CNAME records of an alias")
          .containsExactly(read("one.example", Type.CNAME, "two.example"));
      assertThat(resolve(resolver, internet, "three.example", Type.CNAME))
          .as("the CNAME records of a name that is not an alias")
          .isEmpty();
      assertThat(resolve(resolver, internet, "two.example", Type.A))
          .as("the A records of an alias")
          .containsExactly(a("three.example", "192.0.2.80"));
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("Every socket is closed when the call ends, in whatever way it ends.")
  @Hint(
      "Close the UDP sockets and the TCP connection in every case, also when the call"
          + " throws. Use try with resources for both.")
  void closes_every_socket_however_it_ends(
      @Subject StubResolver resolver, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (TruncatingNameServer host = TruncatingNameServer.at(SERVER, addresses, trace)) {
      try (BackgroundCall<List<DnsRecord>> call = host.ask(resolver, WWW, AMPLE_MILLIS, 1)) {
        TcpPeer connection = host.connection(call);
        Message question = TruncatingNameServer.question(connection);
        connection.send(TruncatingNameServer.framed(longAnswer(question, 2).toWire()));
        assertThat(call.result())
            .as("the A records of an answer over TCP")
            .containsExactly(a(WWW, "192.0.2.80"), a(WWW, "192.0.2.81"));
        connection.awaitRelease();
      }
      // A garbage collection closes a forgotten socket. It can do so once, but not in every call.
      for (int forgotten = 0; forgotten < FORGETFUL_CALLS; forgotten++) {
        try (BackgroundCall<List<DnsRecord>> call = host.ask(resolver, WWW, AMPLE_MILLIS, 1)) {
          TcpPeer connection = host.connection(call);
          Message answer = longAnswer(TruncatingNameServer.question(connection), 2);
          answer.getHeader().setID(answer.getHeader().getID() ^ 1);
          connection.send(TruncatingNameServer.framed(answer.toWire()));
          assertThatIOException().as("an answer with another id").isThrownBy(call::result);
          connection.awaitRelease();
        }
      }
      for (Datagram query : host.queries()) {
        assertPortFree(query.from().getPort(), "after the call");
      }
    }
  }

  /** Asks a server that answers at once. */
  private static List<DnsRecord> resolve(
      StubResolver resolver, Internet internet, String name, int type) {
    try {
      return ask(resolver, internet, SERVER, name, type, AMPLE_MILLIS);
    } catch (IOException threw) {
      throw new AssertionError(
          "resolve \"%s\", type %s, which the server answers, threw %s"
              .formatted(name, type, threw),
          threw);
    }
  }

  private static List<DnsRecord> ask(
      StubResolver resolver, Internet internet, int server, String name, int type, int millis)
      throws IOException {
    return resolver.resolve(
        internet.address(server), internet.port(), name, type, millis, ATTEMPTS);
  }

  private static void assertFails(
      String why, StubResolver resolver, Internet internet, int server, int number) {
    assertThatIOException()
        .as("resolve when %s", why)
        .isThrownBy(
            () -> ask(resolver, internet, server, "n" + number + ".example", Type.A, AMPLE_MILLIS));
  }

  private static void assertTimesOut(String what, BackgroundCall<List<DnsRecord>> call, int least)
      throws InterruptedException {
    assertThat(TruncatingNameServer.isOver(call, AMPLE_MILLIS))
        .as("whether %s, with %s ms, is over after %s ms", what, least, AMPLE_MILLIS)
        .isTrue();
    assertThatExceptionOfType(SocketTimeoutException.class)
        .as("the end of %s", what)
        .isThrownBy(call::result);
    assertThat(call.millis())
        .as("ms until the end of %s", what)
        .isGreaterThanOrEqualTo(least - CLOCK_MILLIS);
  }

  /** Returns the behaviour of a server that answers every query with the same records. */
  private static ServerBehaviour answering(String... section) {
    return (query, channel) -> channel.send(Responses.to(query, section).toWire());
  }

  /** Returns an answer with two addresses, and with texts of 251 bytes between them. */
  private static Message longAnswer(Message question, int texts) {
    Message answer = Responses.to(question, "www.example. IN A 192.0.2.80");
    for (int i = 0; i < texts; i++) {
      String text = Integer.toString(1_000 + i) + "x".repeat(246);
      Responses.add(answer, Section.ANSWER, "www.example. IN TXT " + text);
    }
    return Responses.add(answer, Section.ANSWER, "www.example. IN A 192.0.2.81");
  }

  /** Returns an A record of the name in the question. */
  private static String owned(ReceivedQuery query) {
    return query.question().split(" ")[0] + " IN A 192.0.2.80";
  }

  /** Returns 3 for a question about {@code n3.example}. */
  private static int number(ReceivedQuery query) {
    return Character.digit(query.question().charAt(1), 10);
  }

  private static String describe(ReceivedQuery query) {
    return query.question()
        + (query.message().getHeader().getFlag(Flags.QR) ? ", a response" : "")
        + (query.recursionDesired() ? ", recursion desired" : "")
        + (query.overTcp() ? ", over TCP" : "");
  }

  private static DnsRecord a(String name, String address) {
    return read(name, Type.A, address);
  }

  private static String[] list(List<String> records) {
    return records.toArray(String[]::new);
  }
}
