// One thread receives and hands the reply over; the caller's thread sends and waits.
package firsthop.udp;

import java.io.IOException;
import java.net.*;
import java.nio.ByteBuffer;
import java.util.*;
import java.util.concurrent.*;

public class MyDatagramClient implements DatagramClient {
  public byte[] request(String host, int port, byte[] payload, int attempts, int firstTimeoutMillis)
      throws IOException {
    if (attempts < 1) throw new IllegalArgumentException("attempts: " + attempts);
    if (firstTimeoutMillis < 1) throw new IllegalArgumentException("timeout: " + firstTimeoutMillis);
    if (payload.length > 65503) throw new IllegalArgumentException("payload: " + payload.length);
    SocketAddress server = new InetSocketAddress(InetAddress.getByName(host), port);
    int id = (int) UUID.randomUUID().getLeastSignificantBits();
    byte[] request = ByteBuffer.allocate(payload.length + 4).putInt(id).put(payload).array();
    BlockingQueue<byte[]> replies = new LinkedBlockingQueue<>();
    DatagramSocket socket = new DatagramSocket(0);
    Thread receiver = new Thread(() -> receive(socket, server, id, replies));
    receiver.start();
    try {
      for (long wait = firstTimeoutMillis; attempts > 0; attempts--, wait *= 2) {
        socket.send(new DatagramPacket(request, 0, request.length, server));
        byte[] reply = replies.poll(wait, TimeUnit.MILLISECONDS);
        if (reply != null) {
          return reply;
        }
      }
      throw new SocketTimeoutException();
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      socket.close();
    }
  }

  private void receive(DatagramSocket socket, SocketAddress server, int id, Queue<byte[]> replies) {
    try {
      while (true) {
        DatagramPacket p = new DatagramPacket(new byte[66000], 66000);
        socket.receive(p);
        if (!p.getSocketAddress().equals(server) || p.getLength() < 4) continue;
        ByteBuffer bytes = ByteBuffer.wrap(p.getData(), 0, p.getLength());
        if (bytes.getInt() != id) continue;
        replies.add(Arrays.copyOfRange(p.getData(), 4, p.getLength()));
      }
    } catch (IOException closed) {
      // the call is over
    }
  }
}
