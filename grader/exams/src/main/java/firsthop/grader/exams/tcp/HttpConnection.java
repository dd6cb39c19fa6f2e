package firsthop.grader.exams.tcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import firsthop.grader.network.ConnectionEnd;
import firsthop.grader.network.TcpPeer;
import java.io.IOException;
import java.util.Arrays;

/**
 * A client's connection to a web server. It sends requests exactly as a test writes them, and it
 * reads each response up to its last byte and no further.
 */
final class HttpConnection implements AutoCloseable {
  private static final int MOST_HEAD = 16 << 10;
  private static final int MOST = MOST_HEAD + ReceivedHttpResponse.MOST_BODY;
  private static final int SHOWN = 40;

  private final TcpPeer peer;
  private String asked = "";

  /** Takes over a connection, and closes it in {@link #close}. */
  HttpConnection(TcpPeer peer) {
    this.peer = peer;
  }

  /** Returns an HTTP/1.1 request with a Host and more field lines, each with its line end. */
  static String request(String method, String target, String... fieldLines) {
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: www.example.org\r\n"
        + String.join("", fieldLines)
        + "\r\n";
  }

  /** Returns the client's end of the connection, for what HTTP does not have. */
  TcpPeer peer() {
    return peer;
  }

  /** Sends a request, several requests, or a piece of one. */
  void send(String text) throws IOException {
    name(text);
    peer.send(bytes(text));
  }

  /** Receives the response to a request other than HEAD. Bytes after it stay unread. */
  ReceivedHttpResponse response() throws IOException {
    ReceivedHttpResponse response = responseToHead();
    return response.withBody(peer.receive(response.bodyLength()));
  }

  /** Receives the response to HEAD, which has no body. */
  ReceivedHttpResponse responseToHead() throws IOException {
    return new ReceivedHttpResponse(
        asked, peer.receiveUntil(ReceivedHttpResponse.HEAD_END, MOST_HEAD));
  }

  /** Sends a request other than HEAD, and receives its response. */
  ReceivedHttpResponse ask(String request) throws IOException {
    send(request);
    return response();
  }

  /** Sends a GET request for a target, and receives its response. */
  ReceivedHttpResponse get(String target) throws IOException {
    return ask(request("GET", target));
  }

  /** Sends a request, and receives one response and then FIN. */
  ReceivedHttpResponse askLast(String request) throws IOException {
    return askLast(request, new byte[0]);
  }

  /** Sends a request and more bytes after it, and at the same time receives a response and FIN. */
  ReceivedHttpResponse askLast(String request, byte[] more) throws IOException {
    name(request);
    byte[] head = bytes(request);
    byte[] all = Arrays.copyOf(head, head.length + more.length);
    System.arraycopy(more, 0, all, head.length, more.length);
    return only(peer.exchangeToFin(all, MOST));
  }

  /** Sends a request and FIN, and receives one response and then FIN. */
  ReceivedHttpResponse askAndFinish(String request) throws IOException {
    sendAndFinish(request);
    return lastResponse();
  }

  /** Sends a request, or the rest of one, and FIN. */
  void sendAndFinish(String request) throws IOException {
    send(request);
    peer.finish();
  }

  /** Receives one response and then FIN. */
  ReceivedHttpResponse lastResponse() throws IOException {
    return only(peer.receiveToFin(MOST));
  }

  /** Sends HEAD and FIN, and receives fields, no body, and FIN. */
  ReceivedHttpResponse askHeadAndFinish(String request) throws IOException {
    sendAndFinish(request);
    ReceivedHttpResponse response = responseToHead();
    expectFin();
    return response;
  }

  /** Receives FIN, and fails if anything comes before it. */
  void expectFin() throws IOException {
    ConnectionEnd end = peer.awaitEnd();
    if (end != ConnectionEnd.FIN) {
      throw new AssertionError("after \"" + asked + "\": expected FIN, got " + end);
    }
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }

  /** Parses all bytes up to FIN as one response. */
  private ReceivedHttpResponse only(byte[] came) {
    int end = new String(came, ISO_8859_1).indexOf(ReceivedHttpResponse.HEAD_END);
    if (end < 0) {
      throw new AssertionError(
          "asked \"%s\": expected a response, got %s and FIN"
              .formatted(asked, FramedStream.describe(came)));
    }
    int body = end + ReceivedHttpResponse.HEAD_END.length();
    return new ReceivedHttpResponse(asked, Arrays.copyOf(came, body))
        .withBody(Arrays.copyOfRange(came, body, came.length));
  }

  private void name(String text) {
    String line = text.lines().findFirst().orElse("");
    asked = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
