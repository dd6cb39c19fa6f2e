package firsthop.grader.exams.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import firsthop.grader.network.Aside;
import firsthop.grader.network.Dissector;
import firsthop.grader.network.Ladder;
import firsthop.grader.network.TcpListener;
import firsthop.grader.network.TcpPeer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** A web server of a test that accepts a connection and then does what the test wants. */
final class ScriptedWebServer implements Closeable {
  private static final int MAX_HEAD_BYTES = 8 << 10;
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final TcpListener listener;
  private final List<Aside<?>> asides = new ArrayList<>();

  ScriptedWebServer(Ladder ladder, InetAddress address, int port) {
    this.listener = new TcpListener(ladder, Dissector.BYTES, "web server", address, port);
  }

  /** Answers one request, ends its side with a FIN, and waits for the end of the client's side. */
  Aside<ReceivedRequest> answer(String response) {
    return begun(
        Aside.begin(
            () -> {
              try (TcpPeer client = listener.accept()) {
                String head = head(client);
                client.send(response.getBytes(ISO_8859_1));
                client.finish();
                return new ReceivedRequest(head, client.remote(), client.awaitEnd());
              }
            }));
  }

  /** Receives one request, sends this part of a response, and resets the connection. */
  Aside<ReceivedRequest> resetAfter(String response) {
    return begun(
        Aside.begin(
            () -> {
              TcpPeer client = listener.accept();
              ReceivedRequest request = new ReceivedRequest(head(client), client.remote(), null);
              client.send(response.getBytes(ISO_8859_1));
              client.reset();
              return request;
            }));
  }

  /** Accepts one connection, and sends nothing until the test is over. */
  Aside<TcpPeer> staySilent() {
    return begun(Aside.begin(listener::accept));
  }

  /** Returns whether there is a connection that the test did not expect. */
  boolean hasUnexpectedClient() throws IOException {
    return listener.poll(0).isPresent();
  }

  @Override
  public void close() throws IOException {
    asides.forEach(Aside::close);
    listener.close();
  }

  private static String head(TcpPeer client) throws IOException {
    return new String(client.receiveUntil(END_OF_HEAD, MAX_HEAD_BYTES), ISO_8859_1);
  }

  private <T> Aside<T> begun(Aside<T> aside) {
    asides.add(aside);
    return aside;
  }
}
