package firsthop.tool.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UdpRelayTest {
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();
  private static final int PATIENCE_MILLIS = 10_000;

  private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();
  private DatagramSocket server;
  private DatagramSocket client;
  private UdpRelay relay;

  @BeforeEach
  void open() throws IOException {
    server = new DatagramSocket(0, HOST);
    client = new DatagramSocket(0, HOST);
    server.setSoTimeout(PATIENCE_MILLIS);
    client.setSoTimeout(PATIENCE_MILLIS);
  }

  @AfterEach
  void close() {
    relay.close();
    server.close();
    client.close();
  }

  @Test
  void both_directions_pass_and_are_drawn_decoded() throws Exception {
    relay(0, 0, 0);
    send(client, relay.port(), "\0\4\0\2");
    DatagramPacket request = receive(server);
    assertThat(text(request)).isEqualTo("\0\4\0\2");
    send(server, request.getPort(), "hello");
    DatagramPacket answer = receive(client);
    assertThat(text(answer)).isEqualTo("hello");
    assertThat(answer.getPort()).isEqualTo(relay.port());
    assertThat(drawn.toString(UTF_8))
        .containsSubsequence("---> server " + server.getLocalPort(), "ACK 2", "<---", "\"hello\"");
  }

  @Test
  void an_answer_from_another_port_of_the_server_comes_from_another_port_of_the_relay()
      throws Exception {
    relay(0, 0, 0);
    send(client, relay.port(), "request");
    int back = receive(server).getPort();
    try (DatagramSocket transfer = new DatagramSocket(0, HOST)) {
      transfer.setSoTimeout(PATIENCE_MILLIS);
      send(transfer, back, "block 1");
      DatagramPacket block = receive(client);
      assertThat(block.getPort()).isNotEqualTo(relay.port());
      send(client, block.getPort(), "ack 1");
      assertThat(text(receive(transfer))).isEqualTo("ack 1");
    }
  }

  @Test
  void what_is_lost_is_drawn_and_does_not_arrive() throws Exception {
    relay(1, 0, 0);
    send(client, relay.port(), "lost one");
    while (!drawn.toString(UTF_8).contains("(lost)")) {
      Thread.onSpinWait();
    }
    send(client, server.getLocalPort(), "sent past the relay");
    assertThat(text(receive(server))).isEqualTo("sent past the relay");
    assertThat(drawn.toString(UTF_8)).contains("-x  ", "lost one");
  }

  @Test
  void what_is_repeated_arrives_twice() throws Exception {
    relay(0, 1, 0);
    send(client, relay.port(), "once");
    assertThat(text(receive(server))).isEqualTo("once");
    assertThat(text(receive(server))).isEqualTo("once");
  }

  @Test
  void what_is_overtaken_arrives_after_the_next_one() throws Exception {
    relay(0, 0, 1);
    send(client, relay.port(), "first");
    send(client, relay.port(), "second");
    assertThat(text(receive(server))).isEqualTo("second");
    assertThat(text(receive(server))).isEqualTo("first");
  }

  private void relay(double loss, double repeat, double reorder) throws IOException {
    TrafficLog log = new TrafficLog(new PrintStream(drawn, true, UTF_8), null);
    relay =
        new UdpRelay(
            new InetSocketAddress(HOST, 0),
            new InetSocketAddress(HOST, server.getLocalPort()),
            new FateSequence.Shares(loss, repeat, 0, reorder, 1, 1),
            log);
  }

  private static void send(DatagramSocket from, int port, String text) throws IOException {
    byte[] data = text.getBytes(UTF_8);
    from.send(new DatagramPacket(data, data.length, HOST, port));
  }

  private static DatagramPacket receive(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[1_000], 1_000);
    socket.receive(packet);
    return packet;
  }

  private static String text(DatagramPacket packet) {
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }
}
