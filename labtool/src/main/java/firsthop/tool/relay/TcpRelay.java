package firsthop.tool.relay;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between clients and a TCP server, and draws SYN, data, FIN and RST of each connection. */
final class TcpRelay implements Closeable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int MAX_CONNECTIONS = 256;

  private final InetSocketAddress server;
  private final TrafficLog log;
  private final ServerSocket entrance = new ServerSocket();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * Opens a relay.
   *
   * @param front where clients connect to; port 0 means any free port
   * @param server where the server is
   */
  TcpRelay(InetSocketAddress front, InetSocketAddress server, TrafficLog log) throws IOException {
    this.server = server;
    this.log = log;
    entrance.setReuseAddress(true);
    entrance.bind(front);
    UdpRelay.daemon(this::accept, "relay front").start();
  }

  int port() {
    return entrance.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (open.size() >= 2 * MAX_CONNECTIONS) {
          reset(client);
        } else {
          open.add(client);
          UdpRelay.daemon(() -> connect(client), "relay connection").start();
        }
      } catch (IOException e) {
        // Closed, or the client was gone before it was accepted.
      }
    }
  }

  private void connect(Socket client) {
    TrafficLog.Endpoints ends =
        new TrafficLog.Endpoints(
            (InetSocketAddress) client.getRemoteSocketAddress(),
            (InetSocketAddress) client.getLocalSocketAddress(),
            server.getPort());
    ConnectionCapture capture = new ConnectionCapture(log, ends);
    log.draw(ends, true, "SYN", "");
    capture.syn(true);
    Socket back = new Socket();
    try {
      back.connect(server, CONNECT_MILLIS);
    } catch (IOException e) {
      log.draw(ends, false, "RST", "the server did not accept: " + e.getMessage());
      capture.rst(false);
      reset(client);
      open.remove(client);
      return;
    }
    open.add(back);
    log.draw(ends, false, "SYN ACK", "");
    capture.syn(false);
    new RelayedConnection(client, back, ends, capture, log).run();
    open.remove(client);
    open.remove(back);
  }

  /** Ends a connection by RST. */
  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // It is closed already.
    }
    closeQuietly(socket);
  }

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to close.
    }
  }
}
