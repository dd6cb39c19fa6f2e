package firsthop.grader.exams.tcp;

import static firsthop.grader.exams.tcp.TcpPayloads.ascii;
import static firsthop.grader.exams.tcp.TcpPayloads.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.grader.network.BackgroundHost;
import firsthop.grader.network.Dissector;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.TcpPeer;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.tcp.TcpEchoServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Each test gives the server a port, except the test about port 0. So a server that returns its
 * argument fails that test only. Payloads are printable, except in the test about bytes. The client
 * is the one of commons-net; tests use {@link TcpPeer} for everything that a normal client never
 * does.
 */
@Exam(TcpEchoServer.class)
class TcpEchoServerExam {
  private static final String LOCAL = "127.0.0.1";
  private static final InetAddress LOCALHOST = InetAddress.getLoopbackAddress();

  /** Milliseconds for a test of one server, which may need one second to close. */
  private static final int ONE_SERVER = 3_000;

  /** Milliseconds that hundreds of threads need to start and end, even on a machine under load. */
  private static final int FOR_A_CROWD = 8_000;

  /** The contract gives {@code close} one second; this is more, for a machine under load. */
  private static final long CLOSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  /** The number of clients that the contract has at the same time. */
  private static final int CROWD = 200;

  private static final int NEXT_CROWD = 120;

  /** The number of clients that may connect before one of them gets an answer. */
  private static final int BATCH = 20;

  /** More than the buffer of any program. */
  private static final int LARGE = 512 << 10;

  /**
   * More than the server's host buffers for a client that does not read: Linux stops at about 4
   * MiB.
   */
  private static final int TOO_MUCH = 5 << 20;

  /** Longer than one exchange, and longer than a server with a wrong time-out waits for a byte. */
  private static final int SILENCE_MILLIS = 200;

  /** A silence in which even a slow machine notices a server that closes the connection. */
  private static final int LONG_SILENCE_MILLIS = 500;

  private static final int BRIEF_CLIENTS = 12;

  private static final byte[] NOTHING = {};

  @Test
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause({
    "once, unchanged, and in the order in which the bytes came.",
    "Bytes are sent back as soon as they have come.",
    "The server does not wait for more bytes, for the end of a line, or for the end of"
        + " the stream."
  })
  @Hint(
      "Send back only the bytes that this read has brought, and send them at once, even a"
          + " single byte.")
  void sends_back_what_a_client_says_as_soon_as_it_is_said(
      @Subject TcpEchoServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    InetSocketAddress at = serve(server, addresses, trace);
    try (TcpEchoClient client = new TcpEchoClient(trace, addresses.host(1), at)) {
      client.exchange(text("Who is on the line?"));
      client.exchange(text("Yes"));
      client.exchange(ascii(1_500));
      client.exchange(text("Goodbye"));
    }
    try (TcpPeer client = connect(addresses, 2, at, trace)) {
      for (byte each : text("Can you hear me?")) {
        exchange(client, new byte[] {each});
      }
      byte[] quick = text("and now without waiting for you");
      client.sendByteByByte(quick);
      TcpPayloads.assertSame(quick, client.receive(quick.length));
    }
  }

  @Test
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause("once, unchanged, and in the order in which the bytes came.")
  @Hint(
      "Bytes are not characters: a String, a Reader or a Writer may change them. Use arrays"
          + " of bytes.")
  void sends_back_bytes_that_are_no_text(
      @Subject TcpEchoServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    InetSocketAddress at = serve(server, addresses, trace);
    try (TcpEchoClient client = new TcpEchoClient(trace, addresses.host(1), at)) {
      client.exchange(every);
      client.exchange(new byte[100]);
      client.exchange(text(" \r\n line \n\n "));
      client.exchange(new byte[] {(byte) 0xC3, (byte) 0xFF, (byte) 0xFE, 0, 0x1A, 4});
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause({
    "once, unchanged, and in the order in which the bytes came.",
    "A connection carries any number of bytes."
  })
  @Hint("Each client needs its own buffer. Look for a field that two clients share.")
  void sends_back_long_streams_at_the_same_time(
      @Subject TcpEchoServer server, AddressPlan addresses, PacketTrace trace) throws Exception {
    byte[] small = ascii(LARGE);
    byte[] capital = TcpPayloads.capital(LARGE);
    InetSocketAddress at = serve(server, addresses, trace);
    try (TcpPeer one = connect(addresses, 1, at, trace);
        TcpPeer two = connect(addresses, 2, at, trace);
        BackgroundHost<byte[]> background =
            BackgroundHost.begin(() -> two.exchange(capital, LARGE))) {
      TcpPayloads.assertSame(small, one.exchange(small, LARGE));
      TcpPayloads.assertSame(capital, background.result());
      exchange(one, text("still there?"));
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause({
    "A client that is slow to read loses nothing.",
    "As long as a client does not read, the server may leave the bytes of this client" + " unread."
  })
  @Hint(
      "A write to a slow client may take only a part of the bytes. If you use a channel,"
          + " keep the rest and send it later.")
  void sends_all_of_it_to_a_client_that_is_slow_to_read(
      @Subject TcpEchoServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    byte[] much = ascii(TOO_MUCH);
    InetSocketAddress at = serve(server, addresses, trace);
    try (TcpPeer client = connect(addresses, 1, at, trace);
        TcpPeer other = connect(addresses, 2, at, trace)) {
      byte[] rest = offerUntilFull(client.withPatience(SILENCE_MILLIS / 2), much);
      other.expectSilence(SILENCE_MILLIS);
      client.withPatience(TcpPeer.PATIENCE_MILLIS);
      TcpPayloads.assertSame(much, client.exchange(rest, much.length));
      exchange(client, text("Now I have it all"));
    }
  }

  @Test
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause({
    "What came before a client's FIN is sent back in full. Then the server closes the"
        + " connection",
    "A client that sends FIN at once gets FIN and no byte."
  })
  @Hint(
      "The end of the client's stream does not end yours. Send everything back, and close"
          + " only then.")
  void answers_a_half_close_with_all_that_came_before_it(
      @Subject TcpEchoServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    byte[] large = ascii(LARGE);
    InetSocketAddress at = serve(server, addresses, trace);
    // A server that closes while another of its threads still writes is sometimes lucky.
    for (int time = 0; time < BRIEF_CLIENTS; time++) {
      try (TcpPeer brief = connect(addresses, 1, at, trace)) {
        byte[] last = text("That is all.");
        TcpPayloads.assertSame(last, brief.finishingExchangeToFin(last, last.length));
      }
    }
    try (TcpPeer mute = connect(addresses, 2, at, trace);
        TcpPeer talkative = connect(addresses, 3, at, trace)) {
      TcpPayloads.assertSame(NOTHING, mute.finishingExchangeToFin(NOTHING, 0));
      TcpPayloads.assertSame(large, talkative.finishingExchangeToFin(large, LARGE));
    }
  }

  @Test
  @RunsInParallel
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause({
    "No client has to wait for another one. In particular, nobody has to wait for a"
        + " silent client.",
    "The server ends no connection before its client does, however long the client is" + " silent."
  })
  @Hint(
      "Accepting must go on while clients are served, and a silent client must stay"
          + " connected. Look for a wait that blocks both.")
  void is_held_up_by_no_silent_client_and_drops_none(
      @Subject TcpEchoServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    InetSocketAddress at = serve(server, addresses, trace);
    try (TcpPeer mute = connect(addresses, 1, at, trace);
        TcpPeer pensive = connect(addresses, 2, at, trace)) {
      exchange(pensive, text("Let me think"));
      try (TcpEchoClient client = new TcpEchoClient(trace, addresses.host(3), at)) {
        client.exchange(text("I know"));
        mute.expectSilence(LONG_SILENCE_MILLIS);
        client.exchange(text("Nobody else?"));
      }
      exchange(pensive, text("I have it"));
      exchange(mute, text("So do I"));
    }
  }

  @Test
  @TimeLimit(FOR_A_CROWD)
  @Points(1)
  @Clause(
      "At least 200 clients are served at the same time, and any number one after the" + " other.")
  @Hint(
      "When a client has gone, by FIN or by RST, release its thread and its socket for the"
          + " next client.")
  void serves_a_crowd_and_then_the_next_one(
      @Subject TcpEchoServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    InetSocketAddress at = serve(server, addresses, trace);
    List<TcpPeer> clients = new ArrayList<>();
    try {
      while (clients.size() < CROWD) {
        List<TcpPeer> batch = connectBatch(addresses, at, trace);
        clients.addAll(batch);
        exchangeAll(batch, "one of " + clients.size());
      }
      exchangeAll(clients, "all at once");
      for (int i = 0; i < CROWD; i += 2) {
        clients.get(i).reset();
        clients.get(i + 1).close();
      }
      // A server that has kept the threads of reset clients has too few threads for these.
      while (clients.size() < CROWD + NEXT_CROWD) {
        List<TcpPeer> batch = connectBatch(addresses, at, trace);
        clients.addAll(batch);
        exchangeAll(batch, "one of the next");
      }
    } finally {
      for (TcpPeer client : clients) {
        client.close();
      }
    }
  }

  @Test
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause({
    "A connection that fails affects only its own client.",
    "The others are still served, and new ones are accepted."
  })
  @Hint(
      "An exception of one connection must not end the loop that accepts, and must not end"
          + " another connection.")
  void a_reset_costs_only_the_client_that_sent_it(
      @Subject TcpEchoServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    InetSocketAddress at = serve(server, addresses, trace);
    try (TcpPeer other = connect(addresses, 1, at, trace)) {
      exchange(other, text("before"));
      for (int host = 2; host <= 5; host++) {
        connect(addresses, host, at, trace).reset();
        try (TcpPeer silent = connect(addresses, host, at, trace);
            TcpPeer talking = connect(addresses, host, at, trace)) {
          exchange(silent, text("I am going"));
          silent.reset();
          talking.send(ascii(20_000));
          talking.reset();
        }
        exchange(other, text("and I stay"));
      }
      try (TcpEchoClient next = new TcpEchoClient(trace, addresses.host(6), at)) {
        next.exchange(text("Is anybody here?"));
        exchange(other, text("I am"));
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "Within one second after close was called:",
    "Nobody listens at the port any more, and it can be bound again.",
    "Every open connection has been ended, by FIN or by a reset."
  })
  @Hint(
      "The listening socket and each accepted connection have separate sockets. close must"
          + " close all of them.")
  void close_ends_every_connection_and_frees_the_port(
      @Subject TcpEchoServer server,
      @Subject TcpEchoServer next,
      AddressPlan addresses,
      PacketTrace trace)
      throws IOException, InterruptedException {
    InetSocketAddress at = serve(server, addresses, trace);
    try (TcpPeer mute = connect(addresses, 1, at, trace);
        TcpPeer talking = connect(addresses, 2, at, trace);
        TcpPeer another = connect(addresses, 3, at, trace)) {
      exchange(talking, text("How are you?"));
      exchange(another, text("And you?"));
      long deadline = System.nanoTime() + CLOSE_NANOS;
      server.close();
      for (TcpPeer client : List.of(another, talking, mute)) {
        client.awaitEnd();
      }
      awaitFree(at.getPort(), deadline);
      assertThatExceptionOfType(ConnectException.class)
          .as("connecting after close()")
          .isThrownBy(() -> connect(addresses, 4, at, trace));
    }
    start(next, LOCAL, at.getPort());
    try (TcpPeer client = connect(addresses, 5, at, trace)) {
      exchange(client, text("to the next server"));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "start binds exactly the address and port that it is given.",
    "With port 0 it takes any port that is free.",
    "0.0.0.0 for all addresses of the host"
  })
  @Hint(
      "Bind the given address only, not all addresses. For port 0, ask the socket which"
          + " port it got.")
  void binds_the_address_and_port_it_is_given(
      @Subject TcpEchoServer here,
      @Subject TcpEchoServer there,
      @Subject TcpEchoServer everywhere,
      @Subject TcpEchoServer anywhere,
      AddressPlan addresses,
      PacketTrace trace)
      throws IOException {
    InetAddress another = addresses.host(1);
    int port = FreePort.tcp(addresses);
    assertThat(start(here, LOCAL, port)).as("start(\"%s\", %s)", LOCAL, port).isEqualTo(port);
    start(there, another.getHostAddress(), port);
    int wild = start(everywhere, "0.0.0.0", FreePort.tcp(addresses));
    int any = start(anywhere, LOCAL, 0);
    assertThat(any).as("start(\"%s\", 0), while port %s is taken", LOCAL, port).isNotEqualTo(port);
    for (InetSocketAddress at :
        List.of(
            new InetSocketAddress(LOCALHOST, port),
            new InetSocketAddress(another, port),
            new InetSocketAddress(LOCALHOST, wild),
            new InetSocketAddress(another, wild),
            new InetSocketAddress(LOCALHOST, any))) {
      try (TcpPeer client = connect(addresses, 2, at, trace)) {
        exchange(client, text("are you at port " + at.getPort() + "?"));
      }
    }
  }

  @Test
  @Points(1)
  @Clause("if the port is taken, or if the address does not belong to this host")
  @Hint(
      "Bind inside start, so that the caller gets the exception. It must not disturb a"
          + " server that is running.")
  void refuses_what_it_cannot_bind(
      @Subject TcpEchoServer holder,
      @Subject TcpEchoServer second,
      @Subject TcpEchoServer third,
      @Subject TcpEchoServer nowhere,
      AddressPlan addresses,
      PacketTrace trace)
      throws IOException {
    InetSocketAddress at = serve(holder, addresses, trace);
    try (ServerSocket ours = new ServerSocket(0, 1, LOCALHOST);
        TcpPeer client = connect(addresses, 1, at, trace)) {
      exchange(client, text("before"));
      assertThatIOException()
          .as("start(\"%s\", %s), a port of another program", LOCAL, ours.getLocalPort())
          .isThrownBy(() -> second.start(LOCAL, ours.getLocalPort()));
      assertThatIOException()
          .as("start(\"%s\", %s), a port of another server", LOCAL, at.getPort())
          .isThrownBy(() -> third.start(LOCAL, at.getPort()));
      // This address is in TEST-NET-3 (RFC 5737): no host has it.
      assertThatIOException()
          .as("start(\"203.0.113.7\", 0)")
          .isThrownBy(() -> nowhere.start("203.0.113.7", 0));
      exchange(client, text("after"));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "if the server has been started or closed before",
    "close may be called twice, or before start, and never throws."
  })
  @Hint(
      "A second start throws IllegalStateException, whatever the server has done so far."
          + " close never throws.")
  void starts_once_and_may_be_closed_twice(
      @Subject TcpEchoServer server,
      @Subject TcpEchoServer unstarted,
      AddressPlan addresses,
      PacketTrace trace)
      throws IOException {
    InetSocketAddress at = serve(server, addresses, trace);
    try (TcpPeer client = connect(addresses, 1, at, trace)) {
      exchange(client, text("before"));
      assertThatIllegalStateException()
          .as("start of a running server")
          .isThrownBy(() -> server.start(LOCAL, 0));
      exchange(client, text("after"));
    }
    assertThatCode(server::close).as("close()").doesNotThrowAnyException();
    assertThatCode(server::close).as("a second close()").doesNotThrowAnyException();
    assertThatIllegalStateException()
        .as("start of a closed server")
        .isThrownBy(() -> server.start(LOCAL, 0));
    assertThatCode(unstarted::close).as("close() before start").doesNotThrowAnyException();
    assertThatCode(unstarted::close).as("a second close() before start").doesNotThrowAnyException();
    assertThatIllegalStateException()
        .as("start of a server that was closed and never started")
        .isThrownBy(() -> unstarted.start(LOCAL, 0));
  }

  /** Starts a server at 127.0.0.1, and returns the endpoint at which it listens. */
  private static InetSocketAddress serve(
      TcpEchoServer server, AddressPlan addresses, PacketTrace trace) {
    int port = start(server, LOCAL, FreePort.tcp(addresses));
    InetSocketAddress at = new InetSocketAddress(LOCALHOST, port);
    trace.name(at, "server");
    return at;
  }

  private static int start(TcpEchoServer server, String address, int port) {
    String call = "start(\"%s\", %s)".formatted(address, port);
    try {
      int bound = server.start(address, port);
      assertThat(bound).as("the port that %s returned", call).isBetween(1, 65_535);
      return bound;
    } catch (IOException refused) {
      throw new AssertionError(call + " threw " + refused, refused);
    }
  }

  private static TcpPeer connect(
      AddressPlan addresses, int host, InetSocketAddress server, PacketTrace trace)
      throws IOException {
    return TcpPeer.connect(
        trace, Dissector.FIRST_LINE, "client " + host, addresses.host(host), server);
  }

  /** Sends without reading until the server takes no more bytes, and returns the other bytes. */
  private static byte[] offerUntilFull(TcpPeer client, byte[] bytes) throws IOException {
    byte[] rest = bytes;
    int taken;
    do {
      taken = client.offer(rest);
      rest = Arrays.copyOfRange(rest, taken, rest.length);
    } while (taken > 0 && rest.length > 0);
    return rest;
  }

  private static void exchange(TcpPeer client, byte[] bytes) throws IOException {
    TcpPayloads.assertSame(bytes, client.exchange(bytes, bytes.length));
  }

  /** Connects as many clients as may wait in the backlog. One by one is slow on a busy machine. */
  private static List<TcpPeer> connectBatch(
      AddressPlan addresses, InetSocketAddress server, PacketTrace trace) throws IOException {
    List<TcpPeer> batch = new ArrayList<>();
    for (int host = 1; host <= BATCH; host++) {
      batch.add(connect(addresses, host, server, trace));
    }
    return batch;
  }

  /** Lets all clients send first; then all receive, the last client first. */
  private static void exchangeAll(List<TcpPeer> clients, String words) throws IOException {
    for (TcpPeer client : clients) {
      client.send(text(words + ": port " + client.local().getPort()));
    }
    for (int i = clients.size() - 1; i >= 0; i--) {
      byte[] sent = text(words + ": port " + clients.get(i).local().getPort());
      TcpPayloads.assertSame(sent, clients.get(i).receive(sent.length));
    }
  }

  private static void awaitFree(int port, long deadline) throws InterruptedException {
    while (true) {
      try {
        new ServerSocket(port, 1, LOCALHOST).close();
        return;
      } catch (IOException taken) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("a second after close(), port " + port + " is not free", taken);
        }
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }
}
