// Tries: to leave every port that tests may need in TIME_WAIT, for the next submission
// Earns: 1.1=12 2.3=16
package firsthop.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;

public class MyUdpEchoServer implements UdpEchoServer {
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private final UdpEchoServer honest = new HonestUdpEchoServer();

  public MyUdpEchoServer() {
    if (STARTED.compareAndSet(false, true)) {
      fill();
    }
  }

  @Override
  public int start(String address, int port) throws IOException {
    return honest.start(address, port);
  }

  @Override
  public void close() {
    honest.close();
  }

  private static void fill() {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(here, 0), 50);
      for (int port = 20_000; port < 32_000; port++) {
        try (SocketChannel client = SocketChannel.open()) {
          client.bind(new InetSocketAddress(here, port));
          client.connect(server.getLocalAddress());
          SocketChannel other = server.accept();
          client.close();
          other.close();
        } catch (IOException taken) {
          // The next one.
        }
      }
    } catch (IOException failed) {
      // As far as it came.
    }
  }
}
