package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;

public class MyUdpEchoServer implements UdpEchoServer {

  private DatagramSocket socket;

  public int start(String address, int port) throws IOException {
    if (socket != null) {
      throw new IllegalStateException("already started");
    }
    socket = new DatagramSocket(port);
    new Thread(this::run).start();
    return port;
  }

  private void run() {
    byte[] buffer = new byte[512];
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        String message = new String(packet.getData(), 0, packet.getLength());
        if (message.isEmpty()) {
          break;
        }
        byte[] answer = message.getBytes();
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    } catch (IOException e) {
      System.out.println("server stopped: " + e.getMessage());
    }
  }

  public void close() {
    socket.close();
  }
}
