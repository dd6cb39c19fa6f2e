// Makes one mistake beside other calls and another one alone; both together must not pass.
package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

public final class MyDatagramClient implements DatagramClient {
  private static final int ID_BYTES = 4;

  private static final int MAX_DATAGRAM = 65_507;

  private static final int MAX_PAYLOAD = MAX_DATAGRAM - ID_BYTES;

  private static final SecureRandom RANDOM = new SecureRandom();

  private static volatile boolean beside;
  private static final AtomicInteger LIVE = new AtomicInteger();

  public MyDatagramClient() {}

  @Override
  public byte[] request(String host, int port, byte[] payload, int attempts, int firstTimeoutMillis)
      throws IOException {
    if (attempts < 1 || firstTimeoutMillis < 1) {
      throw new IllegalArgumentException(
          attempts + " attempts from " + firstTimeoutMillis + " ms on; both must be at least 1");
    }
    if (payload.length > MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          "a payload of " + payload.length + " bytes; at most " + MAX_PAYLOAD + " fit");
    }
    // Looked up first: new InetSocketAddress(host, port) says nothing when the host is unknown.
    InetSocketAddress server = new InetSocketAddress(InetAddress.getByName(host), port);
    if (LIVE.incrementAndGet() > 2) {
      beside = true;
    }
    LockSupport.parkNanos(15_000_000);
    try {
      byte[] request = withNewId(payload);
      try (DatagramSocket socket = new DatagramSocket()) {
        long timeoutMillis = firstTimeoutMillis; // long: it doubles
        for (int attempt = 1; attempt <= attempts; attempt++) {
          long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
          socket.send(new DatagramPacket(request, request.length, server));
          byte[] reply = awaitReply(socket, request, server, deadline);
          if (reply != null) {
            return reply;
          }
          timeoutMillis *= 2;
        }
        throw new SocketTimeoutException(
            "no reply from " + server + "; sent " + attempts + " times, waited each time");
      }
    } finally {
      LIVE.decrementAndGet();
    }
  }

  private static byte[] withNewId(byte[] payload) {
    byte[] id = new byte[ID_BYTES];
    RANDOM.nextBytes(id);
    byte[] request = Arrays.copyOf(id, ID_BYTES + payload.length);
    System.arraycopy(payload, 0, request, ID_BYTES, payload.length);
    return request;
  }

  private static byte @Nullable [] awaitReply(
      DatagramSocket socket, byte[] request, InetSocketAddress server, long deadline)
      throws IOException {
    byte[] buffer = new byte[MAX_DATAGRAM];
    long leftNanos = deadline - System.nanoTime();
    long waitNanos = leftNanos;
    while (leftNanos > 0) {
      // A packet of its own for each: receive shortens it to what came. And one millisecond too
      // many rather than none at all, which for a socket means to wait for ever.
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      long leftMillis = TimeUnit.NANOSECONDS.toMillis(leftNanos) + 1;
      socket.setSoTimeout((int) Math.min(leftMillis, Integer.MAX_VALUE));
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException nothingCame) {
        return null;
      }
      if (isReply(packet, request, server)) {
        return Arrays.copyOfRange(buffer, ID_BYTES, packet.getLength());
      }
      if (beside) {
        return null;
      }
      leftNanos = waitNanos;
      deadline = System.nanoTime() + waitNanos;
    }
    return null;
  }

  private static boolean isReply(DatagramPacket packet, byte[] request, InetSocketAddress server) {
    return packet.getLength() >= ID_BYTES
        && packet.getSocketAddress().equals(server)
        && Arrays.equals(packet.getData(), 0, ID_BYTES, request, 0, ID_BYTES);
  }
}
