// Answers on other threads, out of the buffer that is receiving again already.
package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class MyUdpEchoServer implements UdpEchoServer {
  private volatile DatagramSocket socket;
  private boolean closed;
  private final ExecutorService answers = Executors.newFixedThreadPool(4);

  @Override
  public synchronized int start(String address, int port) throws IOException {
    if (socket != null || closed) {
      throw new IllegalStateException("a server serves once");
    }
    socket = new DatagramSocket(port, InetAddress.getByName(address));
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
    return socket.getLocalPort();
  }

  @Override
  public synchronized void close() {
    closed = true;
    answers.shutdown();
    if (socket != null) {
      socket.close();
    }
  }

  private void serve() {
    byte[] buffer = new byte[65507];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        answers.execute(() -> answer(packet));
      } catch (IOException e) {
        // Closed.
      }
    }
  }

  private void answer(DatagramPacket packet) {
    try {
      socket.send(packet);
    } catch (IOException e) {
      // One answer that could not be sent.
    }
  }
}
