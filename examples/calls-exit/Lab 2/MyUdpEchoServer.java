package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class MyUdpEchoServer implements UdpEchoServer {
  private DatagramSocket socket;
  private boolean closed;

  public int start(String address, int port) throws IOException {
    if (socket != null || closed) {
      throw new IllegalStateException("a server serves once");
    }
    try {
      socket = new DatagramSocket(port, InetAddress.getByName(address));
    } catch (IOException e) {
      System.err.println("cannot bind " + address + ":" + port);
      System.exit(1);
    }
    new Thread(this::serve).start();
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
        // closed
      }
    }
  }

  public void close() {
    closed = true;
    if (socket != null) {
      socket.close();
    }
  }
}
