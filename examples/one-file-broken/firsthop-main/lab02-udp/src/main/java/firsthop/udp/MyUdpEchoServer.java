package firsthop.udp;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class MyUdpEchoServer implements UdpEchoServer {
  private DatagramSocket socket;
  private boolean closed;

  @Override
  public int start(String address, int port) throws IOException {
    if (closed || socket != null) {
      throw new IllegalStateException("used already");
    }
    socket = new DatagramSocket(port, InetAddress.getByName(address));
    new Thread(new EchoLoop(socket)).start();
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    closed = true;
    if (socket != null) {
      socket.close();
    }
  }
}
