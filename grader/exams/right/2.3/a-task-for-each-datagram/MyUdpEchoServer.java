// Receives on one thread, answers on others: each datagram has a packet of its own.
package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

public class MyUdpEchoServer implements UdpEchoServer {
  private Optional<DatagramSocket> socket = Optional.empty();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private boolean closed = false;

  public synchronized int start(String address, int port) throws IOException {
    if (closed) throw new IllegalStateException("closed");
    if (socket.isPresent()) throw new IllegalStateException("started");
    DatagramSocket s = new DatagramSocket(port, InetAddress.getByName(address));
    socket = Optional.of(s);
    workers.execute(() -> receive(s));
    return s.getLocalPort();
  }

  private void receive(DatagramSocket s) {
    while (!s.isClosed()) {
      DatagramPacket p = new DatagramPacket(new byte[65507], 65507);
      try {
        s.receive(p);
        workers.execute(() -> answer(s, p));
      } catch (IOException | RejectedExecutionException e) {
        // closed, most likely; the condition of the loop knows
      }
    }
  }

  private void answer(DatagramSocket s, DatagramPacket p) {
    try {
      s.send(new DatagramPacket(p.getData(), 0, p.getLength(), p.getAddress(), p.getPort()));
    } catch (IOException e) {
      // this one cannot be answered
    }
  }

  public synchronized void close() {
    closed = true;
    workers.shutdownNow();
    socket.ifPresent(DatagramSocket::close);
  }
}
