package firsthop.dns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on 127.0.0.1 that sends the same response to every request and records them. */
final class OnePageServer implements AutoCloseable {
  private static final int SILENCE_MILLIS = 2_000;

  private final ServerSocket listener;
  private final String response;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> clients = new CopyOnWriteArrayList<>();

  OnePageServer(String response) throws IOException {
    this.response = response;
    this.listener = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::serve, "test web server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns a URL with this host, the port of this server, and this path. */
  String url(String host, String path) {
    return "http://" + host + ":" + listener.getLocalPort() + path;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Returns the lines of all request headers so far. */
  List<String> requests() {
    return requests;
  }

  /** Returns the sockets of all clients so far. */
  List<String> clients() {
    return clients;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket client = listener.accept()) {
        client.setSoTimeout(SILENCE_MILLIS);
        clients.add(client.getInetAddress().getHostAddress() + ":" + client.getPort());
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          requests.add(line);
        }
        client.getOutputStream().write(response.getBytes(StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        // The test is over, or the client has left, which the test will notice.
      }
    }
  }
}
