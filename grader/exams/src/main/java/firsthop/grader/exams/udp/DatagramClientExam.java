package firsthop.grader.exams.udp;

import static firsthop.grader.exams.udp.Numbered.ID_AND_PAYLOAD;
import static firsthop.grader.exams.udp.Numbered.ID_BYTES;
import static firsthop.grader.exams.udp.Numbered.PAYLOAD;
import static firsthop.grader.exams.udp.Numbered.assertReturns;
import static firsthop.grader.exams.udp.Numbered.reply;
import static firsthop.grader.exams.udp.NumberedServer.AMPLE_MILLIS;
import static firsthop.grader.exams.udp.NumberedServer.FALSE_REPLY;
import static firsthop.grader.exams.udp.Payloads.ascii;
import static firsthop.grader.exams.udp.Payloads.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.grader.network.BackgroundCall;
import firsthop.grader.network.Datagram;
import firsthop.grader.network.Direction;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.PathAction;
import firsthop.grader.network.Relay;
import firsthop.grader.network.RelayScript;
import firsthop.grader.network.UdpPeer;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.udp.DatagramClient;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The test is the server, and whoever else is on the network. Times are measured from before the
 * call: what comes too early is seen for certain, whatever else the machine does.
 */
@Exam(DatagramClient.class)
class DatagramClientExam {
  private static final InetAddress LOCALHOST = InetAddress.getLoopbackAddress();

  private static final int MAX_PAYLOAD = 65_503;

  /** Milliseconds for a test of a call with an ample time-out, which it may have to wait for. */
  private static final int ONE_AMPLE_CALL = 2_500;

  /** What clocks may be apart that count whole milliseconds, over a few waits. */
  private static final int CLOCK_MILLIS = 8;

  /** The first time-out where it is measured. */
  private static final int FIRST_MILLIS = 120;

  /** So much too late is the machine's doing; who doubles too soon is later by a first time-out. */
  private static final int LATE_MILLIS = 110;

  /** But not in every one of so many calls. */
  private static final int TRIES = 4;

  /** For a system that needs a moment to close a socket. */
  private static final int FREE_MILLIS = 250;

  private static final int STORMY_CALLS = 6;

  private static final byte[] QUESTION = text("Who is there?");

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "A request is an id of 4 bytes and then the payload of the call.",
    "The reply has the same id, and then a payload of its own."
  })
  @Hint("The id is between client and server: whoever calls request neither gives nor gets it.")
  void wraps_the_question_and_unwraps_the_reply(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (NumberedServer server = new NumberedServer(addresses, trace)) {
      server.exchange(client, text("What time is it?"), text("Half past nine."));
      server.exchange(client, text("And now?"), text("Still half past nine, as you have asked."));
      byte[] every = new byte[256];
      for (int i = 0; i < every.length; i++) {
        every[i] = (byte) (i * 7);
      }
      server.exchange(client, every, Arrays.copyOfRange(every, 100, 228));
    }
  }

  @Test
  @Points(1)
  @Clause(
      "The id is hard to guess and new for each call: 32 random bits, of which neither the time nor"
          + " earlier ids tell anything.")
  @Hint("Who has seen some ids, or knows what time it is, must not be able to tell the next one.")
  void draws_ids_that_nobody_can_guess(
      @Subject DatagramClient one,
      @Subject DatagramClient other,
      AddressPlan addresses,
      PacketTrace trace)
      throws Exception {
    List<Integer> ids = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    try (NumberedServer server = new NumberedServer(addresses, trace)) {
      for (int i = 0; i < 20; i++) {
        ids.add(server.exchange(one, QUESTION, text("I am.")));
        others.add(server.exchange(other, QUESTION, text("I am.")));
      }
    }
    Ids.assertHardToGuess(ids, others);
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "it is sent again: the same datagram, byte for byte, from the same socket.",
    "a reply to the first counts after the second, too."
  })
  @Hint("A reply can be on its way while the client sends again: it must still find the client.")
  void sends_the_same_again_and_takes_the_reply_to_any_of_them(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (NumberedServer server = new NumberedServer(addresses, trace);
        BackgroundCall<byte[]> call = server.ask(client, QUESTION, 4, 100)) {
      Datagram first = call.next(server.peer());
      Datagram second = call.next(server.peer());
      assertThat(second.bytes()).inHexadecimal().as("what is sent again").isEqualTo(first.bytes());
      assertThat(second.from()).as("the socket that sends again").isEqualTo(first.from());
      Numbered.assertAsks(first, QUESTION);
      server.settle(call, first, text("It took me some time."));
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "the first is as long as the caller says, and each one after it is twice as long as the one"
        + " before.",
    "No wait is shorter than its time-out, and none is longer"
  })
  @Hint(
      "The first wait is the caller's; only after it, and after each further one, do they double.")
  void doubles_each_time_out(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    long came = Long.MAX_VALUE;
    for (int tries = 0; tries < TRIES && came > FIRST_MILLIS + LATE_MILLIS; tries++) {
      try (NumberedServer server = new NumberedServer(addresses, trace);
          BackgroundCall<byte[]> call = server.ask(client, QUESTION, 2, FIRST_MILLIS)) {
        call.next(server.peer());
        came = call.millisUntil(call.next(server.peer()));
        assertNotEarly("the second send", came, FIRST_MILLIS);
      }
    }
    assertThat(came)
        .as("when the second send came, in ms, a first time-out of %s before it", FIRST_MILLIS)
        .isLessThanOrEqualTo(FIRST_MILLIS + LATE_MILLIS);
    try (NumberedServer server = new NumberedServer(addresses, trace);
        BackgroundCall<byte[]> call = server.ask(client, QUESTION, 5, 50)) {
      Datagram sent = call.next(server.peer());
      int due = 0;
      for (int wait = 50; wait <= 400; wait *= 2) {
        due += wait;
        sent = call.next(server.peer());
        assertNotEarly("the send after " + wait + " ms", call.millisUntil(sent), due);
      }
      server.settle(call, sent, text("after four waits"));
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("The time-out after the last send is waited for too.")
  @Hint("The last send may be answered like any other: why send it, if nobody waits then?")
  void waits_after_the_last_send_as_well(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (NumberedServer server = new NumberedServer(addresses, trace);
        BackgroundCall<byte[]> call = server.ask(client, QUESTION, 4, 80)) {
      Datagram last = call.next(server.peer());
      for (int send = 2; send <= 4; send++) {
        last = call.next(server.peer());
      }
      // The last wait is of 640 ms. A quarter of it is longer than the first wait.
      server.peer().poll(160);
      server.settle(call, last, text("at the last moment"));
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "The request is sent attempts times at most.",
    "if the last time-out has passed without the reply"
  })
  @Hint("The first send is one of the attempts, and the end of the last is an exception.")
  void gives_up_after_so_many_attempts(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    for (int attempts : new int[] {1, 3}) {
      try (NumberedServer server = new NumberedServer(addresses, trace);
          BackgroundCall<byte[]> call = server.ask(client, QUESTION, attempts, 50)) {
        assertThat(server.unanswered(call).size())
            .as("sends, of %s attempts", attempts)
            .isEqualTo(attempts);
        assertThatExceptionOfType(SocketTimeoutException.class)
            .as("the end of a call that nobody answers")
            .isThrownBy(call::result);
      }
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause(
      "Only a datagram that comes from the address and port that were asked and has the id of this"
          + " call is the reply.")
  @Hint("A socket takes datagrams from anybody: each says where it comes from, address and port.")
  void knows_the_reply_by_its_sender(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    int port = FreePort.udp(addresses);
    try (NumberedServer server = new NumberedServer(addresses.host(1), port, trace);
        UdpPeer namesake =
            new UdpPeer(trace, ID_AND_PAYLOAD, "another host", addresses.host(2), port);
        BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, AMPLE_MILLIS)) {
      Datagram asked = call.next(server.peer());
      server.sendFromAnotherPort(asked);
      namesake.answer(asked, reply(asked, FALSE_REPLY));
      server.settle(call, asked, text("from the server"));
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("what has another id (such as a late reply to an earlier call)")
  @Hint("An id is four bytes, and another id is one in which any of their bits differs.")
  void knows_the_reply_by_every_bit_of_its_id(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (NumberedServer server = new NumberedServer(addresses, trace);
        BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, AMPLE_MILLIS)) {
      Datagram asked = call.next(server.peer());
      int id = Numbered.id(asked);
      for (int mask : new int[] {1, 1 << 31, 1 << 20, 1 << 10, -1, 0xFFFF, 0xFFFF0000}) {
        server.sendWithId(id ^ mask, asked);
      }
      server.settle(call, asked, text("with the right id"));
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("what has another id (such as a late reply to an earlier call)")
  @Hint("When a call is over, so is its id, whatever still comes with it from the right server.")
  void takes_no_late_reply_to_an_earlier_call(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (NumberedServer server = new NumberedServer(addresses, trace)) {
      int timedOut;
      try (BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, 60)) {
        timedOut = Numbered.id(call.next(server.peer()));
        server.unanswered(call);
      }
      int answered = server.exchange(client, QUESTION, text("I am."));
      try (BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, AMPLE_MILLIS)) {
        Datagram asked = call.next(server.peer());
        server.sendWithId(timedOut, asked);
        server.sendWithId(answered, asked);
        server.settle(call, asked, text("I still am."));
      }
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("what is shorter than 4 bytes")
  @Hint("Before you look for an id, ask whether there is room for one; a buffer forgets nothing.")
  void ignores_what_is_too_short_for_an_id(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (NumberedServer server = new NumberedServer(addresses, trace);
        BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, AMPLE_MILLIS)) {
      Datagram asked = call.next(server.peer());
      // What a stranger says leaves the right id behind, in a buffer that is used again.
      server.sendFromAnotherPort(asked);
      for (int length = 0; length < ID_BYTES; length++) {
        server.sendShort(length, asked);
      }
      server.settle(call, asked, text("long enough"));
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause(
      "What is ignored makes no wait longer and none shorter, and nothing is sent because of it.")
  @Hint(
      "A time-out belongs to a send, and goes on from there; what arrives does not start it anew.")
  void noise_makes_no_wait_longer(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (NumberedServer server = new NumberedServer(addresses, trace);
        BackgroundCall<byte[]> call = server.ask(client, QUESTION, 2, 150)) {
      Datagram asked = call.next(server.peer());
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AMPLE_MILLIS);
      while (!call.isOver() && System.nanoTime() < end) {
        server.makeNoise(asked);
        server.peer().poll(10);
      }
      assertThat(call.isOver())
          .as("the call of 150 + 300 ms, over after %s ms of other datagrams", AMPLE_MILLIS)
          .isTrue();
      assertThatExceptionOfType(SocketTimeoutException.class)
          .as("the end of a call that gets no reply")
          .isThrownBy(call::result);
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause(
      "What is ignored makes no wait longer and none shorter, and nothing is sent because of it.")
  @Hint("A datagram that is not the reply ends nothing: what is left of the wait is still to come.")
  void noise_makes_no_wait_shorter(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (NumberedServer server = new NumberedServer(addresses, trace);
        BackgroundCall<byte[]> call = server.ask(client, QUESTION, 3, 150)) {
      Datagram asked = call.next(server.peer());
      for (int i = 0; i < 4; i++) {
        server.makeNoise(asked);
      }
      Datagram again = call.next(server.peer());
      server.makeNoise(asked);
      server.settle(call, again, text("amid the noise"));
      assertNotEarly("the second send", call.millisUntil(again), 150);
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "Either payload may be empty.",
    "A payload has at most 65,503 bytes: UDP over IPv4 carries 65,507, and 4 of them are the id."
  })
  @Hint("Nothing is a payload too, and the largest one leaves no byte free in its datagram.")
  void carries_payloads_from_none_to_the_largest(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (NumberedServer server = new NumberedServer(addresses, trace)) {
      server.exchange(client, new byte[0], new byte[0]);
      server.exchange(client, text("?"), new byte[0]);
      server.exchange(client, new byte[0], text("!"));
      server.exchange(client, ascii(1_469), ascii(MAX_PAYLOAD));
      server.exchange(client, ascii(MAX_PAYLOAD), ascii(MAX_PAYLOAD - 1));
      assertThatIllegalArgumentException()
          .as("request with a payload of %s bytes", MAX_PAYLOAD + 1)
          .isThrownBy(() -> server.request(client, ascii(MAX_PAYLOAD + 1), 1, 50));
      assertThat(server.peer().poll(1)).as("what the server got from it").isEmpty();
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "If attempts, the time-out or the payload is out of its range, that is the caller's mistake:"
        + " IllegalArgumentException, and nothing is sent.",
    "A host that nobody knows is not: that is an IOException."
  })
  @Hint(
      "Whose fault is it, the caller's or the network's? And what does a time-out of 0 mean to a"
          + " socket?")
  void tells_the_callers_mistakes_from_the_networks(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (NumberedServer server = new NumberedServer(LOCALHOST, 0, trace)) {
      int[][] mistakes = {{0, 50}, {-1, 50}, {2, 0}, {2, -50}, {0, 0}};
      for (int[] mistake : mistakes) {
        assertThatIllegalArgumentException()
            .as("request with %s attempts from %s ms on", mistake[0], mistake[1])
            .isThrownBy(() -> server.request(client, QUESTION, mistake[0], mistake[1]));
      }
      assertThat(server.peer().poll(1)).as("what the server got from all that").isEmpty();
      // A label has 63 characters at most, so every resolver knows this name for none by itself.
      String unknown = "x".repeat(64) + ".example";
      assertThatExceptionOfType(IOException.class)
          .as("request to the host %s", unknown)
          .isThrownBy(() -> client.request(unknown, 7_000, QUESTION, 1, 50));
      int port = server.port();
      try (BackgroundCall<byte[]> call =
          BackgroundCall.call(() -> client.request("localhost", port, QUESTION, 1, AMPLE_MILLIS))) {
        Datagram asked = call.next(server.peer());
        server.settle(call, asked, text("no mistake"));
      }
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("When the call is over, by a reply or by an exception, the socket is closed.")
  @Hint("A call can end in two ways, and each must pass the place where its socket is closed.")
  void closes_its_socket_however_it_ends(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (NumberedServer server = new NumberedServer(addresses, trace)) {
      try (BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, AMPLE_MILLIS)) {
        Datagram asked = call.next(server.peer());
        server.settle(call, asked, text("It is me."));
        assertFree(asked.from().getPort(), "after the reply");
      }
      try (BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, 50)) {
        Datagram asked = call.next(server.peer());
        server.unanswered(call);
        assertFree(asked.from().getPort(), "after the last time-out");
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "Each time that a time-out passes without the reply, it is sent again",
    "Only a datagram that comes from the address and port that were asked and has the id of this"
        + " call is the reply."
  })
  @Hint("Losses, doubles and delays come together here: draw on paper what one call makes of them.")
  void gets_through_a_storm(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace, Seed seed)
      throws Exception {
    RelayScript storm =
        RelayScript.storm(seed, 20)
            .when(Direction.TO_SERVER, "question 1", 1, PathAction.LOST)
            .when(Direction.TO_CLIENT, "answer to question 2", 1, PathAction.LOST)
            .when(Direction.TO_CLIENT, "answer to question 3", 0, PathAction.again(30))
            .when(Direction.TO_SERVER, "question 4", 1, PathAction.late(90));
    for (int i = 1; i <= STORMY_CALLS; i++) {
      // Whatever the seed, four sends are enough: the fifth is there for a slow machine.
      storm
          .when(Direction.TO_SERVER, "question " + i, 3, PathAction.PASSES)
          .when(Direction.TO_SERVER, "question " + i, 4, PathAction.PASSES)
          .when(Direction.TO_CLIENT, "answer to question " + i, 2, PathAction.PASSES);
    }
    try (UdpPeer server = new UdpPeer(trace, PAYLOAD, "server", addresses.host(1), 0);
        Relay relay = relay(server, storm, addresses, trace)) {
      for (int i = 1; i <= STORMY_CALLS; i++) {
        try (BackgroundCall<byte[]> call =
            NumberedServer.ask(client, relay.entrance(), text("question " + i), 5, 40)) {
          Optional<Datagram> asked = call.poll(server);
          while (asked.isPresent()) {
            String question = PAYLOAD.describe(asked.get().bytes());
            server.answer(asked.get(), reply(asked.get(), text("answer to " + question)));
            asked = call.poll(server);
          }
          assertReturns(call, text("answer to question " + i));
        }
      }
    }
  }

  private static Relay relay(
      UdpPeer server, RelayScript script, AddressPlan addresses, PacketTrace trace) {
    return new Relay(
        trace, PAYLOAD, script, addresses.host(2), addresses.host(3), server.endpoint());
  }

  private static void assertNotEarly(String what, long millis, int least) {
    assertThat(millis)
        .as("when %s came, in ms from the call on; not before %s", what, least)
        .isGreaterThanOrEqualTo(least - CLOCK_MILLIS);
  }

  private static void assertFree(int port, String when) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FREE_MILLIS);
    while (true) {
      try {
        new DatagramSocket(port).close();
        return;
      } catch (IOException taken) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("the client's port " + port + " is taken " + when, taken);
        }
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }
}
