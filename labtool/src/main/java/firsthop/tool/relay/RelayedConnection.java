package firsthop.tool.relay;

import firsthop.tool.explain.MessageSummary;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** One connection through a relay: copies both streams and passes on how each of them ends. */
final class RelayedConnection {
  private static final int BUFFER = 16_384;

  private final Socket client;
  private final Socket server;
  private final TrafficLog.Endpoints ends;
  private final ConnectionCapture capture;
  private final TrafficLog log;
  private final AtomicBoolean isReset = new AtomicBoolean();

  RelayedConnection(
      Socket client,
      Socket server,
      TrafficLog.Endpoints ends,
      ConnectionCapture capture,
      TrafficLog log) {
    this.client = client;
    this.server = server;
    this.ends = ends;
    this.capture = capture;
    this.log = log;
  }

  /** Copies until both streams have ended. */
  void run() {
    Thread up = UdpRelay.daemon(() -> copy(true), "relay up");
    up.start();
    copy(false);
    try {
      up.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    TcpRelay.closeQuietly(client);
    TcpRelay.closeQuietly(server);
  }

  private void copy(boolean toServer) {
    Socket from = toServer ? client : server;
    Socket to = toServer ? server : client;
    byte[] buffer = new byte[BUFFER];
    while (true) {
      int length;
      try {
        length = from.getInputStream().read(buffer);
      } catch (IOException e) {
        reset(toServer);
        return;
      }
      try {
        if (length < 0) {
          log.draw(ends, toServer, "FIN", "");
          capture.fin(toServer);
          to.shutdownOutput();
          return;
        }
        byte[] data = Arrays.copyOf(buffer, length);
        log.draw(ends, toServer, MessageSummary.ofStream(data), "");
        capture.data(toServer, data);
        to.getOutputStream().write(data);
      } catch (IOException e) {
        reset(!toServer);
        return;
      }
    }
  }

  /** Passes on a reset, once; the other copy then fails because its socket is closed. */
  private void reset(boolean toServer) {
    if (isReset.compareAndSet(false, true)) {
      log.draw(ends, toServer, "RST", "");
      capture.rst(toServer);
      TcpRelay.reset(client);
      TcpRelay.reset(server);
    }
  }
}
