package firsthop.grader.exams.tcp;

import static firsthop.grader.exams.tcp.AskedServer.AMPLE_MILLIS;
import static firsthop.grader.exams.tcp.AskedServer.hear;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.TcpListener;
import firsthop.grader.network.TcpPeer;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.tcp.LifecycleClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * The test is the server, and judges by what it sees. Where the client's FIN is not what a test is
 * about, its server does not wait for it. Payloads are printable, but where the test is about
 * bytes.
 */
@Exam(LifecycleClient.class)
class LifecycleClientExam {
  /** Milliseconds for a test of a few calls; who waits for an ample time-out has failed already. */
  private static final int SOME_CALLS = 3_500;

  private static final int LARGE_CALL = 8_000;

  /** How long the server takes at most to send 8 MB, or to take them. */
  private static final int LARGE_MILLIS = 3_000;

  /** As much as the contract has each side send. */
  private static final int LARGE = 8 << 20;

  /** More than the buffers on the way take in from a client, which Linux keeps under 4 MiB. */
  private static final int TOO_MUCH = 5 << 20;

  /** What clocks may be apart that count whole milliseconds. */
  private static final int CLOCK_MILLIS = 8;

  private static final int PAUSE_MILLIS = 40;

  private static final int SILENCE_MILLIS = 200;

  private static final int DRIP_MILLIS = 75;

  /** A drip so much later is the machine's doing, and tells nothing. */
  private static final int LATE_DRIP_MILLIS = 200;

  private static final int DRIP_SILENCE_MILLIS = 300;

  /** The machine is not late in every one of so many calls. */
  private static final int TRIES = 4;

  /** Long payloads repeat; no buffer of anybody's has a multiple of this size, a prime. */
  private static final int PERIOD = 16_381;

  private static final byte[] QUESTION = text("What is the time?");
  private static final byte[] ANSWER = text("Half past nine, and all is well.");
  private static final byte[] NOTHING = {};

  @Test
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause({
    "Behind the last byte of the request it sends FIN, without waiting for anything.",
    "The peer may wait for the client's FIN before it answers. Its answer still arrives"
  })
  @Hint("Only one of the two streams has ended: who closes the socket gives up the other one, too.")
  void hears_the_answer_to_a_request_that_ends_by_FIN(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    byte[] every = new byte[256];
    byte[] backwards = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
      backwards[i] = (byte) -i;
    }
    try (AskedServer server = new AskedServer(trace, addresses.host(1))) {
      server.talk(client, QUESTION, peer -> answer(peer, QUESTION, ANSWER)).assertResponse(ANSWER);
      server.talk(client, every, peer -> answer(peer, every, backwards)).assertResponse(backwards);
      byte[] more = letters(3_000, 'a');
      server.talk(client, backwards, peer -> answer(peer, backwards, more)).assertResponse(more);
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause({
    "The response is every byte that the peer sends up to its own FIN.",
    "it may come in any number of pieces with pauses between them."
  })
  @Hint("A pause is no end, and neither is a piece, a line, or a buffer that is not full.")
  void hears_the_peer_out(@Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    byte[] line = text("one line, and an empty one\r\n\r\n");
    byte[] more = letters(500, 'A');
    byte[] last = text("\n.\r\nthe last word");
    try (AskedServer server = new AskedServer(trace, addresses.host(1))) {
      server
          .talk(
              client,
              QUESTION,
              peer -> {
                hear(peer, QUESTION);
                peer.send(line);
                pause();
                peer.sendByteByByte(more);
                pause();
                peer.send(last);
                pause();
                peer.finish();
              })
          .assertResponse(together(line, more, last));
      server
          .talk(
              client,
              line,
              peer -> {
                hear(peer, line);
                pause();
                peer.sendByteByByte(ANSWER);
                peer.finish();
              })
          .assertResponse(ANSWER);
    }
  }

  @Test
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause({
    "Behind an empty request, that is at once.",
    "It may be empty, and it may come in any number of pieces"
  })
  @Hint("No bytes are a stream, too, which begins and has an end.")
  void sends_and_hears_empty_streams(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (AskedServer server = new AskedServer(trace, addresses.host(1))) {
      server.talk(client, NOTHING, peer -> answer(peer, NOTHING, ANSWER)).assertResponse(ANSWER);
      server
          .talk(client, QUESTION, peer -> answer(peer, QUESTION, NOTHING))
          .assertResponse(NOTHING);
      server.talk(client, NOTHING, peer -> answer(peer, NOTHING, NOTHING)).assertResponse(NOTHING);
    }
  }

  @Test
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause({
    "the address and port from which the client has connected, and those to which it is connected.",
    "An IPv4 socket is address:port, with the address in dotted decimal.",
    "The address is written even if the client was given a name"
  })
  @Hint("A connection has two sockets; each of them has an address and a port of its own.")
  void names_the_socket_pair_as_the_peer_sees_it(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (AskedServer one = new AskedServer(trace, addresses.host(1));
        AskedServer other = new AskedServer(trace, addresses.host(2));
        AskedServer local = new AskedServer(trace, InetAddress.getByName("localhost"))) {
      for (AskedServer server : new AskedServer[] {one, other, one}) {
        assertPair(server.talk(client, QUESTION, LifecycleClientExam::answerAtOnce));
      }
      assertPair(
          local.talk(
              client, "localhost", QUESTION, AMPLE_MILLIS, LifecycleClientExam::answerAtOnce));
    }
  }

  @Test
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause({
    "An IPv6 socket is [address]:port, with the address as RFC 5952 writes it, in lower case and"
        + " with :: for the longest run of zeros",
    "and always in this form, no matter how the client was given it."
  })
  @Hint(
      "An IPv6 address has colons of its own, and most of the texts for it are not the short one.")
  void names_an_IPv6_socket_pair_in_brackets_and_short(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (AskedServer ipv4 = new AskedServer(trace, addresses.host(1))) {
      assertPair(ipv4.talk(client, QUESTION, LifecycleClientExam::answerAtOnce));
    }
    InetAddress loopback = InetAddress.getByName("::1");
    if (!isOurs(loopback)) {
      return; // a host without IPv6, as some are; nobody can connect there
    }
    try (AskedServer server = new AskedServer(trace, loopback)) {
      for (String name : new String[] {"::1", "0:0:0:0:0:0:0:1"}) {
        assertPair(
            server.talk(client, name, QUESTION, AMPLE_MILLIS, LifecycleClientExam::answerAtOnce));
      }
    }
  }

  @Test
  @TimeLimit(LARGE_CALL)
  @Points(1)
  @Clause({
    "or take nothing of the request until all of the response has been taken from it.",
    "Each side may send 8 MB."
  })
  @Hint("Each side can wait for the other to read, and buffers only hide that for a while.")
  void sends_and_hears_8_MB_at_the_same_time(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    byte[] request = letters(LARGE, 'a');
    byte[] response = letters(LARGE, 'A');
    try (AskedServer server = new AskedServer(trace, addresses.host(1))) {
      server
          .talk(
              client,
              request,
              peer -> {
                peer.withPatience(LARGE_MILLIS).send(response);
                hear(peer, request);
                peer.finish();
              })
          .assertResponse(response);
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause({
    "The peer may be the first to send FIN. It still gets all of the request, and then the client's"
        + " FIN.",
    "It resets no connection that goes as it should."
  })
  @Hint("When you close, what you have sent may still be on its way; let the system see to it.")
  void closes_in_good_order_when_the_peer_ends_first(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (AskedServer server = new AskedServer(trace, addresses.host(1))) {
      // Whatever the size of the buffers: one of these is more than the peer's, less than both.
      for (int length : new int[] {5, 30_000, 500_000}) {
        byte[] request = letters(length, 'a');
        server
            .talk(
                client,
                request,
                peer -> {
                  peer.send(ANSWER);
                  peer.finish();
                  pause();
                  hear(peer, request);
                })
            .assertResponse(ANSWER);
      }
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause({
    "Nobody listens at that port, and its host refuses to connect: ConnectException.",
    "The host does not answer in time when the client connects: SocketTimeoutException.",
    "if the host does not answer within connectTimeoutMillis",
    "A time-out is an exception when its time is over, and not before."
  })
  @Hint("Who refuses is there, who says nothing perhaps is not: callers want to know which it is.")
  void tells_a_host_that_refuses_from_one_that_does_not_answer(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    int port = FreePort.tcp(addresses);
    String refusing = addresses.host(2).getHostAddress();
    try (AskedServer server = new AskedServer(trace, addresses.host(1), port);
        TcpListener dead = TcpListener.dead(trace, "dead host", addresses.host(3), port)) {
      server.talk(client, QUESTION, LifecycleClientExam::answerAtOnce).assertResponse(ANSWER);
      assertThatExceptionOfType(ConnectException.class)
          .as("connecting to a port at which nobody listens")
          .isThrownBy(() -> client.converse(refusing, port, QUESTION, AMPLE_MILLIS, AMPLE_MILLIS));
      long start = System.nanoTime();
      assertThatExceptionOfType(SocketTimeoutException.class)
          .as("connecting to a host that does not answer")
          .isThrownBy(() -> askDead(client, dead));
      assertNotEarly("the time-out of connecting", start, System.nanoTime(), SILENCE_MILLIS);
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause({
    "The peer is silent for too long: SocketTimeoutException.",
    "readTimeoutMillis is the longest silence.",
    "if the peer's FIN doesn't come, the bytes that came are never returned."
  })
  @Hint("Bytes without an end are no response, and the wait for more begins with the last of them.")
  void gives_up_when_the_peer_falls_silent(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (AskedServer server = new AskedServer(trace, addresses.host(1))) {
      server.talk(client, QUESTION, LifecycleClientExam::answerAtOnce).assertResponse(ANSWER);
      for (byte[] begun : new byte[][] {NOTHING, ANSWER}) {
        AtomicLong lastNanos = new AtomicLong();
        Talk talk =
            server.talk(
                client,
                server.host(),
                QUESTION,
                SILENCE_MILLIS,
                peer -> {
                  peer.receive(QUESTION.length);
                  if (begun.length > 0) {
                    pause();
                    lastNanos.set(System.nanoTime());
                    peer.send(begun);
                  }
                });
        talk.assertThrew(
            SocketTimeoutException.class,
            "when %d bytes came and then nothing any more".formatted(begun.length));
        long since = begun.length > 0 ? lastNanos.get() : talk.startNanos();
        assertNotEarly("the time-out of reading", since, talk.endNanos(), SILENCE_MILLIS);
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "Whenever bytes have come, it begins anew: a response may take longer than that in all."
  })
  @Hint("A slow peer isn't a silent one: what is it that the time-out limits?")
  void waits_for_a_slow_peer_that_is_never_silent_for_long(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    byte[] drips = text("drip..");
    boolean heard = false;
    try (AskedServer server = new AskedServer(trace, addresses.host(1))) {
      for (int tries = 0; tries < TRIES && !heard; tries++) {
        AtomicLong longestNanos = new AtomicLong();
        Talk talk =
            server.talk(
                client,
                server.host(),
                QUESTION,
                DRIP_SILENCE_MILLIS,
                peer -> longestNanos.set(drip(peer, drips)));
        heard = talk.returned().isPresent();
        if (heard || longestNanos.get() < TimeUnit.MILLISECONDS.toNanos(LATE_DRIP_MILLIS)) {
          talk.assertResponse(drips);
        }
      }
    }
    assertThat(heard).as("a response by drips, one of which was late each time").isTrue();
  }

  @Test
  @RunsInParallel
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause({
    "The connection is reset before both streams have come to their ends: IOException.",
    "That is so even if the peer's FIN had come, as long as a part of the request could not be"
        + " sent."
  })
  @Hint("A reset is never the end of a stream; who hears of it must tell whoever called.")
  void fails_when_the_connection_is_reset(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    byte[] request = letters(500_000, 'a');
    byte[] endless = letters(TOO_MUCH, 'a');
    try (AskedServer server = new AskedServer(trace, addresses.host(1))) {
      server.talk(client, request, peer -> answer(peer, request, ANSWER)).assertResponse(ANSWER);
      assertFails(
          server,
          client,
          QUESTION,
          "when some of the response came and then RST",
          peer -> {
            hear(peer, QUESTION);
            peer.send(ANSWER);
            pause();
            peer.reset();
          });
      assertFails(
          server,
          client,
          request,
          "when RST came in the middle of the request",
          peer -> {
            peer.receive(1_000);
            peer.reset();
          });
      assertFails(
          server,
          client,
          endless,
          "when FIN came and then RST, in the middle of the request",
          peer -> {
            peer.send(ANSWER);
            peer.finish();
            peer.receive(1_000);
            pause();
            peer.reset();
          });
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause(
      "However a conversation ends, by return or by an exception, no socket of it is left open.")
  @Hint("An exception leaves a method by a way of its own, and must not forget to close the door.")
  void leaves_no_socket_open(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (AskedServer server = new AskedServer(trace, addresses.host(1));
        TcpListener dead = TcpListener.dead(trace, "dead host", addresses.host(3), 0)) {
      server.talk(client, QUESTION, LifecycleClientExam::answerAtOnce).assertResponse(ANSWER);
      Talk talk =
          server.talk(
              client,
              server.host(),
              QUESTION,
              SILENCE_MILLIS,
              peer -> peer.receive(QUESTION.length));
      talk.assertThrew(IOException.class, "when the peer is silent");
      talk.peer().awaitRelease();
      assertThatExceptionOfType(IOException.class)
          .as("connecting to a host that does not answer")
          .isThrownBy(() -> askDead(client, dead));
      ConnectingSockets.awaitNoneTo(dead.endpoint());
    }
  }

  /** Do what a server does that hears its client out, and answers then. */
  private static void answer(TcpPeer peer, byte[] request, byte[] response) throws IOException {
    hear(peer, request);
    peer.send(response);
    peer.finish();
  }

  /** Do what a server does that knows how long the question is, and need not wait for its end. */
  private static void answerAtOnce(TcpPeer peer) throws IOException {
    peer.receive(QUESTION.length);
    peer.send(ANSWER);
    peer.finish();
  }

  /** Answer byte by byte; return how long the client had to wait for one of them at most. */
  private static long drip(TcpPeer peer, byte[] response) throws IOException {
    peer.receive(QUESTION.length);
    long longest = 0;
    long last = System.nanoTime();
    for (byte each : response) {
      pause(DRIP_MILLIS);
      long now = System.nanoTime();
      peer.offer(new byte[] {each}); // perhaps to nobody; the call tells
      longest = Math.max(longest, System.nanoTime() - last);
      last = now;
    }
    peer.finish();
    return longest;
  }

  private static void assertFails(
      AskedServer server,
      LifecycleClient client,
      byte[] request,
      String when,
      AskedServer.Treatment treatment)
      throws InterruptedException {
    server
        .talk(client, server.host(), request, AMPLE_MILLIS, treatment)
        .assertThrew(IOException.class, when);
  }

  private static void askDead(LifecycleClient client, TcpListener dead) throws IOException {
    InetSocketAddress at = dead.endpoint();
    client.converse(
        at.getAddress().getHostAddress(), at.getPort(), QUESTION, SILENCE_MILLIS, AMPLE_MILLIS);
  }

  private static void assertPair(Talk talk) {
    talk.assertResponse(ANSWER);
    assertThat(talk.conversation().local())
        .as("local of %s, of which the peer sees %s", talk.call(), talk.peer().remote())
        .isEqualTo(socket(talk.peer().remote()));
    assertThat(talk.conversation().remote())
        .as("remote of %s", talk.call())
        .isEqualTo(socket(talk.peer().local()));
  }

  /** Return a socket as the contract writes it; of IPv6, loopback is all that a host surely has. */
  private static String socket(InetSocketAddress endpoint) {
    InetAddress address = endpoint.getAddress();
    String text = address instanceof Inet6Address ? "[::1]" : address.getHostAddress();
    return text + ":" + endpoint.getPort();
  }

  private static boolean isOurs(InetAddress address) {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.isBound();
    } catch (IOException none) {
      return false;
    }
  }

  private static void assertNotEarly(String what, long since, long end, int millis) {
    assertThat(TimeUnit.NANOSECONDS.toMillis(end - since))
        .as("%s of %s ms, in milliseconds", what, millis)
        .isGreaterThanOrEqualTo(millis - CLOCK_MILLIS);
  }

  private static void pause() throws InterruptedIOException {
    pause(PAUSE_MILLIS);
  }

  /** Do nothing, as peers do that have nothing to say. */
  private static void pause(int millis) throws InterruptedIOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("the test was ended while its server paused");
      }
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(US_ASCII);
  }

  private static byte[] together(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  /**
   * Return so many letters, from {@code a} or {@code A} on, in which a piece out of place shows.
   */
  private static byte[] letters(int length, char first) {
    byte[] letters = new byte[length];
    for (int i = 0; i < Math.min(length, PERIOD); i++) {
      letters[i] = (byte) (first + (i + i / 26 + i / 676) % 26);
    }
    for (int i = PERIOD; i < length; i += PERIOD) {
      System.arraycopy(letters, 0, letters, i, Math.min(PERIOD, length - i));
    }
    return letters;
  }
}
