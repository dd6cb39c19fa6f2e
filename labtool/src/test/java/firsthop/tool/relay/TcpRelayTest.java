package firsthop.tool.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import firsthop.tool.Tshark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TcpRelayTest {
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();

  private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();
  @TempDir Path folder;

  @Test
  void a_connection_is_drawn_from_its_syn_to_both_fins_and_wireshark_finds_nothing_odd()
      throws Exception {
    Path file = folder.resolve("trace.pcapng");
    try (ServerSocket server = new ServerSocket(0, 5, HOST);
        TrafficLog log = log(file);
        TcpRelay relay = relay(server, log);
        Socket client = new Socket(HOST, relay.port());
        Socket accepted = server.accept()) {
      client.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
      assertThat(new String(accepted.getInputStream().readNBytes(18), UTF_8)).startsWith("GET");
      accepted.getOutputStream().write(new byte[5_000]);
      accepted.shutdownOutput();
      assertThat(client.getInputStream().readAllBytes()).hasSize(5_000);
      client.shutdownOutput();
      assertThat(accepted.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(drawn.toString(UTF_8))
        .containsSubsequence(
            "SYN", "SYN ACK", "18 octets \"GET / HTTP/1.1\"", "octets 0000", "<---", "FIN", "FIN");
    assertThat(Tshark.read(file, "-Y", "_ws.expert.severity >= warning || tcp.analysis.flags"))
        .isEmpty();
    assertThat(Tshark.read(file, "-Y", "tcp.checksum.status == 1").lines())
        .hasSizeGreaterThan(10)
        .hasSameSizeAs(Tshark.read(file).lines().toList());
  }

  @Test
  void a_reset_is_drawn_in_its_direction_and_passed_on() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, HOST);
        TrafficLog log = log(null);
        TcpRelay relay = relay(server, log);
        Socket client = new Socket(HOST, relay.port())) {
      Socket accepted = server.accept();
      accepted.setSoLinger(true, 0);
      accepted.close();
      assertThatIOException().isThrownBy(() -> client.getInputStream().read());
    }
    assertThat(drawn.toString(UTF_8).lines().filter(line -> line.contains("RST")))
        .singleElement()
        .asString()
        .contains("<---");
  }

  @Test
  void a_server_that_does_not_accept_is_a_reset() throws Exception {
    ServerSocket server = new ServerSocket(0, 5, HOST);
    server.close();
    try (TrafficLog log = log(null);
        TcpRelay relay = relay(server, log);
        Socket client = new Socket(HOST, relay.port())) {
      assertThatIOException().isThrownBy(() -> client.getInputStream().read());
    }
    assertThat(drawn.toString(UTF_8)).contains("RST", "the server did not accept");
  }

  private TrafficLog log(Path file) throws IOException {
    return new TrafficLog(new PrintStream(drawn, true, UTF_8), file);
  }

  private static TcpRelay relay(ServerSocket server, TrafficLog log) throws IOException {
    return new TcpRelay(
        new InetSocketAddress(HOST, 0), new InetSocketAddress(HOST, server.getLocalPort()), log);
  }
}
