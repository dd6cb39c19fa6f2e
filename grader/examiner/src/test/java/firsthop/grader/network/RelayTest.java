package firsthop.grader.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.control.TraceEntry;
import firsthop.grader.exam.AddressPlan;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final AddressPlan ADDRESSES = new AddressPlan(249, 1);

  /** Longer than a datagram takes, shorter than anybody's patience. */
  private static final int SILENCE_MILLIS = 150;

  private final PacketTrace trace = new PacketTrace();
  private final UdpPeer client = peer("client", 1);
  private final UdpPeer server = peer("server", 2);
  private Relay relay;

  @AfterEach
  void close() {
    relay.close();
    client.close();
    server.close();
  }

  @Test
  void a_datagram_reaches_the_server_and_its_answer_the_client() throws IOException {
    open(RelayScript.calm());
    send("ask");
    Datagram asked = server.receive();
    assertThat(text(asked)).isEqualTo("ask");
    assertThat(asked.from().getAddress()).isEqualTo(ADDRESSES.host(4));
    server.answer(asked, bytes("answer"));
    Datagram answer = client.receive();
    assertThat(text(answer)).isEqualTo("answer");
    assertThat(answer.from()).as("as if the entrance had answered").isEqualTo(relay.entrance());
  }

  @Test
  void each_client_is_another_port_to_the_server() throws IOException {
    open(RelayScript.calm());
    try (UdpPeer other = peer("other", 5)) {
      send("from client");
      Datagram one = server.receive();
      other.send(bytes("from other"), relay.entrance());
      Datagram two = server.receive();
      assertThat(two.from()).isNotEqualTo(one.from());
      server.answer(one, bytes("to client"));
      server.answer(two, bytes("to other"));
      assertThat(text(other.receive())).isEqualTo("to other");
      assertThat(text(client.receive())).isEqualTo("to client");
    }
  }

  @Test
  void a_server_that_answers_from_another_port_is_found_there() throws IOException {
    open(RelayScript.calm());
    send("ask");
    Datagram asked = server.receive();
    try (UdpPeer transfer = peer("transfer", 2)) {
      transfer.answer(asked, bytes("DATA"));
      Datagram data = client.receive();
      assertThat(data.from().getAddress()).isEqualTo(relay.entrance().getAddress());
      assertThat(data.from().getPort()).isNotEqualTo(relay.entrance().getPort());
      client.send(bytes("ACK"), data.from());
      Datagram ack = transfer.receive();
      assertThat(text(ack)).isEqualTo("ACK");
      assertThat(ack.from()).isEqualTo(asked.from());
    }
  }

  @Test
  void what_the_script_drops_does_not_arrive_and_the_rest_does() throws IOException {
    open(RelayScript.calm().when(Direction.TO_SERVER, "ACK 2", 1, PathAction.LOST));
    for (String each : List.of("ACK 1", "ACK 2", "ACK 20", "ACK 2")) {
      send(each);
    }
    assertThat(arriving(3)).containsExactly("ACK 1", "ACK 20", "ACK 2");
    assertThat(server.poll(SILENCE_MILLIS)).isEmpty();
    assertThat(trace.entries()).extracting(TraceEntry::outcome).containsOnlyOnce("relay: dropped");
  }

  @Test
  void what_is_doubled_comes_twice() throws IOException {
    open(RelayScript.calm().when(Direction.TO_SERVER, "DATA 3", 0, PathAction.TWICE));
    send("DATA 3");
    send("DATA 4");
    assertThat(arriving(3)).containsExactly("DATA 3", "DATA 3", "DATA 4");
    assertThat(server.poll(SILENCE_MILLIS)).isEmpty();
  }

  @Test
  void what_is_late_is_passed_by_what_is_not() throws IOException {
    open(
        RelayScript.calm()
            .when(Direction.TO_SERVER, "slow", 0, PathAction.late(60))
            .when(Direction.TO_SERVER, "echoing", 0, PathAction.again(30)));
    send("slow");
    send("echoing");
    assertThat(arriving(3)).containsExactly("echoing", "echoing", "slow");
  }

  @Test
  void what_is_overtaken_comes_after_the_next_one() throws IOException {
    open(RelayScript.calm().when(Direction.TO_SERVER, "one", 0, PathAction.OVERTAKEN));
    send("one");
    send("two");
    send("three");
    assertThat(arriving(3)).containsExactly("two", "one", "three");
    assertThat(server.poll(SILENCE_MILLIS)).as("once only").isEmpty();
  }

  @Test
  void what_is_held_back_with_nothing_behind_it_comes_late() throws IOException {
    open(RelayScript.calm().when(Direction.TO_SERVER, "one", 0, PathAction.OVERTAKEN));
    send("one");
    assertThat(arriving(1)).containsExactly("one");
  }

  @Test
  void a_rule_for_one_direction_leaves_the_other_alone() throws IOException {
    open(RelayScript.calm().when(Direction.TO_CLIENT, "x", 0, PathAction.LOST));
    send("x");
    Datagram asked = server.receive();
    server.answer(asked, bytes("x"));
    server.answer(asked, bytes("y"));
    assertThat(text(client.receive())).isEqualTo("y");
  }

  @Test
  void after_close_nothing_is_carried() throws IOException {
    open(RelayScript.calm());
    InetSocketAddress entrance = relay.entrance();
    relay.close();
    client.send(bytes("late"), entrance);
    assertThat(server.poll(SILENCE_MILLIS)).isEmpty();
    try (UdpPeer another =
        new UdpPeer(trace, Dissector.BYTES, "x", entrance.getAddress(), entrance.getPort())) {
      assertThat(another.endpoint()).as("the port is free").isEqualTo(entrance);
    }
  }

  @Test
  void a_peer_that_waits_in_vain_says_so() {
    open(RelayScript.calm());
    assertThatThrownBy(() -> server.receive(1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no datagram");
  }

  private void open(RelayScript script) {
    relay =
        new Relay(
            trace,
            RelayTest::words,
            script,
            ADDRESSES.host(3),
            ADDRESSES.host(4),
            server.endpoint());
  }

  private UdpPeer peer(String name, int host) {
    return new UdpPeer(trace, RelayTest::words, name, ADDRESSES.host(host), 0);
  }

  private void send(String text) throws IOException {
    client.send(bytes(text), relay.entrance());
  }

  private List<String> arriving(int count) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text(server.receive()));
    }
    return texts;
  }

  private static String words(byte[] bytes) {
    return new String(bytes, US_ASCII);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  private static String text(Datagram datagram) {
    return words(datagram.bytes());
  }
}
