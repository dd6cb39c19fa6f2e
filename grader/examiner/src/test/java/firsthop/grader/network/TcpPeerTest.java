package firsthop.grader.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.control.TraceEntry;
import firsthop.grader.exam.AddressPlan;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class TcpPeerTest {
  private static final AddressPlan ADDRESSES = new AddressPlan(249, 2);

  /** Longer than a segment takes, shorter than anybody's patience. */
  private static final int SILENCE_MILLIS = 50;

  /** Longer than any test takes. */
  private static final int HOUR_MILLIS = 3_600_000;

  /** More than the buffers of two sockets hold. */
  private static final int LARGE = 8 << 20;

  private final PacketTrace trace = new PacketTrace();
  private final TcpListener listener =
      new TcpListener(trace, Dissector.FIRST_LINE, "server", ADDRESSES.host(2), 0);
  private TcpPeer client;
  private TcpPeer server;

  @BeforeEach
  void connect() throws IOException {
    client =
        TcpPeer.connect(
            trace, Dissector.FIRST_LINE, "client", ADDRESSES.host(1), listener.endpoint());
    server = listener.accept();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    listener.close();
  }

  @Test
  void the_two_ends_name_the_same_socket_pair() {
    assertThat(client.local().getAddress()).isEqualTo(ADDRESSES.host(1));
    assertThat(client.remote()).isEqualTo(listener.endpoint()).isEqualTo(server.local());
    assertThat(server.remote()).isEqualTo(client.local());
  }

  @Test
  void bytes_come_in_order_and_as_many_as_asked_for() throws IOException {
    client.send(bytes("one two"));
    assertThat(server.receive(3)).asString().isEqualTo("one");
    assertThat(server.receive(4)).asString().isEqualTo(" two");
    server.sendByteByByte(bytes("three"));
    assertThat(client.receive(5)).asString().isEqualTo("three");
    client.expectSilence(1);
  }

  @Test
  void a_delimiter_ends_a_receive_and_what_follows_stays() throws IOException {
    client.send(bytes("\rGET /\r\n\r\nbody"));
    assertThat(server.receiveUntil("\r\n\r\n", 20)).asString().isEqualTo("\rGET /\r\n\r\n");
    assertThat(server.receive(4)).asString().isEqualTo("body");
    client.send(bytes("no delimiter"));
    assertFails(() -> server.receiveUntil("\r\n", 12), "\\r\\n", "no delimiter");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_wait_for_a_reader_ends_when_all_is_read_or_its_time_is_over() throws Exception {
    client.send(bytes("one two"));
    server.receive(3);
    long start = System.nanoTime();
    client.awaitRead(SILENCE_MILLIS);
    assertThat(System.nanoTime() - start)
        .isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(SILENCE_MILLIS));
    try (BackgroundHost<byte[]> other = BackgroundHost.begin(() -> server.receive(4))) {
      client.awaitRead(HOUR_MILLIS);
      assertThat(other.result()).asString().isEqualTo(" two");
    }
  }

  @Test
  void more_than_the_buffers_hold_goes_both_ways_at_once() throws Exception {
    byte[] large = new byte[LARGE];
    large[LARGE - 1] = 1;
    try (BackgroundHost<byte[]> other = BackgroundHost.begin(() -> server.exchange(large, LARGE))) {
      assertThat(client.exchange(large, LARGE)).isEqualTo(large);
      assertThat(other.result()).isEqualTo(large);
    }
  }

  @Test
  void sending_to_who_does_not_read_has_an_end() throws IOException {
    client.withPatience(SILENCE_MILLIS);
    assertFails(() -> client.send(new byte[2 * LARGE]), "it took");
    assertThat(client.offer(new byte[LARGE])).isLessThan(LARGE);
  }

  @Test
  void after_a_half_close_the_other_direction_goes_on() throws IOException {
    client.send(bytes("ask"));
    client.finish();
    assertThat(server.receiveToFin(3)).asString().isEqualTo("ask");
    server.send(bytes("answer"));
    server.finish();
    assertThat(client.receiveToFin(10)).asString().isEqualTo("answer");
  }

  @Test
  void a_half_close_follows_what_is_sent_while_the_answer_comes() throws Exception {
    byte[] large = new byte[LARGE];
    try (BackgroundHost<byte[]> other = BackgroundHost.begin(() -> answerAndFinish(large))) {
      assertThat(client.finishingExchangeToFin(large, LARGE)).isEqualTo(large);
      assertThat(other.result()).isEqualTo(large);
    }
  }

  @Test
  void a_reset_is_told_from_a_fin_whoever_notices_it() throws IOException {
    server.reset();
    assertThat(client.awaitEnd()).isEqualTo(ConnectionEnd.RST);
    assertFails(() -> client.receiveToFin(3), "received RST");
    TcpPeer writing = another();
    listener.accept().reset();
    offerUntilRefused(writing);
    assertThat(writing.awaitEnd()).isEqualTo(ConnectionEnd.RST);
    TcpPeer served = another();
    listener.accept().close();
    assertThat(served.awaitEnd()).isEqualTo(ConnectionEnd.FIN);
  }

  @Test
  void a_fin_before_a_reset_is_still_a_fin() throws IOException {
    server.send(bytes("bye"));
    server.close();
    offerUntilRefused(client);
    assertThat(client.receiveToFin(3)).asString().isEqualTo("bye");
  }

  @Test
  void what_does_not_come_is_told() throws IOException {
    client.withPatience(SILENCE_MILLIS);
    server.send(bytes("hal"));
    client.send(bytes("hello"));
    assertFails(
        () -> client.receive(4),
        "\"hello\"",
        "4 bytes",
        "\"hal\"",
        "and nothing more within 50 ms");
    server.send(bytes("too much"));
    assertFails(() -> client.receiveToFin(2), "2 bytes and FIN", "\"too\"");
    assertFails(() -> client.expectSilence(1), "silence");
    client.receive(4);
    assertFails(client::awaitEnd, "FIN or RST", "received nothing");
    server.close();
    assertFails(() -> client.expectSilence(SILENCE_MILLIS), "received RST");
  }

  @Test
  void a_socket_is_released_when_it_is_closed_and_not_when_it_is_half_closed() throws IOException {
    client.withPatience(SILENCE_MILLIS);
    assertFails(client::awaitRelease, "to close its socket", "received nothing");
    server.finish();
    assertFails(client::awaitRelease, "to close its socket", "received FIN");
    server.close();
    client.awaitRelease();
  }

  @Test
  void a_port_without_a_listener_refuses() throws IOException {
    listener.close();
    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(this::another)
        .withMessageContaining("nobody listens");
    assertThat(trace.entries()).last().extracting(TraceEntry::outcome).isEqualTo("refused");
  }

  @Test
  void the_trace_tells_it_all() throws IOException {
    client.send(bytes("GET /\r\nHost: x"));
    server.receive(14);
    server.finish();
    client.awaitEnd();
    client.reset();
    server.awaitEnd();
    assertThat(trace.entries())
        .extracting(
            entry -> entry.from().split(" ")[0] + " " + entry.summary() + " " + entry.outcome())
        .containsExactly(
            "client SYN connected",
            "client SYN accepted",
            "client 14 bytes \"GET /…\" sent",
            "client 14 bytes \"GET /…\" received",
            "server FIN sent",
            "server FIN received",
            "client RST sent",
            "client RST received");
  }

  private byte[] answerAndFinish(byte[] answer) throws IOException {
    byte[] asked = server.exchangeToFin(answer, LARGE);
    server.finish();
    return asked;
  }

  private TcpPeer another() throws IOException {
    return TcpPeer.connect(
        trace, Dissector.BYTES, "another", ADDRESSES.host(3), listener.endpoint());
  }

  /** On a busy machine, a reset may need a moment. */
  private static void offerUntilRefused(TcpPeer peer) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    while (peer.offer(bytes("are you there?")) > 0) {
      assertThat(System.nanoTime()).isLessThan(deadline);
    }
  }

  private static void assertFails(ThrowingCallable call, String... says) {
    assertThatExceptionOfType(AssertionError.class).isThrownBy(call).withMessageContainingAll(says);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }
}
