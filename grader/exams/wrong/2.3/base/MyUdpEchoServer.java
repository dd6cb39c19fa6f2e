package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class MyUdpEchoServer implements UdpEchoServer {
  private volatile DatagramSocket socket;
  private boolean closed;

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
    if (socket != null) {
      socket.close();
    }
  }

  private void serve() {
    byte[] buffer = new byte[65507];
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    while (!socket.isClosed()) {
      try {
        packet.setLength(buffer.length);
        socket.receive(packet);
        socket.send(packet);
      } catch (IOException e) {
        // Closed, or one answer that could not be sent.
      }
    }
  }
}
