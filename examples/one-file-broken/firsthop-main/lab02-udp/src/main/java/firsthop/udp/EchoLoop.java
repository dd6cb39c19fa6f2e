package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;

/** Answers until its socket is closed. */
class EchoLoop implements Runnable {
  private final DatagramSocket socket;

  EchoLoop(DatagramSocket socket) {
    this.socket = socket;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[65_507];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        socket.send(packet);
      } catch (IOException e) {
        // closed, or an answer that nobody can get
      }
    }
  }
}
