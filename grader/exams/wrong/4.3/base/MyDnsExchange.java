package firsthop.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.util.Arrays;

public class MyDnsExchange implements DnsExchange {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public DnsMessage ask(
      String server,
      int port,
      String name,
      int type,
      boolean recursionDesired,
      int timeoutMillis,
      int attempts)
      throws IOException {
    if (timeoutMillis < 1 || attempts < 1) {
      throw new IllegalArgumentException("time-out " + timeoutMillis + ", attempts " + attempts);
    }
    InetAddress address = InetAddress.getByName(server);
    for (int attempt = 1; attempt <= attempts; attempt++) {
      int id = RANDOM.nextInt(65536);
      byte[] query = new MyQueryEncoder().encode(id, name, type, recursionDesired);
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.send(new DatagramPacket(query, query.length, address, port));
        DnsMessage answer = receive(socket, address, port, id, query, timeoutMillis);
        if (answer != null) {
          return answer;
        }
      }
    }
    throw new SocketTimeoutException(server + " does not answer");
  }

  private static DnsMessage receive(
      DatagramSocket socket, InetAddress address, int port, int id, byte[] query, int timeoutMillis)
      throws IOException {
    DnsQuestion question = new MyMessageDecoder().decode(query).questions().get(0);
    byte[] buffer = new byte[512];
    long end = System.nanoTime() + timeoutMillis * 1_000_000L;
    while (true) {
      long left = (end - System.nanoTime() + 999_999) / 1_000_000;
      if (left < 1) {
        return null;
      }
      socket.setSoTimeout((int) left);
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return null;
      }
      if (!packet.getAddress().equals(address) || packet.getPort() != port) {
        continue;
      }
      DnsMessage message;
      try {
        message = new MyMessageDecoder().decode(Arrays.copyOf(buffer, packet.getLength()));
      } catch (MalformedMessageException e) {
        continue;
      }
      if (message.response()
          && message.id() == id
          && message.questions().size() == 1
          && message.questions().get(0).equals(question)) {
        return message;
      }
    }
  }
}
