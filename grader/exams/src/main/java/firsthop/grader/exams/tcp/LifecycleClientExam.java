package firsthop.grader.exams.tcp;

import static firsthop.grader.exam.ArrayOwner.overwritten;
import static firsthop.grader.exams.tcp.ScriptedTcpServer.AMPLE_MILLIS;
import static firsthop.grader.exams.tcp.ScriptedTcpServer.hear;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.CallerOwnsArrays;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.MeasuredWait;
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
 * Each test plays the server, and checks what the server sees. In a test that is not about the
 * client's FIN, the server does not wait for it. Payloads are printable, except in the test about
 * bytes.
 */
@Exam(LifecycleClient.class)
class LifecycleClientExam {
  /** Milliseconds for a test of a few calls; shorter than one long time-out. */
  private static final int SOME_CALLS = 3_500;

  private static final int LARGE_CALL = 8_000;

  /** The longest time that the server needs to send or to receive 8 MB. */
  private static final int LARGE_MILLIS = 3_000;

  /** The number of bytes that the contract lets each side send. */
  private static final int LARGE = 8 << 20;

  /** More than all buffers on the way hold; Linux keeps them below 4 MiB. */
  private static final int TOO_MUCH = 5 << 20;

  /** The possible difference between clocks that count whole milliseconds. */
  private static final int CLOCK_MILLIS = 8;

  private static final int PAUSE_MILLIS = 40;

  private static final int SILENCE_MILLIS = 200;

  /** The time-out in calls where only the end counts, and not its time. */
  private static final int HASTY_MILLIS = 30;

  /** If the server starts its answer later than this, the measured time-out says nothing. */
  private static final int LATE_MILLIS = 150;

  /** How often a measured time-out must be on time. */
  private static final int ON_TIME = 2;

  /** More calls than there are garbage collections in a test that runs alone. */
  private static final int FORGETFUL_CALLS = 8;

  /** The longest time that a server waits before it reads. */
  private static final int AT_EASE_MILLIS = 500;

  private static final int DRIP_MILLIS = 75;

  /** If a piece is later than this, the machine was too slow, and the result says nothing. */
  private static final int LATE_DRIP_MILLIS = 200;

  private static final int DRIP_SILENCE_MILLIS = 300;

  /** The machine is not too slow in every one of so many calls. */
  private static final int TRIES = 4;

  /**
   * Long payloads repeat after so many bytes. No buffer has a multiple of this prime as its size.
   */
  private static final int PERIOD = 16_381;

  private static final byte[] QUESTION = text("What is the time?");
  private static final byte[] ANSWER = text("Half past nine, and all is well.");
  private static final byte[] NOTHING = {};

  @Test
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause({
    "After the last byte of the request it sends FIN, without waiting for anything.",
    "The peer may wait for the client's FIN before it answers. The client still"
        + " receives this answer"
  })
  @Hint(
      "After your FIN, the other stream is still open. shutdownOutput ends only yours;"
          + " closing the socket ends both.")
  void hears_the_answer_to_a_request_that_ends_by_FIN(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    byte[] every = new byte[256];
    byte[] backwards = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
      backwards[i] = (byte) -i;
    }
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, addresses.host(1))) {
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
    "The response is every byte that the peer sends before its own FIN.",
    "It may come in any number of pieces, with pauses between them."
  })
  @Hint(
      "Only the peer's FIN ends the response. A pause, a line end or a buffer that is not"
          + " full does not end it.")
  void hears_the_peer_out(@Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    byte[] line = text("one line, and an empty one\r\n\r\n");
    byte[] more = letters(500, 'A');
    byte[] last = text("\n.\r\nthe last word");
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, addresses.host(1))) {
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
    "If the request is empty, it sends FIN as soon as it is connected.",
    "It may be empty. It may come in any number of pieces"
  })
  @Hint(
      "An empty stream has an end, too: send FIN even for an empty request, and accept an"
          + " empty response.")
  void sends_and_hears_empty_streams(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, addresses.host(1))) {
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
    "local is the address and port from which the client has connected.",
    "remote is the address and port to which it has connected.",
    "An IPv4 socket is address:port, with the address in dotted decimal.",
    "An IPv6 socket is [address]:port, with the address as RFC 5952 writes it: in lower"
        + " case and with :: for the longest run of zeros",
    "The result always has the address in this form, even if host is a name or the"
        + " address in another form."
  })
  @Hint(
      "Ask the open socket for both addresses and ports, and write addresses as numbers. An"
          + " IPv6 address needs brackets and the short form; getHostAddress does not shorten it.")
  void names_the_socket_pair_as_the_peer_sees_it(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (ScriptedTcpServer one = new ScriptedTcpServer(trace, addresses.host(1));
        ScriptedTcpServer other = new ScriptedTcpServer(trace, addresses.host(2));
        ScriptedTcpServer local =
            new ScriptedTcpServer(trace, InetAddress.getByName("localhost"))) {
      for (ScriptedTcpServer server : new ScriptedTcpServer[] {one, other, one}) {
        assertPair(server.talk(client, QUESTION, LifecycleClientExam::answerAtOnce));
      }
      assertPair(
          local.talk(
              client, "localhost", QUESTION, AMPLE_MILLIS, LifecycleClientExam::answerAtOnce));
    }
    InetAddress loopback = InetAddress.getByName("::1");
    if (!isOurs(loopback)) {
      return; // this host has no IPv6, so no client can connect to ::1
    }
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, loopback)) {
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
    "It may even send its whole response before it reads any of the request.",
    "Each side may send 8 MB."
  })
  @Hint(
      "Read while you write. If both sides only write, the buffers fill up and both wait"
          + " for ever.")
  void sends_and_hears_8_MB_at_the_same_time(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    byte[] request = letters(LARGE, 'a');
    byte[] response = letters(LARGE, 'A');
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, addresses.host(1))) {
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
    "The peer may be the first to send FIN. It still gets the whole request, and then"
        + " the client's FIN.",
    "It does not reset a connection on which nothing has gone wrong."
  })
  @Hint(
      "After the peer's FIN, still send the whole request and your FIN. Then close"
          + " normally: the system sends what is left.")
  void closes_in_good_order_when_the_peer_ends_first(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, addresses.host(1))) {
      // One of these is more than the peer's buffer, and less than the buffers of both sides.
      for (int length : new int[] {5, 30_000, 500_000}) {
        byte[] request = letters(length, 'a');
        server
            .talk(
                client,
                request,
                peer -> {
                  peer.send(ANSWER);
                  peer.finish();
                  // A client that cannot send everything yet waits until this side reads.
                  server.awaitEndOfCall(AT_EASE_MILLIS);
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
    "Nobody listens at that port, and the host refuses the connection:" + " ConnectException.",
    "The host does not answer in time when the client connects: SocketTimeoutException.",
    "if the host does not answer within connectTimeoutMillis",
    "A time-out is an exception. It is thrown when its time is over, and not earlier."
  })
  @Hint(
      "A refused connection is a ConnectException, and no answer is a"
          + " SocketTimeoutException. connect has a time-out of its own.")
  void tells_a_host_that_refuses_from_one_that_does_not_answer(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    int port = FreePort.tcp(addresses);
    String refusing = addresses.host(2).getHostAddress();
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, addresses.host(1), port);
        TcpListener dead = TcpListener.dead(trace, "dead host", addresses.host(3), port)) {
      server.talk(client, QUESTION, LifecycleClientExam::answerAtOnce).assertResponse(ANSWER);
      assertThatExceptionOfType(ConnectException.class)
          .as("converse with a port at which nobody listens")
          .isThrownBy(() -> client.converse(refusing, port, QUESTION, AMPLE_MILLIS, AMPLE_MILLIS));
      long start = System.nanoTime();
      assertThatExceptionOfType(SocketTimeoutException.class)
          .as("converse with a host that does not answer")
          .isThrownBy(() -> askDead(client, dead, SILENCE_MILLIS));
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
    "if the peer's FIN does not come, the bytes that have come are never returned."
  })
  @Hint(
      "Bytes without FIN are not a response. The time-out counts from the last bytes that"
          + " came.")
  void gives_up_when_the_peer_falls_silent(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, addresses.host(1))) {
      server.talk(client, QUESTION, LifecycleClientExam::answerAtOnce).assertResponse(ANSWER);
      for (byte[] begun : new byte[][] {NOTHING, ANSWER}) {
        MeasuredWait.assertNeverShort(
            "the time-out of reading after %d bytes".formatted(begun.length),
            SILENCE_MILLIS,
            ON_TIME,
            () -> silenceMillis(server, client, begun));
      }
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause("It starts again whenever bytes have come, so the whole response may take longer.")
  @Hint(
      "A slow peer is not a silent one. The time-out limits each pause, not the whole"
          + " response.")
  void waits_for_a_slow_peer_that_is_never_silent_for_long(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    byte[] drips = text("drip..");
    boolean heard = false;
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, addresses.host(1))) {
      for (int tries = 0; tries < TRIES && !heard; tries++) {
        AtomicLong longestNanos = new AtomicLong();
        ConversationResult talk =
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
    assertThat(heard)
        .as("whether one of %d slow responses was complete; the machine was slow each time", TRIES)
        .isTrue();
  }

  @Test
  @RunsInParallel
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause({
    "The connection is reset before both streams have ended: IOException.",
    "This is so even if the peer's FIN has come, as long as a part of the request could"
        + " not be sent."
  })
  @Hint(
      "A reset is never the end of a stream. An exception in the thread that sends must"
          + " reach the caller of converse.")
  void fails_when_the_connection_is_reset(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    byte[] request = letters(500_000, 'a');
    byte[] endless = letters(TOO_MUCH, 'a');
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, addresses.host(1))) {
      server.talk(client, request, peer -> answer(peer, request, ANSWER)).assertResponse(ANSWER);
      assertFails(
          server,
          client,
          QUESTION,
          "when a part of the response came and then RST",
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
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @Clause(
      "However a conversation ends, by return or by an exception, it leaves no socket" + " open.")
  @Hint(
      "After an exception, the socket must be closed, too. Check each line that may throw,"
          + " connect among them.")
  void leaves_no_socket_open(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, addresses.host(1));
        TcpListener dead = TcpListener.dead(trace, "dead host", addresses.host(3), 0)) {
      server.talk(client, QUESTION, LifecycleClientExam::answerAtOnce).assertResponse(ANSWER);
      // A garbage collection closes a forgotten socket. It can do so once, but not in every call.
      for (int call = 0; call < FORGETFUL_CALLS; call++) {
        ConversationResult talk =
            server.talk(client, server.host(), QUESTION, HASTY_MILLIS, peer -> {});
        talk.assertThrew(IOException.class, "when the peer is silent");
        talk.peer().awaitRelease();
      }
      assertThatExceptionOfType(IOException.class)
          .as("converse with a host that does not answer")
          .isThrownBy(() -> askDead(client, dead, HASTY_MILLIS));
      ConnectingSockets.awaitNoneTo(dead.endpoint());
    }
  }

  @Test
  @TimeLimit(SOME_CALLS)
  @Points(1)
  @CallerOwnsArrays
  @Clause({
    "A conversation neither changes the array request nor keeps it",
    "Each response is a new array."
  })
  @Hint(
      "Do not write into the array of the request, and do not keep it after the call. Return a new"
          + " array from each call.")
  void arrays_belong_to_the_caller(
      @Subject LifecycleClient client, AddressPlan addresses, PacketTrace trace) throws Exception {
    byte[] other = overwritten(QUESTION);
    try (ScriptedTcpServer server = new ScriptedTcpServer(trace, addresses.host(1))) {
      for (int call = 0; call < 2; call++) {
        server
            .talk(client, QUESTION, peer -> answer(peer, QUESTION, ANSWER))
            .assertResponse(ANSWER);
      }
      server.talk(client, other, peer -> answer(peer, other, QUESTION)).assertResponse(QUESTION);
    }
  }

  /** Receives the whole request and FIN, and then answers. */
  private static void answer(TcpPeer peer, byte[] request, byte[] response) throws IOException {
    hear(peer, request);
    peer.send(response);
    peer.finish();
  }

  /** Receives the question without waiting for FIN, and then answers. */
  private static void answerAtOnce(TcpPeer peer) throws IOException {
    peer.receive(QUESTION.length);
    peer.send(ANSWER);
    peer.finish();
  }

  /** Answers slowly, byte by byte; returns the longest time that the client waited for a byte. */
  private static long drip(TcpPeer peer, byte[] response) throws IOException {
    peer.receive(QUESTION.length);
    long longest = 0;
    long last = System.nanoTime();
    for (byte each : response) {
      pause(DRIP_MILLIS);
      long now = System.nanoTime();
      peer.offer(new byte[] {each}); // the client may have gone; the result of the call shows it
      longest = Math.max(longest, System.nanoTime() - last);
      last = now;
    }
    peer.finish();
    return longest;
  }

  /**
   * Sends the start of a response and then nothing more; returns how many milliseconds the client
   * waited from then on.
   */
  private static long silenceMillis(ScriptedTcpServer server, LifecycleClient client, byte[] begun)
      throws InterruptedException {
    AtomicLong lastNanos = new AtomicLong();
    ConversationResult talk =
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
                peer.offer(begun); // on a slow machine, the client may have gone
              }
            });
    talk.assertThrew(
        SocketTimeoutException.class,
        "when %d bytes came and then nothing more".formatted(begun.length));
    long since = begun.length > 0 ? lastNanos.get() : talk.startNanos();
    boolean late = since - talk.startNanos() > TimeUnit.MILLISECONDS.toNanos(LATE_MILLIS);
    return late ? Long.MAX_VALUE : TimeUnit.NANOSECONDS.toMillis(talk.endNanos() - since);
  }

  private static void assertFails(
      ScriptedTcpServer server,
      LifecycleClient client,
      byte[] request,
      String when,
      ScriptedTcpServer.ClientHandler handler)
      throws InterruptedException {
    server
        .talk(client, server.host(), request, AMPLE_MILLIS, handler)
        .assertThrew(IOException.class, when);
  }

  private static void askDead(LifecycleClient client, TcpListener dead, int connectMillis)
      throws IOException {
    InetSocketAddress at = dead.endpoint();
    client.converse(
        at.getAddress().getHostAddress(), at.getPort(), QUESTION, connectMillis, AMPLE_MILLIS);
  }

  private static void assertPair(ConversationResult talk) {
    talk.assertResponse(ANSWER);
    assertThat(talk.conversation().local())
        .as("local of %s, where the peer sees %s", talk.call(), talk.peer().remote())
        .isEqualTo(socket(talk.peer().remote()));
    assertThat(talk.conversation().remote())
        .as("remote of %s", talk.call())
        .isEqualTo(socket(talk.peer().local()));
  }

  /** Returns a socket as the contract writes it. The only IPv6 address in these tests is ::1. */
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

  /** Sends nothing for some time. */
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

  /** Returns so many letters, in which a piece at a wrong place shows. */
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
