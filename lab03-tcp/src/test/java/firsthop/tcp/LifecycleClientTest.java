package firsthop.tcp;

import static firsthop.tcp.LocalTcpServer.FIN;
import static firsthop.tcp.LocalTcpServer.HOST;
import static firsthop.tcp.LocalTcpServer.all;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@ExerciseTest(LifecycleClient.class)
class LifecycleClientTest {
  /** Longer than the server waits, so that the server can say what it has waited for. */
  private static final int AMPLE_MILLIS = 4_000;

  private static final int SHORT_MILLIS = 200;
  private static final int LARGE = 8 << 20;
  private static final int SHOWN = 12;

  private static final byte[] REQUEST = text("What is the time?");
  private static final byte[] RESPONSE = text("Half past nine.");

  private final LifecycleClient client = new MyLifecycleClient();

  @Test
  @Order(1)
  @Hint("FIN says that the request is complete. shutdownOutput sends it, and you can still read.")
  void the_server_gets_the_request_and_then_FIN() throws Exception {
    try (LocalTcpServer server = new LocalTcpServer(peer -> peer.hear(REQUEST))) {
      converse(server, REQUEST);
      assertThat(server.saw())
          .as("what the server receives when the request is %s", show(REQUEST))
          .isEqualTo(all(REQUEST) + FIN);
    }
  }

  @Test
  @Order(2)
  @Hint("Your FIN ends only your own stream. Go on reading until the server's FIN comes.")
  void an_answer_that_is_sent_after_the_FIN_is_the_response() throws Exception {
    try (LocalTcpServer server =
        new LocalTcpServer(
            peer -> {
              String heard = peer.hear(REQUEST);
              peer.send(RESPONSE);
              return heard;
            })) {
      assertResponse(RESPONSE, converse(server, REQUEST));
      assertThat(server.saw()).as("what the server receives").isEqualTo(all(REQUEST) + FIN);
    }
  }

  @Test
  @Order(3)
  @Hint("One read brings one piece. Only the server's FIN is the end of the response.")
  void a_response_may_come_in_pieces() throws Exception {
    byte[] piece = text("tick tock\r\n");
    byte[] response = text("tick tock\r\ntick tock\r\ntick tock\r\n");
    try (LocalTcpServer server =
        new LocalTcpServer(
            peer -> {
              String heard = peer.hear(REQUEST);
              for (int i = 0; i < response.length; i += piece.length) {
                peer.send(piece);
                peer.pause();
              }
              return heard;
            })) {
      assertResponse(response, converse(server, REQUEST));
    }
  }

  @Test
  @Order(4)
  @Hint("The socket knows both ends of its connection, as long as it is open.")
  void local_and_remote_are_the_socket_pair() throws Exception {
    try (LocalTcpServer server =
        new LocalTcpServer(
            peer -> {
              peer.hear(REQUEST);
              return HOST + ":" + peer.socket().getPort();
            })) {
      Conversation conversation = converse(server, REQUEST);
      assertThat(conversation.local())
          .as("local: the client's end, as the server sees it")
          .isEqualTo(server.saw());
      assertThat(conversation.remote())
          .as("remote: the server's end")
          .isEqualTo(HOST + ":" + server.port());
    }
  }

  @Test
  @Hint("Bytes are not text: a String cannot hold every sequence of bytes.")
  void every_value_of_a_byte_comes_through_both_ways() throws Exception {
    byte[] up = new byte[256];
    byte[] down = new byte[256];
    for (int i = 0; i < up.length; i++) {
      up[i] = (byte) i;
      down[i] = (byte) (255 - i);
    }
    try (LocalTcpServer server =
        new LocalTcpServer(
            peer -> {
              String heard = peer.hear(up);
              peer.send(down);
              return heard;
            })) {
      assertResponse(down, converse(server, up));
      assertThat(server.saw())
          .as("what the server receives when the request is %s", show(up))
          .isEqualTo(all(up) + FIN);
    }
  }

  @Test
  @Hint("An empty stream has an end like any other.")
  void request_and_response_may_be_empty() throws Exception {
    byte[] nothing = {};
    try (LocalTcpServer server = new LocalTcpServer(peer -> peer.hear(nothing))) {
      assertResponse(nothing, converse(server, nothing));
      assertThat(server.saw())
          .as("what the server receives when the request is empty")
          .isEqualTo(all(nothing) + FIN);
    }
  }

  @Test
  @Hint("Read while you write. If both sides only write, both wait for ever.")
  void a_server_may_answer_8_MB_while_it_gets_8_MB() throws Exception {
    byte[] request = new byte[LARGE];
    for (int i = 0; i < LARGE; i++) {
      request[i] = (byte) (i % 251);
    }
    try (LocalTcpServer server =
        new LocalTcpServer(
            peer -> {
              peer.echo();
              return "all of it";
            })) {
      assertResponse(request, converse(server, request));
      assertThat(server.saw()).as("what the server receives").isEqualTo("all of it");
    }
  }

  @Test
  void a_port_at_which_nobody_listens_is_a_ConnectException() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      port = free.getLocalPort();
    }
    assertThat(outcome(port, AMPLE_MILLIS))
        .as("converse with port %d, at which nobody listens", port)
        .isEqualTo("ConnectException");
  }

  @Test
  @Hint("Without setSoTimeout, read waits for ever. Close the socket after an exception, too.")
  void a_silent_server_is_a_SocketTimeoutException_and_the_socket_is_closed() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (LocalTcpServer server =
        new LocalTcpServer(
            peer -> {
              peer.hear(REQUEST);
              peer.send(RESPONSE);
              over.await();
              return peer.isGone() ? "a closed socket" : "a socket that is still open";
            })) {
      assertThat(outcome(server.port(), SHORT_MILLIS))
          .as("converse with a server that sends %s and then nothing", show(RESPONSE))
          .isEqualTo("SocketTimeoutException");
      over.countDown();
      assertThat(server.saw())
          .as("what the client leaves after the exception")
          .isEqualTo("a closed socket");
    }
  }

  @Test
  @Hint("The bytes before a reset are not the response: a part of it may be missing.")
  void a_reset_is_an_IOException_and_never_a_short_response() throws Exception {
    try (LocalTcpServer server =
        new LocalTcpServer(
            peer -> {
              String heard = peer.hear(REQUEST);
              peer.send(RESPONSE);
              peer.pause();
              peer.reset();
              return heard;
            })) {
      assertThat(outcome(server.port(), AMPLE_MILLIS))
          .as("converse with a server that sends %s and then RST", show(RESPONSE))
          .isEqualTo("IOException");
    }
  }

  private Conversation converse(LocalTcpServer server, byte[] request) throws IOException {
    return client.converse(HOST, server.port(), request, AMPLE_MILLIS, AMPLE_MILLIS);
  }

  /** Returns the name of the exception that came, or describes the response. */
  private String outcome(int port, int readTimeoutMillis) {
    try {
      Conversation conversation =
          client.converse(HOST, port, REQUEST, AMPLE_MILLIS, readTimeoutMillis);
      return "no exception, but a response of " + show(conversation.response());
    } catch (ConnectException e) {
      return "ConnectException";
    } catch (SocketTimeoutException e) {
      return "SocketTimeoutException";
    } catch (IOException e) {
      return "IOException";
    }
  }

  private static void assertResponse(byte[] expected, Conversation conversation) {
    byte[] got = conversation.response();
    int differsAt = Arrays.mismatch(expected, got);
    assertThat(differsAt < 0 ? "the same" : show(got) + ", different from index " + differsAt)
        .as("the response when the server has sent %s and FIN", show(expected))
        .isEqualTo("the same");
  }

  private static String show(byte[] bytes) {
    String start = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(SHOWN, bytes.length));
    return bytes.length + " bytes (" + start + (bytes.length > SHOWN ? " ...)" : ")");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
