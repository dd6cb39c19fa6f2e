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

/** A web server of a test, which takes a connection and then does what it was told. */
final class WebHost implements Closeable {
  private static final int MAX_HEAD_BYTES = 8 << 10;
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final TcpListener listener;
  private final List<BackgroundHost<?>> asides = new ArrayList<>();

  WebHost(PacketTrace trace, InetAddress address, int port) {
    this.listener = new TcpListener(trace, Dissector.BYTES, "web server", address, port);
  }

  /** Answer one request, end the connection by FIN, and see how the client ends it. */
  BackgroundHost<Visit> answer(String response) {
    return begun(
        BackgroundHost.begin(
            () -> {
              try (TcpPeer client = listener.accept()) {
                String head = head(client);
                client.send(response.getBytes(ISO_8859_1));
                client.finish();
                return new Visit(head, client.remote(), client.awaitEnd());
              }
            }));
  }

  /** Take one request and reset the connection after so much of a response. */
  BackgroundHost<Visit> resetAfter(String response) {
    return begun(
        BackgroundHost.begin(
            () -> {
              TcpPeer client = listener.accept();
              Visit visit = new Visit(head(client), client.remote(), null);
              client.send(response.getBytes(ISO_8859_1));
              client.reset();
              return visit;
            }));
  }

  /** Take one request and say nothing, for as long as the test lasts. */
  BackgroundHost<TcpPeer> staySilent() {
    return begun(BackgroundHost.begin(listener::accept));
  }

  /** Tell whether somebody has connected of whom nobody knows. */
  boolean wasVisited() throws IOException {
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
