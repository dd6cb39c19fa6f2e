// Starts as often as it is told, and after close too.
package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class MyUdpEchoServer implements UdpEchoServer {
  private volatile DatagramSocket socket;

  @Override
  public synchronized int start(String address, int port) throws IOException {
    DatagramSocket bound = new DatagramSocket(port, InetAddress.getByName(address));
    socket = bound;
    Thread thread = new Thread(() -> serve(bound));
    thread.setDaemon(true);
    thread.start();
    return socket.getLocalPort();
  }

  @Override
  public synchronized void close() {
    if (socket != null) {
      socket.close();
    }
  }

  private void serve(DatagramSocket socket) {
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
