package firsthop.grader.exams.dns;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import firsthop.grader.network.BackgroundHost;
import firsthop.grader.network.Dissector;
import firsthop.grader.network.PacketTrace;
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
  private final List<BackgroundHost<?>> asides = new ArrayList<>();

  ScriptedWebServer(PacketTrace trace, InetAddress address, int port) {
    this.listener = new TcpListener(trace, Dissector.BYTES, "web server", address, port);
  }

  /** Answers one request, ends its side with a FIN, and waits for the end of the client's side. */
  BackgroundHost<ReceivedRequest> answer(String response) {
    return begun(
        BackgroundHost.begin(
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
  BackgroundHost<ReceivedRequest> resetAfter(String response) {
    return begun(
        BackgroundHost.begin(
            () -> {
              TcpPeer client = listener.accept();
              ReceivedRequest request = new ReceivedRequest(head(client), client.remote(), null);
              client.send(response.getBytes(ISO_8859_1));
              client.reset();
              return request;
            }));
  }

  /** Accepts one connection, and sends nothing until the test is over. */
  BackgroundHost<TcpPeer> staySilent() {
    return begun(BackgroundHost.begin(listener::accept));
  }

  /** Returns whether there is a connection that the test did not expect. */
  boolean hasUnexpectedClient() throws IOException {
    return listener.poll(0).isPresent();
  }

  @Override
  public void close() throws IOException {
    asides.forEach(BackgroundHost::close);
    listener.close();
  }

  private static String head(TcpPeer client) throws IOException {
    return new String(client.receiveUntil(END_OF_HEAD, MAX_HEAD_BYTES), ISO_8859_1);
  }

  private <T> BackgroundHost<T> begun(BackgroundHost<T> aside) {
    asides.add(aside);
    return aside;
  }
}
