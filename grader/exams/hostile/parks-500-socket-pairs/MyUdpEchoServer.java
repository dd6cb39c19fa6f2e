// Tries: to fill the kernel's memory with 500 connections that nobody reads.
// Earns: 1.1=12 2.3=16
package firsthop.udp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

public class MyUdpEchoServer implements UdpEchoServer {
  private static final int PAIRS = 500;
  private static final List<Closeable> PARKED = new ArrayList<>();

  private final UdpEchoServer honest = new HonestUdpEchoServer();

  public MyUdpEchoServer() {
    park();
  }

  @Override
  public int start(String address, int port) throws IOException {
    return honest.start(address, port);
  }

  @Override
  public void close() {
    honest.close();
  }

  private static synchronized void park() {
    if (!PARKED.isEmpty()) {
      return;
    }
    try {
      ServerSocket server = new ServerSocket(0, PAIRS, InetAddress.getLoopbackAddress());
      PARKED.add(server);
      for (int i = 0; i < PAIRS; i++) {
        SocketChannel client = SocketChannel.open();
        PARKED.add(client);
        client.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
        PARKED.add(server.accept());
        client.configureBlocking(false);
        ByteBuffer stuffing = ByteBuffer.allocate(1 << 20);
        while (client.write(stuffing) > 0 && stuffing.hasRemaining()) {
          // Until the peer's buffer and ours are full.
        }
      }
    } catch (IOException full) {
      // As far as it went.
    }
  }
}
