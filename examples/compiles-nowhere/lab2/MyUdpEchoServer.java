package firsthop.udp;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;

public class MyUdpEchoServer implements UdpEchoServer {
  private DatagramSocket socket;

  @Override
  public int start(String address, int port) throws IOException {
    socket = new DatagramSocket(port, InetAddress.getByName(address));
    // EchoThread.java is on my laptop, I will hand it in later
    new EchoThread(socket).start();
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }
}
