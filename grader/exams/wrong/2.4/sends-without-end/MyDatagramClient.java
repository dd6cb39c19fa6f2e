// Sends the largest datagrams as fast as it can, which the examiner must survive.
package firsthop.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;

public class MyDatagramClient implements DatagramClient {
  @Override
  public byte[] request(String host, int port, byte[] payload, int attempts, int firstTimeoutMillis)
      throws IOException {
    if (attempts < 1 || firstTimeoutMillis < 1 || payload.length > 65_503) {
      throw new IllegalArgumentException("out of range");
    }
    byte[] large = Arrays.copyOf(payload, 65_507);
    DatagramPacket packet =
        new DatagramPacket(large, large.length, InetAddress.getByName(host), port);
    try (DatagramSocket socket = new DatagramSocket()) {
      while (true) {
        socket.send(packet);
      }
    }
  }
}
