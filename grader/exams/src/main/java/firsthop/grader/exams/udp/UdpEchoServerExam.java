package firsthop.grader.exams.udp;

import static firsthop.grader.exams.udp.UdpEchoClient.MAX_PAYLOAD;
import static firsthop.grader.exams.udp.UdpPayloads.ascii;
import static firsthop.grader.exams.udp.UdpPayloads.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.grader.network.FreePort;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.udp.UdpEchoServer;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The hidden tests of exercise 2.3. Only one test uses port 0, so a server that returns its
 * argument fails only that test. Payloads are printable text, except in the test of binary data.
 */
@Exam(UdpEchoServer.class)
class UdpEchoServerExam {
  private static final String LOCAL = "127.0.0.1";
  private static final InetAddress LOCALHOST = InetAddress.getLoopbackAddress();

  /** The limit in milliseconds for a test of one server, which may take a second to close. */
  private static final int ONE_SERVER = 2_500;

  /** The second that the contract gives {@code close}, and half a second for a busy machine. */
  private static final long CLOSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  @Test
  @TimeLimit(ONE_SERVER)
  @Points(2)
  @Clause("The answer to a datagram is one datagram with exactly the same bytes.")
  @Hint(
      "Send back only the bytes that were received. The length of the packet says how many;"
          + " the rest of the buffer is old.")
  void answers_each_datagram_with_the_same_bytes(
      @Subject UdpEchoServer server, AddressPlan addresses) throws IOException {
    int port = serve(server, addresses);
    try (UdpEchoClient client = UdpEchoClient.of(LOCALHOST, port)) {
      client.exchange(text("Who is on the line?"));
      client.exchange(text("It is for you, Ann."));
      client.exchange(text("It is for me?"));
      client.exchange(text("Yes"));
      client.exchange(text("?"));
    }
  }

  @Test
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause("The answer to a datagram is one datagram with exactly the same bytes.")
  @Hint(
      "After receive, the packet has the length of the last datagram. Set it back to the"
          + " whole buffer before the next receive.")
  void answers_long_and_short_datagrams_in_turn(
      @Subject UdpEchoServer server, AddressPlan addresses) throws IOException {
    int port = serve(server, addresses);
    try (UdpEchoClient client = UdpEchoClient.of(LOCALHOST, port)) {
      for (int length : new int[] {3, 300, 5, 1, 400, 399, 400}) {
        client.exchange(ascii(length));
      }
    }
  }

  @Test
  @TimeLimit(ONE_SERVER)
  @Points(2)
  @Clause({
    "The answer goes to the address and port that the datagram came from.",
    "Any number of clients may send datagrams, in any order."
  })
  @Hint(
      "Take the address and port for the answer from the datagram itself. Do not remember a"
          + " client from an earlier datagram.")
  void answers_every_client_whoever_asked_before(
      @Subject UdpEchoServer server, AddressPlan addresses) throws IOException {
    int port = serve(server, addresses);
    List<UdpEchoClient> clients = new ArrayList<>();
    try {
      // The same port at two addresses, and another port at the first address.
      int shared = FreePort.udp(addresses);
      clients.add(UdpEchoClient.at(addresses.host(1), shared, LOCALHOST, port));
      clients.add(UdpEchoClient.at(addresses.host(2), shared, LOCALHOST, port));
      clients.add(UdpEchoClient.at(addresses.host(1), 0, LOCALHOST, port));
      for (int host = 3; host <= 16; host++) {
        clients.add(UdpEchoClient.at(addresses.host(host), 0, LOCALHOST, port));
      }
      for (int turn = 0; turn < 2; turn++) {
        for (int i = 0; i < clients.size(); i++) {
          clients.get(i).exchange(greeting(i, turn));
        }
      }
      for (int burst = 2; burst < 5; burst++) {
        for (int i = 0; i < clients.size(); i++) {
          clients.get(i).send(greeting(i, burst));
        }
        for (int i = clients.size() - 1; i >= 0; i--) {
          byte[] asked = greeting(i, burst);
          UdpPayloads.assertSame(asked, clients.get(i).receive(asked));
        }
      }
    } finally {
      clients.forEach(UdpEchoClient::close);
    }
  }

  @Test
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause("A datagram may carry up to 65,507 bytes, the most that UDP over IPv4 can")
  @Hint(
      "A datagram can be much larger than a small buffer. Bytes that do not fit are cut off"
          + " without an exception.")
  void answers_datagrams_of_more_than_512_bytes(
      @Subject UdpEchoServer server, AddressPlan addresses) throws IOException {
    int port = serve(server, addresses);
    try (UdpEchoClient client = UdpEchoClient.of(LOCALHOST, port)) {
      client.exchange(ascii(1_024));
      client.exchange(ascii(1_000));
      client.exchange(ascii(513));
      client.exchange(ascii(512));
    }
  }

  @Test
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause("A datagram may carry up to 65,507 bytes, the most that UDP over IPv4 can")
  @Hint(
      "The contract says how many bytes a datagram may carry. The buffer must have room for"
          + " all of them.")
  void answers_the_largest_datagrams(@Subject UdpEchoServer server, AddressPlan addresses)
      throws IOException {
    int port = serve(server, addresses);
    try (UdpEchoClient client = UdpEchoClient.of(LOCALHOST, port)) {
      byte[] largest = ascii(MAX_PAYLOAD);
      byte[] nearly = ascii(MAX_PAYLOAD - 1);
      // Two datagrams on their way, the maximum in the contract; the answers may come in any order.
      client.send(largest);
      client.send(nearly);
      byte[] answer = client.receive(largest);
      boolean inOrder = answer.length != nearly.length;
      UdpPayloads.assertSame(inOrder ? largest : nearly, answer);
      UdpPayloads.assertSame(
          inOrder ? nearly : largest, client.receive(inOrder ? nearly : largest));
      client.exchange(ascii(32_769));
      client.exchange(ascii(8_193));
      client.exchange(ascii(1_473));
    }
  }

  @Test
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause("An empty datagram is answered with an empty datagram.")
  @Hint(
      "A datagram of 0 bytes is a normal datagram. Answer it, and do not end the loop"
          + " because of it.")
  void answers_an_empty_datagram_and_goes_on(@Subject UdpEchoServer server, AddressPlan addresses)
      throws IOException {
    int port = serve(server, addresses);
    try (UdpEchoClient client = UdpEchoClient.of(LOCALHOST, port)) {
      client.exchange(text("before"));
      client.exchange(new byte[0]);
      client.exchange(text("after"));
      client.exchange(new byte[0]);
      client.exchange(new byte[0]);
      client.exchange(text("goodbye"));
    }
  }

  @Test
  @TimeLimit(ONE_SERVER)
  @Points(1)
  @Clause("The answer to a datagram is one datagram with exactly the same bytes.")
  @Hint("Bytes are not text. If you turn them into a String and back, some of them change.")
  void answers_bytes_that_are_no_text(@Subject UdpEchoServer server, AddressPlan addresses)
      throws IOException {
    int port = serve(server, addresses);
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    try (UdpEchoClient client = UdpEchoClient.of(LOCALHOST, port)) {
      client.exchange(every);
      client.exchange(new byte[100]);
      client.exchange(text(" \r\n line \n\n "));
      client.exchange(new byte[] {(byte) 0xC3, (byte) 0xFF, (byte) 0xFE, 0, 0x1A, 0});
    }
  }

  @Test
  @Points(1)
  @Clause({
    "start binds exactly the address and port that it is given.",
    "With port 0 it binds any free port."
  })
  @Hint(
      "For port 0 the system chooses the port: return the port that the socket has. Bind"
          + " every other port exactly as it is given.")
  void binds_the_port_it_is_given_or_for_0_any_that_is_free(
      @Subject UdpEchoServer told, @Subject UdpEchoServer free, AddressPlan addresses)
      throws IOException {
    int port = FreePort.udp(addresses);
    assertThat(start(told, LOCAL, port)).as("start(\"%s\", %s)", LOCAL, port).isEqualTo(port);
    int any = start(free, LOCAL, 0);
    assertThat(any).as("start(\"%s\", 0), while port %s is taken", LOCAL, port).isNotEqualTo(port);
    try (UdpEchoClient one = UdpEchoClient.of(LOCALHOST, port);
        UdpEchoClient other = UdpEchoClient.of(LOCALHOST, any)) {
      one.exchange(text("to the port that was given"));
      other.exchange(text("to the port that was found"));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "start binds exactly the address and port that it is given.",
    "0.0.0.0 for all addresses of the host",
    "if the port is taken, or the address is not an address of this host"
  })
  @Hint(
      "Bind the address from the argument too, not only the port. Otherwise the port is"
          + " taken at all addresses of the host.")
  void binds_the_address_it_is_given_and_no_other(
      @Subject UdpEchoServer here,
      @Subject UdpEchoServer there,
      @Subject UdpEchoServer everywhere,
      @Subject UdpEchoServer nowhere,
      AddressPlan addresses)
      throws IOException {
    InetAddress another = addresses.host(1);
    int port = serve(here, addresses);
    start(there, another.getHostAddress(), port);
    int wild = start(everywhere, "0.0.0.0", FreePort.udp(addresses));
    try (UdpEchoClient ofHere = UdpEchoClient.of(LOCALHOST, port);
        UdpEchoClient ofThere = UdpEchoClient.at(addresses.host(2), 0, another, port);
        UdpEchoClient ofEverywhere = UdpEchoClient.of(LOCALHOST, wild)) {
      ofHere.exchange(text("to one address"));
      ofThere.exchange(text("to another address, at the same port"));
      ofEverywhere.exchange(text("to the server at all addresses"));
    }
    assertThatExceptionOfType(BindException.class)
        .as("binding %s:%s, which a server at 0.0.0.0 holds", another.getHostAddress(), wild)
        .isThrownBy(() -> new DatagramSocket(wild, another).close());
    // TEST-NET-3 of RFC 5737: no host has such an address.
    assertThatIOException()
        .as("start(\"203.0.113.7\", 0)")
        .isThrownBy(() -> nowhere.start("203.0.113.7", 0));
  }

  @Test
  @Points(1)
  @Clause("The answer comes from the address and port that the server is bound to.")
  @Hint(
      "Send the answer with the socket that received the datagram. A client checks where an"
          + " answer comes from.")
  void answers_from_the_socket_that_was_asked(
      @Subject UdpEchoServer server, @Subject UdpEchoServer another, AddressPlan addresses)
      throws IOException {
    int[] ports = {serve(server, addresses), serve(another, addresses)};
    try (DatagramSocket client = new DatagramSocket(0, addresses.host(1))) {
      client.setSoTimeout((int) UdpEchoClient.PATIENCE.toMillis());
      for (int port : new int[] {ports[0], ports[1], ports[0]}) {
        byte[] asked = text("are you " + port + "?");
        client.send(new DatagramPacket(asked, asked.length, LOCALHOST, port));
        DatagramPacket answer = new DatagramPacket(new byte[MAX_PAYLOAD], MAX_PAYLOAD);
        try {
          client.receive(answer);
        } catch (SocketTimeoutException silence) {
          throw new AssertionError("the server at port " + port + " does not answer", silence);
        }
        UdpPayloads.assertSame(asked, Arrays.copyOf(answer.getData(), answer.getLength()));
        assertThat(answer.getSocketAddress())
            .as("source of the answer from the server at port %s", port)
            .isEqualTo(new InetSocketAddress(LOCALHOST, port));
      }
    }
  }

  @Test
  @Points(1)
  @Clause("if the port is taken, or the address is not an address of this host")
  @Hint(
      "Bind the socket in start, so that start throws the exception. Do not let two sockets"
          + " share one port.")
  void refuses_a_port_that_is_taken(
      @Subject UdpEchoServer holder,
      @Subject UdpEchoServer second,
      @Subject UdpEchoServer third,
      AddressPlan addresses)
      throws IOException {
    int port = serve(holder, addresses);
    try (DatagramSocket ours = new DatagramSocket(0, LOCALHOST);
        UdpEchoClient client = UdpEchoClient.of(LOCALHOST, port)) {
      client.exchange(text("before"));
      assertThatIOException()
          .as("start(\"%s\", %s), a port that another program holds", LOCAL, ours.getLocalPort())
          .isThrownBy(() -> second.start(LOCAL, ours.getLocalPort()));
      assertThatIOException()
          .as("start(\"%s\", %s), a port that another server holds", LOCAL, port)
          .isThrownBy(() -> third.start(LOCAL, port));
      client.exchange(text("after"));
    }
  }

  @Test
  @Points(1)
  @Clause("Within a second after the call of close, the port is free again")
  @Hint(
      "A thread that is blocked in receive does not see a flag. Close the socket: then"
          + " receive throws, and the port is free.")
  void close_frees_the_port_for_the_next_server(
      @Subject UdpEchoServer server,
      @Subject UdpEchoServer other,
      @Subject UdpEchoServer next,
      AddressPlan addresses)
      throws IOException, InterruptedException {
    int port = serve(server, addresses);
    try (UdpEchoClient client = UdpEchoClient.of(LOCALHOST, port)) {
      client.exchange(text("to the first server"));
      // Meanwhile the thread of the first server has time to call receive again.
      int otherPort = serve(other, addresses);
      try (UdpEchoClient ofOther = UdpEchoClient.of(LOCALHOST, otherPort)) {
        ofOther.exchange(text("to the other server"));
        closeAndAwaitFree(server, port);
        ofOther.exchange(text("is it still there?"));
      }
      closeAndAwaitFree(other, otherPort);
      start(next, LOCAL, port);
      client.exchange(text("to the next server"));
    }
  }

  @Test
  @Points(1)
  @Clause("close may be called twice, or before start, and never throws an exception.")
  @Hint(
      "close may be called before start and more than once. Check whether there is a socket"
          + " before you close it.")
  void close_never_throws(
      @Subject UdpEchoServer server, @Subject UdpEchoServer unstarted, AddressPlan addresses)
      throws IOException {
    int port = serve(server, addresses);
    try (UdpEchoClient client = UdpEchoClient.of(LOCALHOST, port)) {
      client.exchange(text("hello"));
    }
    assertThatCode(server::close).as("close() of a server").doesNotThrowAnyException();
    assertThatCode(server::close).as("second close()").doesNotThrowAnyException();
    assertThatCode(unstarted::close).as("close() before start").doesNotThrowAnyException();
    assertThatCode(unstarted::close).as("second close() before start").doesNotThrowAnyException();
  }

  @Test
  @Points(1)
  @Clause("if the server has already been started or closed")
  @Hint(
      "A server starts only once, and it never starts if close was called. A start that is"
          + " refused must not change the running server.")
  void starts_once_and_never_after_close(
      @Subject UdpEchoServer server, @Subject UdpEchoServer unstarted, AddressPlan addresses)
      throws IOException {
    int port = serve(server, addresses);
    try (UdpEchoClient client = UdpEchoClient.of(LOCALHOST, port)) {
      client.exchange(text("before"));
      assertThatIllegalStateException()
          .as("start of a server that is running")
          .isThrownBy(() -> server.start(LOCAL, 0));
      client.exchange(text("after"));
    }
    server.close();
    assertThatIllegalStateException()
        .as("start of a server that was closed")
        .isThrownBy(() -> server.start(LOCAL, 0));
    unstarted.close();
    assertThatIllegalStateException()
        .as("start of a server that was closed before it was started")
        .isThrownBy(() -> unstarted.start(LOCAL, 0));
  }

  /** Starts a server on 127.0.0.1 and returns the port that start returns. */
  private static int serve(UdpEchoServer server, AddressPlan addresses) {
    return start(server, LOCAL, FreePort.udp(addresses));
  }

  private static int start(UdpEchoServer server, String address, int port) {
    String call = "start(\"%s\", %s)".formatted(address, port);
    try {
      int bound = server.start(address, port);
      assertThat(bound).as("the port that %s returned", call).isBetween(1, 65_535);
      return bound;
    } catch (IOException refused) {
      throw new AssertionError(call + " threw " + refused, refused);
    }
  }

  private static byte[] greeting(int client, int turn) {
    return text("client %02d says hello for the %d. time".formatted(client, turn));
  }

  private static void closeAndAwaitFree(UdpEchoServer server, int port)
      throws InterruptedException {
    long deadline = System.nanoTime() + CLOSE_NANOS;
    server.close();
    while (true) {
      try {
        new DatagramSocket(port, LOCALHOST).close();
        return;
      } catch (IOException taken) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("port " + port + " is not free one second after close()", taken);
        }
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }
}
