package firsthop.grader.exams.tcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import firsthop.grader.network.ConnectionEnd;
import firsthop.grader.network.TcpPeer;
import java.io.IOException;
import java.util.Arrays;

/**
 * A client's connection to a web server. It sends requests exactly as a test writes them, and reads
 * each response to its last byte and no further.
 */
final class HttpTalk implements AutoCloseable {
  private static final int MOST_HEAD = 16 << 10;
  private static final int MOST = MOST_HEAD + HttpAnswer.MOST_BODY;
  private static final int SHOWN = 40;

  private final TcpPeer peer;
  private String asked = "";

  /** Talk over a connection, and close it in the end. */
  HttpTalk(TcpPeer peer) {
    this.peer = peer;
  }

  /** Return a request of HTTP/1.1 with a Host, and with more field lines, each ended. */
  static String request(String method, String target, String... fieldLines) {
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: www.example.org\r\n"
        + String.join("", fieldLines)
        + "\r\n";
  }

  /** Return the other end of what this connection does. */
  TcpPeer peer() {
    return peer;
  }

  /** Send what may be a request, or several, or a piece of one. */
  void send(String text) throws IOException {
    name(text);
    peer.send(bytes(text));
  }

  /** Receive the response to a request that is not HEAD; what follows it stays. */
  HttpAnswer answer() throws IOException {
    HttpAnswer answer = answerToHead();
    return answer.withBody(peer.receive(answer.bodyLength()));
  }

  /** Receive the response to HEAD, which has no body. */
  HttpAnswer answerToHead() throws IOException {
    return new HttpAnswer(asked, peer.receiveUntil(HttpAnswer.HEAD_END, MOST_HEAD));
  }

  /** Send a request that is not HEAD, and receive its response. */
  HttpAnswer ask(String request) throws IOException {
    send(request);
    return answer();
  }

  /** Ask for a page. */
  HttpAnswer get(String target) throws IOException {
    return ask(request("GET", target));
  }

  /** Send a request, and receive one response and FIN behind it. */
  HttpAnswer askLast(String request) throws IOException {
    return askLast(request, new byte[0]);
  }

  /** Send a request and more behind it, receiving one response and FIN in the meantime. */
  HttpAnswer askLast(String request, byte[] more) throws IOException {
    name(request);
    byte[] head = bytes(request);
    byte[] all = Arrays.copyOf(head, head.length + more.length);
    System.arraycopy(more, 0, all, head.length, more.length);
    return only(peer.exchangeToFin(all, MOST));
  }

  /** Send a request and FIN, and receive one response and FIN behind it. */
  HttpAnswer askAndFinish(String request) throws IOException {
    sendAndFinish(request);
    return lastAnswer();
  }

  /** Send a request, or the rest of one, and FIN. */
  void sendAndFinish(String request) throws IOException {
    send(request);
    peer.finish();
  }

  /** Receive one response and FIN behind it. */
  HttpAnswer lastAnswer() throws IOException {
    return only(peer.receiveToFin(MOST));
  }

  /** Send HEAD and FIN, and receive fields, no body, and FIN. */
  HttpAnswer askHeadAndFinish(String request) throws IOException {
    sendAndFinish(request);
    HttpAnswer answer = answerToHead();
    expectFin();
    return answer;
  }

  /** Receive FIN, and nothing before it. */
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

  /** Take all bytes up to FIN as one response. */
  private HttpAnswer only(byte[] came) {
    int end = new String(came, ISO_8859_1).indexOf(HttpAnswer.HEAD_END);
    if (end < 0) {
      throw new AssertionError(
          "asked \"%s\": expected a response, got %s and FIN"
              .formatted(asked, FedStream.describe(came)));
    }
    int body = end + HttpAnswer.HEAD_END.length();
    return new HttpAnswer(asked, Arrays.copyOf(came, body))
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
