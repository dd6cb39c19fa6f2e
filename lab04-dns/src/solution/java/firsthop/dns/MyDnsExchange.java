package firsthop.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Uses one socket for each attempt. Each attempt has a deadline, and each {@code receive} waits
 * only for the time that is left until then. So other datagrams cannot make the attempt longer.
 *
 * <p>The socket is not connected. A connected socket would itself drop datagrams from other
 * senders. But it also throws when an ICMP message arrives, and an attacker can easily forge such
 * messages.
 */
public final class MyDnsExchange implements DnsExchange {
  /** Larger than any datagram: Java drops the part of a datagram that does not fit. */
  private static final int BUFFER_BYTES = 65_535;

  /** Creates the object. */
  public MyDnsExchange() {}

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
      throw new IllegalArgumentException(
          "a time-out of %d ms and %d attempts".formatted(timeoutMillis, attempts));
    }
    InetSocketAddress endpoint = new InetSocketAddress(InetAddress.getByName(server), port);
    for (int attempt = 0; attempt < attempts; attempt++) {
      Query query = Query.fresh(name, type, recursionDesired);
      Optional<DnsMessage> answer = attempt(query, endpoint, timeoutMillis);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw new SocketTimeoutException(
        "%s did not answer %d attempts of %d ms".formatted(endpoint, attempts, timeoutMillis));
  }

  private static Optional<DnsMessage> attempt(
      Query query, InetSocketAddress server, int timeoutMillis) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(query.bytes(), query.bytes().length, server));
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
      DatagramPacket packet = new DatagramPacket(new byte[BUFFER_BYTES], BUFFER_BYTES);
      long left = timeoutMillis;
      while (left > 0) {
        socket.setSoTimeout((int) left);
        packet.setLength(BUFFER_BYTES);
        try {
          socket.receive(packet);
        } catch (SocketTimeoutException silence) {
          return Optional.empty();
        }
        Optional<DnsMessage> answer = answerIn(packet, query, server);
        if (answer.isPresent()) {
          return answer;
        }
        // Rounded up: less than a millisecond may be left, and a soTimeout of 0 means forever.
        left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime() + 999_999);
      }
      return Optional.empty();
    }
  }

  private static Optional<DnsMessage> answerIn(
      DatagramPacket packet, Query query, InetSocketAddress server) {
    if (!packet.getSocketAddress().equals(server)) {
      return Optional.empty();
    }
    try {
      DnsMessage message =
          new MyMessageDecoder().decode(Arrays.copyOf(packet.getData(), packet.getLength()));
      return Optional.of(message).filter(query::isAnsweredBy);
    } catch (MalformedMessageException noise) {
      return Optional.empty();
    }
  }
}
