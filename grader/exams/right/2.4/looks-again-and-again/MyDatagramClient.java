// Never blocks: looks every two milliseconds, and lets the clock say what is to do.
package firsthop.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

public class MyDatagramClient implements DatagramClient {
  private final SecureRandom random = new SecureRandom();

  @Override
  public byte[] request(
      String host, int port, byte[] payload, int attempts, int firstTimeoutMillis)
      throws IOException {
    if (attempts <= 0 || firstTimeoutMillis <= 0 || payload.length >= 65_504) {
      throw new IllegalArgumentException();
    }
    InetSocketAddress server = new InetSocketAddress(InetAddress.getByName(host), port);
    byte[] id = new byte[4];
    random.nextBytes(id);
    try (DatagramChannel channel = DatagramChannel.open()) {
      channel.configureBlocking(false);
      ByteBuffer out = ByteBuffer.allocate(4 + payload.length).put(id).put(payload);
      ByteBuffer in = ByteBuffer.allocate(65_535);
      int sent = 0;
      long now = System.currentTimeMillis();
      long due = now;
      long step = firstTimeoutMillis;
      while (now < due || sent < attempts) {
        if (now >= due) {
          channel.send(out.flip(), server);
          sent++;
          due = now + step;
          step += step;
        }
        SocketAddress sender = channel.receive(in.clear());
        if (sender == null) {
          LockSupport.parkNanos(2_000_000);
        } else if (sender.equals(server) && in.flip().limit() >= 4) {
          byte[] got = new byte[4];
          in.get(got);
          if (Arrays.equals(got, id)) {
            byte[] reply = new byte[in.remaining()];
            in.get(reply);
            return reply;
          }
        }
        now = System.currentTimeMillis();
      }
      throw new SocketTimeoutException("sent " + sent + " times");
    }
  }
}
