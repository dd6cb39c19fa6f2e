// A thread receives into a queue, which waits; id and question are compared as bytes.
package firsthop.dns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

public class MyDnsExchange implements DnsExchange {
  private static final int HEADER = 12;

  private final SecureRandom random = new SecureRandom();
  private final QueryEncoder encoder = new MyQueryEncoder();
  private final MessageDecoder decoder = new MyMessageDecoder();

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
    if (timeoutMillis <= 0) {
      throw new IllegalArgumentException("no time: " + timeoutMillis);
    }
    if (attempts <= 0) {
      throw new IllegalArgumentException("no attempts: " + attempts);
    }
    SocketAddress to = new InetSocketAddress(server, port);
    int made = 0;
    while (made < attempts) {
      byte[] query = encoder.encode(random.nextInt(0x10000), name, type, recursionDesired);
      BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
      try (DatagramSocket socket = new DatagramSocket()) {
        Thread receiver = new Thread(() -> receive(socket, to, arrived));
        receiver.setDaemon(true);
        receiver.start();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        socket.send(new DatagramPacket(query, query.length, to));
        byte[] datagram = arrived.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        while (datagram != null) {
          if (mayAnswer(query, datagram)) {
            try {
              return decoder.decode(datagram);
            } catch (MalformedMessageException e) {
              // Nothing, then.
            }
          }
          datagram = arrived.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
      made++;
    }
    throw new SocketTimeoutException(made + " attempts, and no answer");
  }

  /** Runs until the socket is closed. */
  private static void receive(
      DatagramSocket socket, SocketAddress from, BlockingQueue<byte[]> into) {
    while (true) {
      try {
        DatagramPacket packet = new DatagramPacket(new byte[1_500], 1_500);
        socket.receive(packet);
        if (from.equals(packet.getSocketAddress())) {
          into.add(Arrays.copyOf(packet.getData(), packet.getLength()));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  /** Compares the id, QR, the number of questions, and the bytes of the question. */
  private static boolean mayAnswer(byte[] query, byte[] datagram) {
    return datagram.length >= query.length
        && Arrays.equals(datagram, 0, 2, query, 0, 2)
        && (datagram[2] & 0x80) != 0
        && Arrays.equals(datagram, 4, 6, query, 4, 6)
        && Arrays.equals(
            datagram, query.length - 4, query.length, query, query.length - 4, query.length)
        && name(datagram, query.length).equalsIgnoreCase(name(query, query.length));
  }

  /** Returns the bytes before type and class; lengths are below 64, and so are no letters. */
  private static String name(byte[] message, int end) {
    return new String(message, HEADER, end - 4 - HEADER, StandardCharsets.ISO_8859_1);
  }
}
