package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.util.Arrays;

public class MyDatagramClient implements DatagramClient {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public byte[] request(String host, int port, byte[] payload, int attempts, int firstTimeoutMillis)
      throws IOException {
    if (attempts < 1 || firstTimeoutMillis < 1 || payload.length > 65503) {
      throw new IllegalArgumentException("out of range");
    }
    InetAddress server = InetAddress.getByName(host);
    byte[] message = new byte[4 + payload.length];
    byte[] id = new byte[4];
    RANDOM.nextBytes(id);
    System.arraycopy(id, 0, message, 0, 4);
    System.arraycopy(payload, 0, message, 4, payload.length);
    try (DatagramSocket socket = new DatagramSocket()) {
      long timeout = firstTimeoutMillis;
      for (int i = 0; i < attempts; i++) {
        socket.send(new DatagramPacket(message, message.length, server, port));
        long end = System.currentTimeMillis() + timeout;
        byte[] reply = receive(socket, server, port, id, end);
        if (reply != null) {
          return reply;
        }
        timeout = timeout * 2;
      }
    }
    throw new SocketTimeoutException("no reply");
  }

  private static byte[] receive(
      DatagramSocket socket, InetAddress server, int port, byte[] id, long end) throws IOException {
    byte[] buffer = new byte[65507];
    long left = end - System.currentTimeMillis();
    while (left > 0) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      socket.setSoTimeout((int) left);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return null;
      }
      if (packet.getAddress().equals(server)
          && packet.getPort() == port
          && packet.getLength() >= 4
          && Arrays.equals(Arrays.copyOf(buffer, 4), id)) {
        return Arrays.copyOfRange(buffer, 4, packet.getLength());
      }
      left = end - System.currentTimeMillis();
    }
    return null;
  }
}
