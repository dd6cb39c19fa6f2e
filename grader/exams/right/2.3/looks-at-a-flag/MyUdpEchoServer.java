// Waits a third of a second at a time, and looks at a flag in between.
package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;

public class MyUdpEchoServer extends Thread implements UdpEchoServer {
  private final byte[] buffer = new byte[70000];
  private DatagramSocket socket;
  private volatile boolean stop;

  @Override
  public int start(String address, int port) throws IOException {
    if (socket != null || stop) {
      throw new IllegalStateException();
    }
    socket = new DatagramSocket(new InetSocketAddress(address, port));
    socket.setSoTimeout(333);
    start();
    return socket.getLocalPort();
  }

  @Override
  public void run() {
    while (!stop) {
      DatagramPacket request = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(request);
        socket.send(request);
      } catch (SocketTimeoutException e) {
        // nobody asked
      } catch (IOException e) {
        System.err.println("not answered: " + e);
      }
    }
    socket.close();
  }

  @Override
  public void close() {
    stop = true;
  }
}
