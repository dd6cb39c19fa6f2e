package firsthop.grader.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.exam.AddressPlan;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class TcpListenerTest {
  private static final AddressPlan ADDRESSES = new AddressPlan(249, 3);

  /** Longer than a connect takes, shorter than until Linux sends SYN again. */
  private static final int SILENCE_MILLIS = 200;

  private final PacketTrace trace = new PacketTrace();

  @Test
  void connections_are_accepted_in_order_or_not_at_all() throws IOException {
    try (TcpListener listener = listener();
        TcpPeer one = connect(listener);
        TcpPeer two = connect(listener)) {
      assertThat(listener.accept().remote()).isEqualTo(one.local());
      assertThat(listener.poll(1)).get().extracting(TcpPeer::remote).isEqualTo(two.local());
      assertThat(listener.poll(1)).isEmpty();
      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() -> listener.accept(1))
          .withMessageContaining("nobody connected");
    }
  }

  @Test
  void a_connection_that_is_held_is_found_accepted_or_not() throws IOException {
    try (TcpListener listener = listener()) {
      TcpPeer one = connect(listener);
      TcpPeer two = connect(listener);
      TcpPeer held = listener.accept().withPatience(1);
      two.close();
      assertThatExceptionOfType(AssertionError.class).isThrownBy(listener::awaitAllReleased);
      held.withPatience(TcpPeer.PATIENCE_MILLIS);
      one.close();
      listener.awaitAllReleased();
    }
  }

  @Test
  void what_the_test_itself_has_closed_is_not_held() throws IOException {
    try (TcpListener listener = listener();
        TcpPeer client = connect(listener)) {
      listener.accept().close();
      listener.awaitAllReleased();
      assertThat(client.awaitEnd()).isEqualTo(ConnectionEnd.FIN);
    }
  }

  @Test
  void a_dead_host_neither_accepts_nor_refuses() throws IOException {
    try (TcpListener dead = TcpListener.dead(trace, "dead", ADDRESSES.host(5), 0);
        Socket client = new Socket()) {
      assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(() -> client.connect(dead.endpoint(), SILENCE_MILLIS));
    }
  }

  @Test
  void a_port_that_is_taken_is_told() throws IOException {
    try (TcpListener listener = listener()) {
      int port = listener.endpoint().getPort();
      assertThatThrownBy(
              () -> new TcpListener(trace, Dissector.BYTES, "x", ADDRESSES.host(2), port))
          .isInstanceOf(BenchFaultError.class)
          .hasMessageContaining("" + port);
    }
  }

  @Test
  void what_is_done_aside_comes_back_or_fails_aloud() throws Exception {
    try (TcpListener listener = listener();
        TcpPeer client = connect(listener);
        BackgroundHost<TcpPeer> aside = BackgroundHost.begin(listener::accept);
        BackgroundHost<ConnectionEnd> failing =
            BackgroundHost.begin(() -> client.withPatience(1).awaitEnd())) {
      assertThat(aside.result().remote()).isEqualTo(client.local());
      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(failing::result)
          .withMessageContaining("expected FIN or RST");
    }
  }

  private TcpListener listener() {
    return new TcpListener(trace, Dissector.BYTES, "server", ADDRESSES.host(2), 0);
  }

  private TcpPeer connect(TcpListener listener) throws IOException {
    return TcpPeer.connect(
        trace, Dissector.BYTES, "client", ADDRESSES.host(1), listener.endpoint());
  }
}
