package firsthop.grader.exams.dns;

import static firsthop.grader.exams.dns.ClientSockets.assertPortFree;
import static firsthop.grader.exams.dns.ClientSockets.awaitQueries;
import static firsthop.grader.exams.dns.Responses.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.dns.DnsExchange;
import firsthop.dns.DnsMessage;
import firsthop.dns.DnsQuestion;
import firsthop.dns.DnsRecord;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.grader.exams.dns.internet.Internet;
import firsthop.grader.exams.dns.internet.ReceivedQuery;
import firsthop.grader.exams.dns.internet.ReplyChannel;
import firsthop.grader.exams.dns.internet.ServerBehaviour;
import firsthop.grader.network.LongestGap;
import firsthop.grader.network.PacketTrace;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Tests with honest, silent and lying name servers; dnsjava encodes and decodes their messages. If
 * an answer is sent at once, the time-out is longer than a busy machine needs. If a test is about
 * time-outs, a call may end late, but never early.
 */
@Exam(DnsExchange.class)
class DnsExchangeExam {
  private static final int SERVER = 1;
  private static final int STRANGER = 2;

  /** A time-out that is longer than any correct call needs. */
  private static final int AMPLE_MILLIS = 1_500;

  /** The limit for a test that may have to wait once for an ample time-out. */
  private static final int ONE_AMPLE_CALL = 2_500;

  /** The largest rounding error of several waits, with clocks that count milliseconds. */
  private static final int CLOCK_MILLIS = 8;

  /** A busy machine may delay one call by more than this, but not each of several calls. */
  private static final int LATE_MILLIS = 300;

  private static final int TRIES = 3;

  /** A slow machine may interrupt the noise of one try, but not of each of several tries. */
  private static final int NOISY_TRIES = 3;

  private static final long BETWEEN_NOISES_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private static final int CALLS = 24;
  private static final String NAME = "www.example";
  private static final String ADDRESS = "192.0.2.80";

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "Your QueryEncoder writes the question, and it is sent as one datagram.",
    "An answer over UDP has at most 512 bytes (RFC 1035 §4.2.1)."
  })
  @Hint(
      "Send the name, the type and the recursion flag of the caller, and return the whole"
          + " decoded message. The buffer for receive must have room for the longest answer.")
  void asks_what_it_is_told_and_returns_all_of_the_answer(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serveUdpOnly(
          SERVER, "server", (query, channel) -> channel.send(detailed(query).toWire()));
      DnsMessage a = ask(exchange, internet, NAME, Type.A, true);
      DnsMessage mx = ask(exchange, internet, "example", Type.MX, false);
      DnsMessage txt = ask(exchange, internet, "example", Type.TXT, true);
      DnsMessage ns = ask(exchange, internet, ".", Type.NS, false);
      List<ReceivedQuery> received = awaitQueries(internet, SERVER, 4);
      assertThat(received.stream().map(DnsExchangeExam::describe))
          .as("the queries of four calls")
          .containsExactly(
              "www.example. A, recursion desired",
              "example. MX",
              "example. TXT, recursion desired",
              ". NS");
      assertThat(a).as("the answer about %s A", NAME).isEqualTo(detailedA(received.get(0).id()));
      assertThat(mx).as("the answer about example MX").isEqualTo(detailedMx(received.get(1).id()));
      assertThat(txt.answers())
          .as("the answer section of a message of 512 bytes")
          .containsExactly(read("example", Type.TXT, "x".repeat(255) + "y".repeat(218)));
      assertThat(ns.answers())
          .as("the answer section about the name servers of the root")
          .containsExactly(read("", Type.NS, "a.root.example"));
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause(
      "The answer is returned as soon as it comes, whatever its code is, and also if it is"
          + " truncated.")
  @Hint(
      "An answer with an error or with TC is still the answer: return it at once. The"
          + " caller decides what it means.")
  void returns_the_answer_whatever_its_code_is_and_truncated_ones_too(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    int[] codes = {
      Rcode.NXDOMAIN, Rcode.SERVFAIL, Rcode.REFUSED, Rcode.FORMERR, Rcode.NOERROR, Rcode.NOTIMP
    };
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serveUdpOnly(SERVER, "server", DnsExchangeExam::answerWithTheCodeInTheName);
      for (int code : codes) {
        DnsMessage answer = ask(exchange, internet, code + ".code.example", Type.A, true);
        assertThat(answer.rcode()).as("the code of an answer with code %s", code).isEqualTo(code);
        assertThat(answer.truncated()).as("whether that answer is truncated").isFalse();
      }
      DnsMessage cut = ask(exchange, internet, "cut.example", Type.A, true);
      assertThat(cut.truncated()).as("whether a truncated answer is truncated").isTrue();
      assertThat(cut.answers())
          .as("the records of a truncated answer")
          .containsExactly(read("cut.example", Type.A, ADDRESS));
      assertThat(awaitQueries(internet, SERVER, codes.length + 1))
          .as("queries of %s calls, each answered at once", codes.length + 1)
          .hasSize(codes.length + 1);
    }
  }

  @Test
  @Points(1)
  @Clause(
      "Each attempt has its own id, which nobody can guess. The id is 16 random bits;"
          + " neither the time nor earlier ids tell anything about them.")
  @Hint(
      "Take all 16 bits of each id from SecureRandom. A counter, the clock, or a Random"
          + " with a known seed can be guessed.")
  void draws_ids_that_nobody_can_guess(
      @Subject DnsExchange one,
      @Subject DnsExchange other,
      AddressPlan addresses,
      PacketTrace trace)
      throws IOException {
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serveUdpOnly(SERVER, "server", DnsExchangeExam::answer);
      for (int call = 0; call < CALLS; call++) {
        assertAnswered(ask(one, internet, NAME, Type.A, true));
        assertAnswered(ask(other, internet, NAME, Type.A, true));
      }
      List<Integer> ids = new ArrayList<>();
      List<Integer> others = new ArrayList<>();
      for (ReceivedQuery query : awaitQueries(internet, SERVER, 2 * CALLS)) {
        (ids.size() > others.size() ? others : ids).add(query.id());
      }
      QueryIds.assertHardToGuess(ids, others);
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "Two attempts have the same id only by chance.",
    "Each attempt has a new socket. The system chooses its port, so the port is new, too."
  })
  @Hint(
      "Make the id, the question and the socket inside the loop over the attempts, not"
          + " before it.")
  void has_a_new_id_and_a_new_socket_for_each_attempt(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    int attempts = 6;
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serveUdpOnly(SERVER, "silent server", ServerBehaviour.silent());
      assertTimesOut(exchange, internet, 40, attempts);
      List<ReceivedQuery> received = awaitQueries(internet, SERVER, attempts);
      assertThat(received.stream().map(DnsExchangeExam::describe))
          .as("the queries of one call with %s attempts", attempts)
          .hasSize(attempts)
          .containsOnly("www.example. A, recursion desired");
      // One pair may be equal by chance; two pairs happen less than once in a million runs.
      assertThat(received.stream().map(ReceivedQuery::id).distinct())
          .as("different ids of %s attempts", attempts)
          .hasSizeGreaterThanOrEqualTo(attempts - 1);
      assertThat(received.stream().map(each -> each.from().getPort()).distinct())
          .as("different ports of %s attempts", attempts)
          .hasSizeGreaterThanOrEqualTo(attempts - 1);
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("it comes from the address and the port of the server")
  @Hint(
      "Every received packet has the address and the port of its sender. Compare both with"
          + " what you asked, not only one of them.")
  void knows_the_answer_by_its_sender(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    try (Internet internet = new Internet(addresses, trace)) {
      int port = internet.port();
      internet.serveUdpOnly(
          SERVER,
          "server",
          (query, channel) -> {
            channel.sendFrom(addresses.host(SERVER), 0, StrayDatagrams.falseAnswer(query));
            channel.sendFrom(addresses.host(STRANGER), port, StrayDatagrams.falseAnswer(query));
            answer(query, channel);
          });
      assertAnswered(ask(exchange, internet, NAME, Type.A, true));
      assertOneQuery(internet);
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("it has the id of the attempt")
  @Hint("An id has two bytes. The answer must have the same id in all 16 bits.")
  void knows_the_answer_by_every_bit_of_its_id(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serveUdpOnly(
          SERVER,
          "server",
          (query, channel) -> {
            for (int mask : new int[] {1, 1 << 15, 1 << 7, 1 << 8, 0xFFFF, 0x00FF, 0xFF00}) {
              channel.send(StrayDatagrams.withId(query, query.id() ^ mask));
            }
            answer(query, channel);
          });
      assertAnswered(ask(exchange, internet, NAME, Type.A, true));
      assertOneQuery(internet);
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause(
      "it has exactly one question, with the name and the type that were asked. Upper and"
          + " lower case make no difference.")
  @Hint(
      "Check the number of questions, the name and the type. Compare names in lower case"
          + " and without a final dot, because the caller may write the name in another form than"
          + " your decoder.")
  void knows_the_answer_by_its_question_in_letters_of_any_case(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serveUdpOnly(
          SERVER,
          "server",
          (query, channel) -> {
            channel.send(
                StrayDatagrams.withQuestions(query, Responses.question("ww.example.", Type.A)));
            channel.send(
                StrayDatagrams.withQuestions(query, Responses.question("example.", Type.A)));
            channel.send(
                StrayDatagrams.withQuestions(query, Responses.question("www.example.", Type.AAAA)));
            channel.send(StrayDatagrams.withQuestions(query));
            channel.send(
                StrayDatagrams.withQuestions(
                    query,
                    Responses.question("www.example.", Type.A),
                    Responses.question("w3.example.", Type.A)));
            Message answer = Responses.to(query, "www.example. IN A " + ADDRESS);
            answer.removeAllRecords(Section.QUESTION);
            answer.addRecord(Responses.question("wWw.EXAMPLE.", Type.A), Section.QUESTION);
            channel.send(answer.toWire());
          });
      assertAnswered(ask(exchange, internet, NAME, Type.A, true));
      assertAnswered(ask(exchange, internet, "Www.Example.", Type.A, true));
      assertThat(awaitQueries(internet, SERVER, 2)).as("queries of two calls").hasSize(2);
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("it can be decoded; it is a response")
  @Hint(
      "Ignore a datagram if QR is 0 or if the decoder throws. Decode only the bytes of this"
          + " packet: the buffer may still hold bytes of an earlier, longer packet.")
  void ignores_queries_and_what_is_no_message(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serveUdpOnly(
          SERVER,
          "server",
          (query, channel) -> {
            channel.send(StrayDatagrams.asQuery(query));
            // The stranger's datagram leaves an answer in the buffer, which is used again.
            channel.sendFrom(addresses.host(SERVER), 0, StrayDatagrams.falseAnswer(query));
            for (byte[] stray : StrayDatagrams.undecodable(query)) {
              channel.send(stray);
            }
            answer(query, channel);
          });
      assertAnswered(ask(exchange, internet, NAME, Type.A, true));
      assertOneQuery(internet);
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("An answer to it that comes later is ignored.")
  @Hint(
      "When the time of an attempt is over, close its socket. Compare with the id of the"
          + " current attempt only, not with earlier ids.")
  void takes_no_answer_to_an_attempt_that_is_over(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    List<ReceivedQuery> first = new ArrayList<>();
    List<ReplyChannel> back = new ArrayList<>();
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serveUdpOnly(
          SERVER,
          "server",
          (query, channel) -> {
            if (first.isEmpty()) {
              first.add(query);
              back.add(channel);
            } else {
              back.get(0).send(StrayDatagrams.falseAnswer(first.get(0)));
              channel.send(StrayDatagrams.withId(query, first.get(0).id()));
              answer(query, channel);
            }
          });
      // Two attempts are enough; a busy machine may need more.
      assertAnswered(ask(exchange, internet, NAME, Type.A, true, 100, 12));
      assertThat(internet.queries().size()).as("queries of the call").isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause("They make no wait longer and no wait shorter")
  @Hint(
      "The time-out of a socket begins again with each receive. Compute one deadline for"
          + " each attempt, and let each receive wait only for the time that is left.")
  void strays_make_no_wait_longer(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    // Long, so that even on a busy machine some noise arrives within each time-out.
    int timeoutMillis = 400;
    int noiseMillis = 2_000;
    boolean noisy = false;
    for (int tries = 0; tries < NOISY_TRIES && !noisy; tries++) {
      LongestGap silence = new LongestGap();
      try (Internet internet = new Internet(addresses, trace)) {
        internet.serveUdpOnly(
            SERVER,
            "noisy server",
            (query, channel) -> makeNoise(query, channel, noiseMillis, silence));
        long millis = assertTimesOut(exchange, internet, timeoutMillis, 1);
        noisy = silence.isBelow(timeoutMillis);
        assertThat(millis)
            .as(
                "ms until the end of a call of %s ms, with other datagrams for %s ms",
                timeoutMillis, noiseMillis)
            .isBetween((long) timeoutMillis - CLOCK_MILLIS, noiseMillis - 400L);
      }
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "They make no wait longer and no wait shorter, and nothing is sent because of them.",
    "All other datagrams are ignored."
  })
  @Hint(
      "After a datagram that is not the answer, continue to wait in the same attempt. Do"
          + " not throw, do not return, and do not send the question again.")
  void strays_make_no_wait_shorter(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    try (Internet internet = new Internet(addresses, trace)) {
      ServerBehaviour lying =
          (query, channel) -> {
            channel.sendFrom(addresses.host(SERVER), 0, StrayDatagrams.falseAnswer(query));
            channel.send(StrayDatagrams.withId(query, query.id() ^ 1));
          };
      internet.serveUdpOnly(SERVER, "lying server", lying);
      internet.serveUdpOnly(
          STRANGER, "server", ((ServerBehaviour) DnsExchangeExam::answer).after(lying));
      long millis = assertTimesOut(exchange, internet, 100, 2);
      assertNotEarly("the end of a call of 2 attempts of 100 ms", millis, 200);
      assertThat(awaitQueries(internet, SERVER, 2)).as("queries of 2 attempts").hasSize(2);
      String server = internet.address(STRANGER);
      assertAnswered(exchange.ask(server, internet.port(), NAME, Type.A, true, AMPLE_MILLIS, 2));
      assertThat(awaitQueries(internet, STRANGER, 1)).as("queries until the answer").hasSize(1);
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "If no answer has come timeoutMillis after an attempt was sent, the next attempt"
        + " begins. All attempts wait for the same time, and so does the last one.",
    "if no answer has come when the time of the last attempt is over"
  })
  @Hint(
      "Every attempt waits for the same time-out, and the last one does so, too. After the"
          + " last attempt, throw a SocketTimeoutException.")
  void gives_up_when_the_last_attempt_has_had_its_time(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    int timeoutMillis = 60;
    int attempts = 4;
    int due = attempts * timeoutMillis;
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serveUdpOnly(SERVER, "silent server", ServerBehaviour.silent());
      long millis = Long.MAX_VALUE;
      for (int call = 1; call <= TRIES && millis > due + LATE_MILLIS; call++) {
        millis = assertTimesOut(exchange, internet, timeoutMillis, attempts);
        assertNotEarly("the end of a call of 4 attempts of 60 ms", millis, due);
        assertThat(awaitQueries(internet, SERVER, call * attempts))
            .as("queries of %s calls with %s attempts", call, attempts)
            .hasSize(call * attempts);
      }
      assertThat(millis)
          .as("ms until the end of a call of 4 attempts of 60 ms, the best of %s calls", TRIES)
          .isLessThanOrEqualTo(due + LATE_MILLIS);
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause(
      "If timeoutMillis, attempts, the name or the type is out of its range, the caller has"
          + " made a mistake: the call throws an IllegalArgumentException and sends nothing.")
  @Hint(
      "Check all arguments before you open a socket. A socket takes a time-out of 0 as"
          + " \"wait forever\", so it does not report this mistake for you.")
  void refuses_what_cannot_be_asked(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serveUdpOnly(SERVER, "server", DnsExchangeExam::answer);
      for (int[] mistake : new int[][] {{0, 2}, {-50, 2}, {50, 0}, {50, -1}, {0, 0}}) {
        assertThatIllegalArgumentException()
            .as("ask with a time-out of %s ms and %s attempts", mistake[0], mistake[1])
            .isThrownBy(() -> askServer(exchange, internet, NAME, Type.A, mistake[0], mistake[1]));
      }
      for (String name : List.of("www..example", "w".repeat(64) + ".example", "a.".repeat(130))) {
        assertThatIllegalArgumentException()
            .as("ask about \"%s\"", name)
            .isThrownBy(() -> askServer(exchange, internet, name, Type.A, 50, 1));
      }
      for (int type : new int[] {-1, 65_536}) {
        assertThatIllegalArgumentException()
            .as("ask for type %s", type)
            .isThrownBy(() -> askServer(exchange, internet, NAME, type, 50, 1));
      }
      assertAnswered(ask(exchange, internet, NAME, Type.A, true));
      assertThat(awaitQueries(internet, SERVER, 1))
          .as("queries of the only call with valid arguments")
          .hasSize(1);
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("Every socket is closed when the call ends, in whatever way it ends.")
  @Hint(
      "Open every socket in try with resources. Then it is closed when an answer comes,"
          + " when the time is over, and when there is an exception.")
  void closes_every_socket_however_it_ends(
      @Subject DnsExchange exchange, AddressPlan addresses, PacketTrace trace) throws IOException {
    try (Internet internet = new Internet(addresses, trace)) {
      internet.serveUdpOnly(SERVER, "server", DnsExchangeExam::answer);
      internet.serveUdpOnly(STRANGER, "silent server", ServerBehaviour.silent());
      assertAnswered(ask(exchange, internet, NAME, Type.A, true));
      assertPortFree(awaitQueries(internet, SERVER, 1).get(0).from().getPort(), "after the answer");
      assertThatExceptionOfType(SocketTimeoutException.class)
          .as("the end of a call that gets no answer")
          .isThrownBy(
              () ->
                  exchange.ask(
                      internet.address(STRANGER), internet.port(), NAME, Type.A, true, 40, 2));
      for (ReceivedQuery query : awaitQueries(internet, STRANGER, 2)) {
        assertPortFree(query.from().getPort(), "after the last attempt");
      }
    }
  }

  /** Asks a server that answers at once. */
  private static DnsMessage ask(
      DnsExchange exchange, Internet internet, String name, int type, boolean recursion) {
    return ask(exchange, internet, name, type, recursion, AMPLE_MILLIS, 1);
  }

  private static DnsMessage ask(
      DnsExchange exchange,
      Internet internet,
      String name,
      int type,
      boolean recursion,
      int timeoutMillis,
      int attempts) {
    try {
      return exchange.ask(
          internet.address(SERVER),
          internet.port(),
          name,
          type,
          recursion,
          timeoutMillis,
          attempts);
    } catch (IOException threw) {
      throw new AssertionError(
          "ask about \"%s\", type %s, which the server answers, threw %s"
              .formatted(name, type, threw),
          threw);
    }
  }

  private static DnsMessage askServer(
      DnsExchange exchange, Internet internet, String name, int type, int millis, int attempts)
      throws IOException {
    return exchange.ask(
        internet.address(SERVER), internet.port(), name, type, true, millis, attempts);
  }

  /** Asserts that a call without an answer times out; returns how many milliseconds it took. */
  private static long assertTimesOut(
      DnsExchange exchange, Internet internet, int timeoutMillis, int attempts) {
    long start = System.nanoTime();
    assertThatExceptionOfType(SocketTimeoutException.class)
        .as("the end of a call of %s attempts of %s ms without an answer", attempts, timeoutMillis)
        .isThrownBy(() -> askServer(exchange, internet, NAME, Type.A, timeoutMillis, attempts));
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static void assertAnswered(DnsMessage message) {
    assertThat(message.answers())
        .as(
            "the answer section of the returned message; false answers have %s",
            StrayDatagrams.FALSE_ADDRESS)
        .containsExactly(read(NAME, Type.A, ADDRESS));
  }

  private static void assertOneQuery(Internet internet) {
    assertThat(awaitQueries(internet, SERVER, 1)).as("queries of one attempt").hasSize(1);
  }

  private static void assertNotEarly(String what, long millis, int least) {
    assertThat(millis).as("ms until %s", what).isGreaterThanOrEqualTo(least - CLOCK_MILLIS);
  }

  /** Sends a stray datagram every few milliseconds, until the time is over or the server closes. */
  private static void makeNoise(
      ReceivedQuery query, ReplyChannel channel, int millis, LongestGap silence)
      throws IOException {
    byte[] stray = StrayDatagrams.withId(query, query.id() ^ 1);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    silence.begin();
    while (System.nanoTime() < end) {
      channel.send(stray);
      silence.end();
      LockSupport.parkNanos(BETWEEN_NOISES_NANOS);
    }
  }

  private static void answer(ReceivedQuery query, ReplyChannel channel) throws IOException {
    channel.send(Responses.to(query, "www.example. IN A " + ADDRESS).toWire());
  }

  /** Answers {@code 3.code.example} with code 3, and any other name with a truncated message. */
  private static void answerWithTheCodeInTheName(ReceivedQuery query, ReplyChannel channel)
      throws IOException {
    String name = query.question();
    channel.send(
        !name.isEmpty() && Character.isDigit(name.charAt(0))
            ? Responses.failure(query, name.charAt(0) - '0').toWire()
            : Responses.truncated(Responses.to(query, "cut.example. IN A " + ADDRESS)).toWire());
  }

  private static String describe(ReceivedQuery query) {
    Message message = query.message();
    boolean plain =
        !message.getHeader().getFlag(Flags.QR)
            && message.getHeader().getOpcode() == 0
            && message.getSection(Section.QUESTION).size() == 1;
    return (plain ? "" : "not a query: ")
        + query.question()
        + (query.recursionDesired() ? ", recursion desired" : "");
  }

  private static Message detailed(ReceivedQuery query) {
    Message message = Responses.to(query);
    return switch (query.question()) {
      case "www.example. A" -> {
        message.getHeader().setFlag(Flags.AA);
        yield Responses.add(
            message,
            Section.ANSWER,
            "www.example. 60 IN CNAME host.Example.",
            "host.example. IN A 192.0.2.7",
            "host.example. IN A 192.0.2.6");
      }
      case "example. MX" -> {
        Responses.add(message, Section.ANSWER, "example. IN MX 10 mail.example.");
        Responses.add(message, Section.AUTHORITY, "example. 86400 IN NS ns.example.");
        yield Responses.add(message, Section.ADDITIONAL, "mail.example. IN AAAA 2001:db8::25");
      }
      case "example. TXT" ->
          Responses.add(
              message,
              Section.ANSWER,
              "example. IN TXT \"" + "x".repeat(255) + "\" \"" + "y".repeat(218) + "\"");
      default -> Responses.add(message, Section.ANSWER, ". IN NS a.root.example.");
    };
  }

  private static DnsMessage detailedA(int id) {
    return new DnsMessage(
        id,
        true,
        true,
        false,
        true,
        true,
        0,
        List.of(new DnsQuestion(NAME, Type.A)),
        List.of(
            new DnsRecord(NAME, Type.CNAME, 60, "host.example"),
            read("host.example", Type.A, "192.0.2.7"),
            read("host.example", Type.A, "192.0.2.6")),
        List.of(),
        List.of());
  }

  private static DnsMessage detailedMx(int id) {
    return new DnsMessage(
        id,
        true,
        false,
        false,
        false,
        true,
        0,
        List.of(new DnsQuestion("example", Type.MX)),
        List.of(read("example", Type.MX, "10 mail.example")),
        List.of(new DnsRecord("example", Type.NS, 86_400, "ns.example")),
        List.of(read("mail.example", Type.AAAA, "2001:db8::25")));
  }
}
