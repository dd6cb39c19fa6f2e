// Looks every five seconds whether it was closed.
package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;

public class MyUdpEchoServer implements UdpEchoServer {
  private volatile DatagramSocket socket;
  private volatile boolean closed;

  @Override
  public synchronized int start(String address, int port) throws IOException {
    if (socket != null || closed) {
      throw new IllegalStateException("a server serves once");
    }
    socket = new DatagramSocket(port, InetAddress.getByName(address));
    socket.setSoTimeout(5000);
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    closed = true;
  }

  private void serve() {
    byte[] buffer = new byte[65507];
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    while (!closed) {
      try {
        packet.setLength(buffer.length);
        socket.receive(packet);
        socket.send(packet);
      } catch (SocketTimeoutException e) {
        // Look at the flag again.
      } catch (IOException e) {
        // Closed, or one answer that could not be sent.
      }
    }
    socket.close();
  }
}
