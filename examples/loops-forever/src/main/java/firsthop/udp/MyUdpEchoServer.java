package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class MyUdpEchoServer implements UdpEchoServer {
  private volatile DatagramSocket socket;
  private boolean closed;

  @Override
  public int start(String address, int port) throws IOException {
    while (socket != null && !socket.isClosed()) {
      // wait until the server from before is done
    }
    if (closed) {
      throw new IllegalStateException("closed");
    }
    socket = new DatagramSocket(port, InetAddress.getByName(address));
    Thread thread = new Thread(this::serve);
    thread.start();
    return socket.getLocalPort();
  }

  private void serve() {
    byte[] buffer = new byte[65507];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        socket.send(packet);
      } catch (IOException e) {
        // the loop looks whether it is closed
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    if (socket != null) {
      socket.close();
    }
  }
}
