package firsthop.grader.exams.udp;

import static firsthop.grader.exam.ArrayOwner.overwritten;
import static firsthop.grader.exams.udp.RequestReplyCodec.ID_AND_PAYLOAD;
import static firsthop.grader.exams.udp.RequestReplyCodec.ID_BYTES;
import static firsthop.grader.exams.udp.RequestReplyCodec.PAYLOAD;
import static firsthop.grader.exams.udp.RequestReplyCodec.assertReturns;
import static firsthop.grader.exams.udp.RequestReplyCodec.reply;
import static firsthop.grader.exams.udp.RequestReplyServer.AMPLE_MILLIS;
import static firsthop.grader.exams.udp.RequestReplyServer.FALSE_REPLY;
import static firsthop.grader.exams.udp.UdpPayloads.ascii;
import static firsthop.grader.exams.udp.UdpPayloads.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.CallerOwnsArrays;
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
import firsthop.grader.network.LongestGap;
import firsthop.grader.network.MeasuredWait;
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
 * The hidden tests of exercise 2.4. The test plays the server and all other hosts. Times are
 * measured from a moment before the call. So a datagram that comes too early is always noticed,
 * even on a busy machine.
 */
@Exam(DatagramClient.class)
class DatagramClientExam {
  private static final InetAddress LOCALHOST = InetAddress.getLoopbackAddress();

  private static final int MAX_PAYLOAD = 65_503;

  /** The limit in milliseconds for a test that may have to wait for one ample time-out. */
  private static final int ONE_AMPLE_CALL = 2_500;

  /** The limit in milliseconds for a test that measures several waits. */
  private static final int SOME_WAITS = 6_000;

  /** The tolerance for clocks that count whole milliseconds, over a few waits. */
  private static final int CLOCK_MILLIS = 8;

  /** The first time-out in the test that measures it. */
  private static final int FIRST_MILLIS = 120;

  /**
   * The tolerance for a busy machine. A client that doubles too early is later by a whole first
   * time-out, which is more.
   */
  private static final int LATE_MILLIS = 110;

  /** How often a measurement that came too late is repeated; a wrong client is late each time. */
  private static final int TRIES = 8;

  /** A slow machine may interrupt the noise of one try, but not of each of several tries. */
  private static final int NOISY_TRIES = 4;

  /** More calls than there are garbage collections in a test that runs alone. */
  private static final int FORGETFUL_CALLS = 4;

  /** How long the system may take to free a port. */
  private static final int FREE_MILLIS = 1_500;

  private static final int STORMY_CALLS = 6;

  private static final byte[] QUESTION = text("Who is there?");

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "A request is an id of 4 bytes, followed by the payload of the call.",
    "The reply has the same id, followed by its own payload."
  })
  @Hint(
      "request puts the id in front of the payload and removes it from the reply. The"
          + " caller never sees the id.")
  void wraps_the_question_and_unwraps_the_reply(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace)) {
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
      "The id is new for each call and hard to guess: it is 32 random bits, and neither the"
          + " time nor earlier ids help to predict it.")
  @Hint(
      "A counter, the time or a seed of your own makes ids that can be predicted. Use 32"
          + " bits from SecureRandom for each call.")
  void draws_ids_that_nobody_can_guess(
      @Subject DatagramClient one,
      @Subject DatagramClient other,
      AddressPlan addresses,
      PacketTrace trace)
      throws Exception {
    List<Integer> ids = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace)) {
      for (int i = 0; i < 20; i++) {
        ids.add(server.exchange(one, QUESTION, text("I am.")));
        others.add(server.exchange(other, QUESTION, text("I am.")));
      }
    }
    RequestIds.assertHardToGuess(ids, others);
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "the same request is sent again: the same datagram, byte for byte, from the same" + " socket.",
    "after the second send, a reply to the first send still counts."
  })
  @Hint(
      "A late reply to the first send has the id and the port of the first send. So keep"
          + " the id and the socket for all sends of a call.")
  void sends_the_same_again_and_takes_the_reply_to_any_of_them(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace);
        BackgroundCall<byte[]> call = server.ask(client, QUESTION, 4, 100)) {
      Datagram first = call.next(server.peer());
      Datagram second = call.next(server.peer());
      assertThat(second.bytes())
          .inHexadecimal()
          .as("the second send, compared with the first")
          .isEqualTo(first.bytes());
      assertThat(second.from()).as("source of the second send").isEqualTo(first.from());
      RequestReplyCodec.assertAsks(first, QUESTION);
      server.settle(call, first, text("It took me some time."));
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "the caller chooses the first one, and each further time-out is twice as long as the"
        + " one before.",
    "No wait is shorter than its time-out, and none is longer"
  })
  @Hint(
      "The first wait is as long as the caller says. Double the time-out only after a wait,"
          + " and after each wait.")
  void doubles_each_time_out(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    long came = Long.MAX_VALUE;
    for (int tries = 0; tries < TRIES && came > FIRST_MILLIS + LATE_MILLIS; tries++) {
      try (RequestReplyServer server = new RequestReplyServer(addresses, trace);
          BackgroundCall<byte[]> call = server.ask(client, QUESTION, 2, FIRST_MILLIS)) {
        call.next(server.peer());
        came = call.millisUntil(call.next(server.peer()));
        assertNotEarly("the second send", came, FIRST_MILLIS);
      }
    }
    assertThat(came)
        .as("ms until the second send, with a first time-out of %s ms", FIRST_MILLIS)
        .isLessThanOrEqualTo(FIRST_MILLIS + LATE_MILLIS);
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace);
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
  @TimeLimit(SOME_WAITS)
  @Points(1)
  @Clause("After the last send, the client waits for a time-out too.")
  @Hint(
      "The last send needs a wait too, because its reply may still arrive. Throw the"
          + " exception only after this wait.")
  void waits_after_the_last_send_as_well(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace)) {
      MeasuredWait.assertNeverShort(
          "a call of 4 attempts with a first time-out of 50 ms",
          50 + 100 + 200 + 400,
          2,
          () -> unansweredMillis(server, client));
      try (BackgroundCall<byte[]> call = server.ask(client, QUESTION, 4, 50)) {
        Datagram last = call.next(server.peer());
        for (int send = 2; send <= 4; send++) {
          last = call.next(server.peer());
        }
        server.settle(call, last, text("at the last moment"));
      }
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "The request is sent at most attempts times.",
    "if the last time-out has passed without the reply"
  })
  @Hint(
      "The first send is one of the attempts. After the last time-out, throw a"
          + " SocketTimeoutException.")
  void gives_up_after_so_many_attempts(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    for (int attempts : new int[] {1, 3}) {
      try (RequestReplyServer server = new RequestReplyServer(addresses, trace);
          BackgroundCall<byte[]> call = server.ask(client, QUESTION, attempts, 50)) {
        assertThat(server.unanswered(call).size())
            .as("number of sends with %s attempts", attempts)
            .isEqualTo(attempts);
        assertThatExceptionOfType(SocketTimeoutException.class)
            .as("result of a call without a reply")
            .isThrownBy(call::result);
      }
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause(
      "The reply is a datagram that comes from the address and port that were asked and has"
          + " the id of this call.")
  @Hint(
      "A socket receives datagrams from anybody. Compare the sender's address and the"
          + " sender's port.")
  void knows_the_reply_by_its_sender(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    int port = FreePort.udp(addresses);
    try (RequestReplyServer server = new RequestReplyServer(addresses.host(1), port, trace);
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
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause("a datagram with another id (such as a late reply to an earlier call)")
  @Hint(
      "Compare all four bytes of the id. Each call needs its own id: ignore a reply with the"
          + " id of an earlier call.")
  void knows_the_reply_by_every_bit_of_its_id_and_takes_none_to_an_earlier_call(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace);
        BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, AMPLE_MILLIS)) {
      Datagram asked = call.next(server.peer());
      int id = RequestReplyCodec.id(asked);
      for (int mask : new int[] {1, 1 << 31, 1 << 20, 1 << 10, -1, 0xFFFF, 0xFFFF0000}) {
        server.sendWithId(id ^ mask, asked);
      }
      server.settle(call, asked, text("with the right id"));
    }
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace)) {
      int timedOut;
      try (BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, 60)) {
        timedOut = RequestReplyCodec.id(call.next(server.peer()));
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
  @Clause("a datagram that is shorter than 4 bytes")
  @Hint(
      "Check the length of the datagram before you compare ids. After a short datagram, the"
          + " buffer still holds old bytes.")
  void ignores_what_is_too_short_for_an_id(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace);
        BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, AMPLE_MILLIS)) {
      Datagram asked = call.next(server.peer());
      // The datagram of the stranger leaves the right id in a buffer that is used again.
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
      "A datagram that is ignored makes no wait longer or shorter, and nothing is sent"
          + " because of it.")
  @Hint(
      "Each receive starts a time-out of its own. Set a deadline when you send, and before"
          + " each receive compute the time that is left.")
  void noise_makes_no_wait_longer(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    boolean noisy = false;
    for (int tries = 0; tries < NOISY_TRIES && !noisy; tries++) {
      try (RequestReplyServer server = new RequestReplyServer(addresses, trace);
          BackgroundCall<byte[]> call = server.ask(client, QUESTION, 2, 150)) {
        Datagram asked = call.next(server.peer());
        LongestGap silence = new LongestGap();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(AMPLE_MILLIS);
        while (!call.isOver() && System.nanoTime() < end) {
          server.makeNoise(asked);
          silence.end();
          server.peer().poll(10);
        }
        noisy = silence.isBelow(150);
        assertThat(call.isOver())
            .as(
                "the call (time-outs 150 + 300 ms) has ended after %s ms of other datagrams",
                AMPLE_MILLIS)
            .isTrue();
        assertThatExceptionOfType(SocketTimeoutException.class)
            .as("result of a call without a reply")
            .isThrownBy(call::result);
      }
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause(
      "A datagram that is ignored makes no wait longer or shorter, and nothing is sent"
          + " because of it.")
  @Hint(
      "A datagram that is not the reply does not end the wait. Go on waiting for the time"
          + " that is left, and send nothing.")
  void noise_makes_no_wait_shorter(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace);
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
    "Both payloads may be empty.",
    "A payload has at most 65,503 bytes: UDP over IPv4 carries 65,507, and 4 of them are"
        + " the id."
  })
  @Hint(
      "A payload may have 0 bytes. The largest one leaves room for the id only, and one"
          + " byte more is refused before anything is sent.")
  void carries_payloads_from_none_to_the_largest(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace)) {
      server.exchange(client, new byte[0], new byte[0]);
      server.exchange(client, text("?"), new byte[0]);
      server.exchange(client, new byte[0], text("!"));
      server.exchange(client, ascii(1_469), ascii(MAX_PAYLOAD));
      server.exchange(client, ascii(MAX_PAYLOAD), ascii(MAX_PAYLOAD - 1));
      assertThatIllegalArgumentException()
          .as("request with a payload of %s bytes", MAX_PAYLOAD + 1)
          .isThrownBy(() -> server.request(client, ascii(MAX_PAYLOAD + 1), 1, 50));
      assertThat(server.peer().poll(1))
          .as("datagrams that the server received from this call")
          .isEmpty();
    }
  }

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @Clause({
    "If attempts, the time-out or the length of the payload is out of its range, the call"
        + " throws an IllegalArgumentException and sends nothing.",
    "If the host is unknown, it throws an IOException."
  })
  @Hint(
      "Check the arguments before you open a socket: an illegal one is an"
          + " IllegalArgumentException. An unknown host is an IOException.")
  void tells_the_callers_mistakes_from_the_networks(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (RequestReplyServer server = new RequestReplyServer(LOCALHOST, 0, trace)) {
      int[][] mistakes = {{0, 50}, {-1, 50}, {2, 0}, {2, -50}, {0, 0}};
      for (int[] mistake : mistakes) {
        assertThatIllegalArgumentException()
            .as("request with %s attempts and a first time-out of %s ms", mistake[0], mistake[1])
            .isThrownBy(() -> server.request(client, QUESTION, mistake[0], mistake[1]));
      }
      assertThat(server.peer().poll(1))
          .as("datagrams that the server received from these calls")
          .isEmpty();
      // A label has at most 63 characters, so every resolver rejects this name without a query.
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
  @Clause("When the call ends, with a reply or with an exception, the socket is closed.")
  @Hint("Close the socket after a reply and after an exception. A try with resources does both.")
  void closes_its_socket_however_it_ends(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace)) {
      try (BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, AMPLE_MILLIS)) {
        Datagram asked = call.next(server.peer());
        server.settle(call, asked, text("It is me."));
        assertFree(asked.from().getPort(), "after the reply");
      }
      // A garbage collection closes a forgotten socket. It can do so once, but not in every call.
      for (int forgotten = 0; forgotten < FORGETFUL_CALLS; forgotten++) {
        try (BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, 20)) {
          Datagram asked = call.next(server.peer());
          server.unanswered(call);
          assertFree(asked.from().getPort(), "after the last time-out");
        }
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "Each time that a time-out passes without the reply, the same request is sent again",
    "The reply is a datagram that comes from the address and port that were asked and has"
        + " the id of this call."
  })
  @Hint(
      "Lost, late and duplicated datagrams come together here. On paper, follow one call"
          + " through all its sends and waits.")
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
      // With every seed, four sends are enough. The fifth is for a slow machine.
      storm
          .when(Direction.TO_SERVER, "question " + i, 3, PathAction.PASSES)
          .when(Direction.TO_SERVER, "question " + i, 4, PathAction.PASSES)
          .when(Direction.TO_CLIENT, "answer to question " + i, 2, PathAction.PASSES);
    }
    try (UdpPeer server = new UdpPeer(trace, PAYLOAD, "server", addresses.host(1), 0);
        Relay relay = relay(server, storm, addresses, trace)) {
      for (int i = 1; i <= STORMY_CALLS; i++) {
        try (BackgroundCall<byte[]> call =
            RequestReplyServer.ask(client, relay.entrance(), text("question " + i), 5, 40)) {
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

  @Test
  @TimeLimit(ONE_AMPLE_CALL)
  @Points(1)
  @CallerOwnsArrays
  @Clause({"A call neither changes the array payload nor keeps it", "Each result is a new array."})
  @Hint(
      "Do not write into the array that you get, and do not keep it: make a copy. Return a new"
          + " array from each call.")
  void arrays_belong_to_the_caller(
      @Subject DatagramClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (RequestReplyServer server = new RequestReplyServer(addresses, trace)) {
      server.exchange(client, QUESTION, text("It is me."));
      server.exchange(client, QUESTION, text("It is me."));
      server.exchange(client, overwritten(QUESTION), text("Pardon?"));
      try (BackgroundCall<byte[]> call = server.ask(client, QUESTION, 1, 20)) {
        server.unanswered(call);
        assertThatExceptionOfType(SocketTimeoutException.class)
            .as("result of a call without a reply")
            .isThrownBy(call::result);
      }
    }
  }

  /** Returns the milliseconds that a call of 4 attempts from 50 ms on takes without a reply. */
  private static long unansweredMillis(RequestReplyServer server, DatagramClient client)
      throws Exception {
    try (BackgroundCall<byte[]> call = server.ask(client, QUESTION, 4, 50)) {
      server.unanswered(call);
      assertThatExceptionOfType(SocketTimeoutException.class)
          .as("result of a call without a reply")
          .isThrownBy(call::result);
      return call.millis();
    }
  }

  private static Relay relay(
      UdpPeer server, RelayScript script, AddressPlan addresses, PacketTrace trace) {
    return new Relay(
        trace, PAYLOAD, script, addresses.host(2), addresses.host(3), server.endpoint());
  }

  private static void assertNotEarly(String what, long millis, int least) {
    assertThat(millis)
        .as("ms from the start of the call until %s; at least %s are expected", what, least)
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
          throw new AssertionError("the client's port " + port + " is still taken " + when, taken);
        }
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }
}
